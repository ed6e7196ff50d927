"""Databases of any size: what was imported once, copied under other ids, all as the program would render it.

A copy's number stands at the end of its id and its slugs: ``2018-12-06-anti-isis-coalition-000001``.
"""

import random
import tempfile
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Table,
    func,
    insert,
    literal,
    select,
    text,
    true,
    type_coerce,
)

from app.commands.import_inbox import import_inbox
from app.commands.render_article import render_article
from app.database.engine import Database
from app.database.migrations import open_database
from app.intake.article_folder import find_inbox
from app.models import metadata
from app.models.representation import first_on_shelf
from app.representations.coding import Coding
from app.representations.field_lines import read_field_lines
from app.representations.renderer import coded_bodies, renderer
from app.settings import Settings
from benchmarks.indexed_copies import (
    INDEXED_TEXT,
    copy_index,
    drop_terms,
    finish_index,
    index_anew,
    index_terms,
    indexed,
)
from benchmarks.telling import Tell

BATCH = 1000
"""Articles copied in one transaction."""
TOLD = 10_000
CHECKED = 5
"""Copies that are compared with what the program makes of them."""

ARTICLE = metadata.tables["article"]
TRANSLATION = metadata.tables["translation"]
REPRESENTATION = metadata.tables["representation"]


class WronglyFilled(Exception):
    """A copy that is not what the program would have stored."""


def numbered(name: str, number: int) -> str:
    return f"{name}-{number:06}"


def open_sqlite(path: Path) -> Database:
    return open_database(Settings(database_url=f"sqlite:///{path}"))


def filled(folder: Path, articles: int, *, inbox: Sequence[Path], tell: Tell) -> Path:
    """A SQLite file with so many copies; one that this program's rows are in already is taken as it is."""
    path = folder / f"{inbox[0].name}-{articles}-{renderer()}.db"
    if not path.exists():
        with finished(path) as unfinished:
            fill_sqlite(unfinished, articles, inbox=inbox, tell=tell)
    return path


@contextmanager
def finished(path: Path) -> Iterator[Path]:
    """Where to make a file that is to be there as a whole or not at all."""
    with tempfile.TemporaryDirectory(prefix="unfinished-", dir=path.parent) as folder:
        unfinished = Path(folder, path.name)
        yield unfinished
        unfinished.rename(path)


def fill_sqlite(path: Path, articles: int, *, inbox: Sequence[Path], tell: Tell) -> None:
    """Imports ``inbox``, which holds one article, and copies that so many times. Raises WronglyFilled."""
    with closing(open_sqlite(path)) as database:
        for _ in import_inbox(database, find_inbox(inbox), default_language="en"):
            pass
        _copy_article(database, articles, tell)
        with database.writer.connect() as connection:
            connection.execution_options(isolation_level="AUTOCOMMIT").exec_driver_sql("ANALYZE")
        check_copies(database, articles)


def _copy_article(database: Database, articles: int, tell: Tell) -> None:
    slug = TRANSLATION.c.slug
    with database.writer.begin() as connection:
        copying = plan_copying(
            connection, ARTICLE, named=[ARTICLE.c.id, slug], without=[REPRESENTATION, INDEXED_TEXT]
        )
        slugs = {row.slug for row in connection.execute(select(slug))}
        originals = connection.execute(
            select(REPRESENTATION, TRANSLATION.c.article_id, TRANSLATION.c.language)
            .join(TRANSLATION)
            .where(REPRESENTATION.c.coding == Coding.IDENTITY)
            .order_by(REPRESENTATION.c.id)
        ).all()
    for numbers in batches(articles):
        with database.writer.begin() as connection:
            copying.copy(connection, numbers)
            copy_index(
                connection, numbers, articles=1, translations=copying.step(TRANSLATION), numbered=False
            )
            rows = [
                row
                for number in numbers
                for row in _representations(originals, slugs, copying.key(TRANSLATION), number)
            ]
            connection.execute(insert(REPRESENTATION), rows)
        if numbers[-1] % TOLD == 0:
            tell(f"{numbers[-1]:,} of {articles:,} articles")
    with database.writer.begin() as connection:
        finish_index(connection, articles, numbered=False)


def batches(articles: int) -> Iterator[range]:
    for first in range(1, articles + 1, BATCH):
        yield range(first, min(first + BATCH, articles + 1))


@dataclass(frozen=True, slots=True)
class Copying:
    """Rows copied within a database, with all that belongs to them.

    ``originals`` are the primary keys of the rows, by table; ``named`` the columns whose texts get the
    copy's number.
    """

    originals: Mapping[Table, Sequence[Any]]
    named: Collection[Column[Any]]

    def copy(self, connection: Connection, numbers: range) -> None:
        for table, keys in self.originals.items():
            counted = _counted(numbers)
            values = [self._value(column, counted.c.number) for column in table.columns]
            rows = select(*values).join(counted, true()).where(_key(table).in_(keys))
            connection.execute(insert(table).from_select([column.name for column in table.columns], rows))

    def _value(self, column: Column[Any], number: ColumnElement[int]) -> ColumnElement[Any]:
        owner = _owner(column)
        if owner in self.named:
            return func.printf("%s-%06d", column, number)
        if owner.primary_key and owner.table in self.originals:
            return type_coerce(column + number * self.step(owner.table), column.type)
        return column

    def key(self, table: Table) -> Callable[[int, int], int]:
        """Of an original's primary key and a copy's number makes the copy's."""
        step = self.step(table)
        return lambda original, number: original + number * step

    def step(self, table: Table) -> int:
        """How far a copy's primary keys are from those of the copy before."""
        return int(max(self.originals[table]))


def plan_copying(
    connection: Connection, root: Table, *, named: Collection[Column[Any]], without: Collection[Table] = ()
) -> Copying:
    """Of all rows of a table, and of all tables that refer to it, directly or not."""
    originals: dict[Table, Sequence[Any]] = {}
    for table in root.metadata.sorted_tables:
        owners = {key.column.table for key in table.foreign_keys}
        if table not in without and (table is root or owners & originals.keys()):
            originals[table] = connection.execute(select(_key(table))).scalars().all()
    return Copying({table: keys for table, keys in originals.items() if keys}, named)


def _key(table: Table) -> Column[Any]:
    (column,) = table.primary_key.columns
    return column


def _owner(column: Column[Any]) -> Column[Any]:
    """The column that a reference is to, or that itself is."""
    for key in column.foreign_keys:
        return _owner(key.column)
    return column


def _counted(numbers: range) -> Any:
    first = select(literal(numbers[0]).label("number")).cte("counted", recursive=True)
    return first.union_all(select(first.c.number + 1).where(first.c.number < numbers[-1]))


def _representations(
    originals: Sequence[Any], slugs: Collection[str], key: Callable[[int, int], int], number: int
) -> Iterator[dict[str, Any]]:
    for original in originals:
        article_id = numbered(original.article_id, number)
        body = original.body.replace(original.article_id.encode(), article_id.encode())
        for slug in slugs:
            body = body.replace(f'"slug":"{slug}"'.encode(), f'"slug":"{numbered(slug, number)}"'.encode())
        translation_id = key(original.translation_id, number)
        shared = {
            "translation_id": translation_id,
            "renderer": original.renderer,
            "languages": original.languages,
            "served_from": original.served_from,
        }
        said = {name.decode(): value.decode() for name, value in read_field_lines(original.fields)}
        fields = {
            name: said[name].replace(original.article_id, article_id) for name in ("content-location", "link")
        }
        for coded in coded_bodies(body, original.language, fields):
            yield {**shared, "id": first_on_shelf(coded["coding"]) + translation_id, **coded}


def check_copies(database: Database, articles: int) -> None:
    """Compares some with what the program renders of the same rows. Raises WronglyFilled."""
    with database.read() as session:
        (first,) = session.execute(select(ARTICLE.c.id).order_by(func.length(ARTICLE.c.id)).limit(1)).one()
    chance = random.Random(articles)  # noqa: S311  # nothing here is secret
    for number in {1, articles, *(chance.randint(1, articles) for _ in range(CHECKED))}:
        article_id = numbered(first, number)
        with database.write(rehearsal=True) as session:
            stored = _stored(session.connection(), article_id)
            render_article(session, article_id)
            index_anew(session, article_id)
            session.flush()
            if not all(stored) or stored != _stored(session.connection(), article_id):
                raise WronglyFilled(f"{article_id} is not stored as the program renders and indexes it")


def _stored(connection: Connection, article_id: str) -> list[list[Any]]:
    rows = select(REPRESENTATION).join(TRANSLATION).where(TRANSLATION.c.article_id == article_id)
    return [sorted(map(tuple, connection.execute(rows))), indexed(connection, article_id)]


def copy_to_postgresql(source: Path, url: str, *, tell: Tell) -> None:
    """All rows of a filled SQLite file, into a database that has none."""
    with closing(open_sqlite(source)) as filled, closing(open_database(Settings(database_url=url))) as empty:
        with filled.read() as session, empty.writer.begin() as connection:
            # The file's foreign keys were checked when it was filled.
            connection.execute(text("SET LOCAL session_replication_role = replica"))
            drop_terms(connection)
            for table in metadata.sorted_tables:
                tell(f"PostgreSQL: {table.name}")
                rows = session.connection().exec_driver_sql(f'SELECT * FROM "{table.name}"')  # noqa: S608  # our own tables' names
                connection.execute(table.delete())  # a tally of nothing is there from the start
                _copy_in(connection, table, rows.keys(), rows)
            tell("PostgreSQL: the index of terms")
            index_terms(connection)
        with empty.writer.connect() as connection:
            connection.execution_options(isolation_level="AUTOCOMMIT").execute(text("VACUUM ANALYZE"))


def _copy_in(connection: Connection, table: Table, columns: Collection[str], rows: Any) -> None:
    driver_connection: Any = connection.connection.driver_connection
    names = ", ".join(f'"{column}"' for column in columns)
    with driver_connection.cursor().copy(f'COPY "{table.name}" ({names}) FROM STDIN') as copy:
        for row in rows:
            copy.write_row(row)
    for key in table.primary_key.columns:
        if key.autoincrement is not False and key.type.python_type is int:
            sequence = func.pg_get_serial_sequence(table.name, key.name)
            connection.execute(select(func.setval(sequence, func.max(key) + 1, False)))
