"""The index finds just what a look at every place would find."""

import random
import re
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from sqlalchemy import event, insert, text

from app.commands.provenance import note_editor
from app.database import sqlite
from app.database.engine import Database
from app.geography import Area, Box, Circle, Point, distance
from app.models import Article, Mention, Place, Revision, Translation
from app.queries.articles import ArticleFilter, count_articles
from app.queries.naming import count_naming
from app.queries.places import list_nearest, list_place_ids
from tests.test_geography import kilometres

MANY = 4000
COUNTRY, CITIES = "p-60", {f"p-{number}" for number in range(50)}
AREAS: list[Box | Circle] = [
    Box(-10, 35, 30, 60),
    Box(170, -30, -170, 30),
    Box(-180, -90, 180, 90),
    Box(170, 60, 180, 90),
    Box(-180, -90, -90, -60),
    Circle(Point(45.4, -75.7), 800),
    Circle(Point(0, 180), 1500),
    Circle(Point(-16.5, -179.9), 900),
    Circle(Point(89, 10), 600),
    Circle(Point(-90, 0), 2500),
    Circle(Point(60, 170), 4000),
    Circle(Point(20, 30), 20_016),
    Circle(Point(10, 20), 0.001),
]


@pytest.fixture
def everywhere(database: Database) -> dict[str, Point]:
    """Places all over the Earth, and at its odd ends; and one that nobody knows the position of."""
    chance = random.Random(7)
    odd = [(90, 0), (90, 135), (-90, -77), (0, 180), (0, -180), (-16.5, 179.99), (-16.5, -179.99), (10, 20)]
    anywhere = [(chance.uniform(-90, 90), chance.uniform(-180, 180)) for _ in range(MANY)]
    points = {f"p-{number}": Point(*degrees) for number, degrees in enumerate([*odd, *anywhere])}
    now = datetime.now(UTC)
    with database.write() as session:
        editor = note_editor(session, now)
        session.add_all(_place(id_, point, editor, now) for id_, point in points.items())
        session.add(Place(id="nowhere", kind="city", provenance_id=editor, updated_at=now))
    return points


@pytest.fixture
def named(database: Database, backend: str, everywhere: dict[str, Point]) -> None:
    """An article about each place."""
    now = datetime.now(UTC)
    numbers = list(enumerate(everywhere, start=1))
    tables: dict[type, list[dict[str, object]]] = {
        Article: [
            {"id": id_, "source_language": "en", "status": "usable"}
            | dict.fromkeys(["listed_at", "created_at", "updated_at"], now)
            for _, id_ in numbers
        ],
        Translation: [
            {"id": number, "article_id": id_, "language": "en", "direction": "ltr", "slug": id_}
            for number, id_ in numbers
        ],
        Revision: [
            {"id": number, "translation_id": number, "number": 1, "headline": id_, "content_hash": ""}
            | {"created_at": now}
            for number, id_ in numbers
        ],
        Mention: [
            {"revision_id": number, "place_id": id_, "block": "lead", "start": 0, "end": 1}
            | {"surface": "x", "evidence": "label"}
            for number, id_ in numbers
        ],
    }
    with database.write() as session:
        for table, rows in tables.items():
            session.execute(insert(table), rows)
        if backend == "postgresql":  # whose daemon does it by itself, later
            session.connection().execute(text("ANALYZE"))


def _place(id_: str, point: Point, provenance_id: int, now: datetime) -> Place:
    is_in_country = id_ == COUNTRY or id_ in CITIES
    return Place(
        id=id_,
        kind="country" if id_ == COUNTRY else "city",
        country="XX" if is_in_country else id_[-2:],
        latitude=point.latitude,
        longitude=point.longitude,
        provenance_id=provenance_id,
        updated_at=now,
    )


def _is_in(area: Area, point: Point) -> bool:
    if isinstance(area, Circle):
        return kilometres(area.center, point) <= area.radius
    flat = area.flat()
    return any(
        box.west <= point.longitude <= box.east and box.south <= point.latitude <= box.north for box in flat
    )


def test_areas_hold_what_a_look_at_every_place_finds(
    database: Database, everywhere: dict[str, Point]
) -> None:
    with database.read() as session:
        for area in AREAS:
            found = list_place_ids(session, [area], after=None, limit=MANY * 2)
            expected = sorted(id_ for id_, point in everywhere.items() if _is_in(area, point))
            assert found == expected, area
            assert expected, area


def test_the_nearest_come_first_and_pages_go_on_where_the_last_ended(
    database: Database, everywhere: dict[str, Point]
) -> None:
    circle = Circle(Point(89, 10), 3000)
    with database.read() as session:
        paged: list[tuple[str, float]] = []
        while page := list_nearest(session, circle.center, [circle], after=_end(paged), limit=7):
            paged += page
    expected = {id_: kilometres(circle.center, point) for id_, point in everywhere.items()}
    near = sorted((far, id_) for id_, far in expected.items() if far <= circle.radius)
    assert [id_ for id_, _ in paged] == [id_ for _, id_ in near]
    assert [distance(h) for _, h in paged] == pytest.approx([far for far, _ in near], abs=1e-3)


def _end(paged: list[tuple[str, float]]) -> tuple[float, str] | None:
    return (paged[-1][1], paged[-1][0]) if paged else None


@pytest.fixture
def plans(database: Database, backend: str) -> Iterator[list[str]]:
    """How the database goes about each statement of a reader."""
    explain = "EXPLAIN QUERY PLAN " if backend == "sqlite" else "EXPLAIN "
    found: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, parameters: object, *_: object) -> None:
        if statement.startswith("SELECT"):
            with database.read() as session:
                driver = session.connection().connection.driver_connection
                rows = driver.cursor().execute(explain + statement, parameters)  # type: ignore[union-attr]
                found.append("\n".join(str(row[-1]) for row in rows.fetchall()))

    engine = database._reader
    event.listen(engine, "before_cursor_execute", note)
    yield found
    event.remove(engine, "before_cursor_execute", note)


@pytest.mark.usefixtures("named")
@pytest.mark.parametrize(
    "area", [Box(170, -30, -170, 30), Circle(Point(45, 5), 400), Circle(Point(90, 0), 300)]
)
def test_no_place_is_looked_at_that_the_index_does_not_name(
    database: Database, plans: list[str], area: Box | Circle
) -> None:
    with database.read() as session:
        list_place_ids(session, [area], after=None, limit=20)
        if isinstance(area, Circle):
            list_nearest(session, area.center, [area], after=None, limit=20)
        assert count_articles(session, ArticleFilter(areas=[area]), datetime.now(UTC)) > 0
    for plan in plans:
        assert not re.search(r"SCAN (place|mention)\b(?! VIRTUAL)|Seq Scan on (place|mention)", plan), plan
        assert "VIRTUAL TABLE INDEX 2:" in plan or "ix_place_position" in plan, plan
    assert "ix_mention_place_id" in plans[-1]


@pytest.mark.usefixtures("named")
def test_a_country_is_named_where_its_cities_are(database: Database) -> None:
    now = datetime.now(UTC)
    with database.read() as session:
        assert count_articles(session, ArticleFilter(place=COUNTRY), now) == 1 + len(CITIES)
        assert count_naming(session, Place, [COUNTRY, "p-7", "p-99"], now) == {
            COUNTRY: 1 + len(CITIES),
            "p-7": 1,
            "p-99": 1,
        }


@pytest.mark.usefixtures("everywhere")
def test_a_place_that_moves_or_goes_is_found_where_it_is(database: Database) -> None:
    with database.write() as session:
        session.get_one(Place, "p-7").latitude = -10.0
        session.delete(session.get_one(Place, "p-3"))
        nowhere = session.get_one(Place, "nowhere")
        nowhere.latitude, nowhere.longitude = 10.0, 20.0
    with database.read() as session:
        assert list_place_ids(session, [Circle(Point(10, 20), 1)], after=None, limit=9) == ["nowhere"]
        assert list_place_ids(session, [Circle(Point(-10, 20), 1)], after=None, limit=9) == ["p-7"]
        assert list_place_ids(session, [Circle(Point(0, 180), 1)], after=None, limit=9) == ["p-4"]


def test_an_sqlite_without_trigonometry_gets_pythons() -> None:
    connection = sqlite.driver.connect(":memory:")
    own = connection.execute("SELECT sin(0.3), cos(0.3), radians(30.0), sin(NULL)").fetchone()

    class Without:
        """A build without SQLITE_ENABLE_MATH_FUNCTIONS refuses by name."""

        def execute(self, _: str) -> None:
            raise sqlite.driver.OperationalError("no such function: cos")

        create_function = connection.create_function

    sqlite.add_missing_functions(Without())
    replaced = connection.execute("SELECT sin(0.3), cos(0.3), radians(30.0), sin(NULL)").fetchone()
    connection.close()
    assert replaced == pytest.approx(own)
