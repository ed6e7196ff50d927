"""Places by where they are."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_, func, select, tuple_
from sqlmodel import Session, col

from app.database.position import haversine_from, is_within
from app.geography import Area, Point
from app.models import Place


def list_place_ids(
    session: Session, areas: Sequence[Area], *, after: str | None, limit: int
) -> Sequence[str]:
    """Those in all of the areas, by id, starting behind ``after``."""
    query = select(col(Place.id)).where(_in_all(session, areas)).order_by(col(Place.id)).limit(limit)
    if after is not None:
        query = query.where(col(Place.id) > after)
    return session.execute(query).scalars().all()


def list_nearest(
    session: Session, center: Point, areas: Sequence[Area], *, after: tuple[float, str] | None, limit: int
) -> Sequence[tuple[str, float]]:
    """Ids of those in all of the areas, with the haversine of their distance, the nearest first."""
    haversine = haversine_from(center)
    query = (
        select(col(Place.id), haversine)
        .where(_in_all(session, areas))
        .order_by(haversine, col(Place.id))
        .limit(limit)
    )
    if after is not None:
        query = query.where(tuple_(haversine, col(Place.id)) > after)
    return [(id_, far) for id_, far in session.execute(query)]


def count_places(session: Session, areas: Sequence[Area]) -> int:
    query = select(func.count()).select_from(Place).where(_in_all(session, areas))
    return int(session.execute(query).scalar_one())


def _in_all(session: Session, areas: Sequence[Area]) -> ColumnElement[bool]:
    return and_(True, *(is_within(session, area) for area in areas))
