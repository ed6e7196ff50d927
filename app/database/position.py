"""The index of where places are: the only file that knows SQLite's R*Tree from PostgreSQL's GiST.

SQLite's is a table of its own, kept by triggers. It rounds degrees outward to 32 bits, and so finds places
close beside an area, too: what is exact is asked of ``place`` itself. It finds places by their id, because
VACUUM may change a table's row ids where they are no column of it.
"""

from collections.abc import Sequence

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Select,
    and_,
    column,
    func,
    or_,
    select,
    table,
    true,
    union_all,
)
from sqlmodel import Session, col

from app.database.dialect import is_sqlite
from app.geography import HALF_AROUND, Area, Box, Circle, Point, haversine
from app.models import Place

INDEX = "ix_place_position"
TREE = "place_position"
OURS = frozenset((INDEX, TREE, *(f"{TREE}_{part}" for part in ("node", "parent", "rowid"))))
"""What the models do not name: migrations are written without it."""

_POSITION = table(TREE, *map(column, ("place_id", "west", "east", "south", "north")))
_LATITUDE, _LONGITUDE = col(Place.latitude), col(Place.longitude)


def is_within(session: Session, area: Area) -> ColumnElement[bool]:
    """Of ``Place``, found by the index."""
    boxes = (area.box() if isinstance(area, Circle) else area).flat()
    if is_sqlite(session):
        found: ColumnElement[bool] = col(Place.id).in_(_in_tree(boxes))
    else:
        found = or_(*map(_in_geometric_box, boxes))
    return and_(found, _is_exactly_within(area, boxes))


def haversine_from(center: Point) -> ColumnElement[float]:
    """Of the angle between ``Place`` and the center: it grows with the distance."""
    up = func.sin(func.radians(_LATITUDE - center.latitude) / 2.0)
    aside = func.sin(func.radians(_LONGITUDE - center.longitude) / 2.0)
    narrowed = func.cos(func.radians(_LATITUDE)) * func.cos(func.radians(center.latitude))
    value: ColumnElement[float] = up * up + narrowed * aside * aside
    return value


def _is_exactly_within(area: Area, boxes: Sequence[Box]) -> ColumnElement[bool]:
    if isinstance(area, Box):
        return or_(*(_is_between(box) for box in boxes))
    if area.radius >= HALF_AROUND:
        return true()
    return haversine_from(area.center) <= haversine(area.radius)


def _is_between(box: Box) -> ColumnElement[bool]:
    return and_(_LATITUDE.between(box.south, box.north), _LONGITUDE.between(box.west, box.east))


def _in_tree(boxes: Sequence[Box]) -> Select[str] | CompoundSelect[str]:
    found = [
        select(_POSITION.c.place_id).where(
            _POSITION.c.east >= box.west,
            _POSITION.c.west <= box.east,
            _POSITION.c.north >= box.south,
            _POSITION.c.south <= box.north,
        )
        for box in boxes
    ]
    return found[0] if len(found) == 1 else union_all(*found)


def _in_geometric_box(box: Box) -> ColumnElement[bool]:
    """As the index has it: https://www.postgresql.org/docs/current/functions-geometry.html."""
    corners = func.box(func.point(box.west, box.south), func.point(box.east, box.north))
    return func.point(_LONGITUDE, _LATITUDE).bool_op("<@")(corners)
