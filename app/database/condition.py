"""Whether a database can be worked with, and which it is."""

import re
from collections.abc import Set
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import inspect, text
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from app.database import fulltext, sqlite
from app.database.dialect import is_sqlite
from app.database.engine import Database
from app.database.migrations import current_revision, head_revision
from app.errors import DatabaseUnavailable
from app.models import metadata
from app.texts.text import Text


@dataclass(frozen=True, slots=True)
class Condition:
    database: str
    schema_revision: str


def read_condition(database: Database) -> Condition:
    """Raises DatabaseUnavailable also for a database whose schema is not this program's."""
    with database.read() as session:
        found = current_revision(session.connection())
        needed = head_revision()
        if found != needed:
            raise DatabaseUnavailable(
                Text(
                    "The database's schema is at revision {found}, this program needs {needed}.",
                    {"found": found, "needed": needed},
                )
            )
        if database.is_sqlite:
            return Condition(f"SQLite {sqlite.driver.sqlite_version}", found)
        version = session.connection().execute(text("SHOW server_version")).scalar_one()
        return Condition(f"PostgreSQL {version}", found)


class Damage(NamedTuple):
    """``of_full_text`` is that of the full-text index, which can be made anew."""

    of_full_text: list[str]
    others: list[str]


def find_damage(session: Session) -> Damage:
    """In the database's own words: SQLite's pages, PostgreSQL's indexes that it does not trust."""
    if is_sqlite(session):
        found = _check_pages(session)
        roots = {root for name, root in session.execute(_ROOTS) if name in fulltext.OURS}
    else:
        invalid = "SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid"
        found = [f"the index {name} is not valid" for name in session.execute(text(invalid)).scalars()]
        roots = set()
    of_full_text = [line for line in found if _is_of_full_text(line, roots)]
    return Damage(of_full_text, [line for line in found if line not in of_full_text])


def _check_pages(session: Session) -> list[str]:
    """A full-text index that cannot be opened hides all that comes after it."""
    try:
        lines = session.execute(text("PRAGMA integrity_check (10)")).scalars().all()
    except DBAPIError as error:
        if not _is_of_full_text(str(error.orig), frozenset()):
            raise
        return [str(error.orig)]
    return [line for line in lines if line != "ok"]


_ROOTS = text("SELECT name, rootpage FROM sqlite_schema WHERE rootpage > 0")
_TREE = re.compile(r"(?:Tree|on page) (\d+)")
"""By the number of its first page."""


def _is_of_full_text(line: str, roots: Set[int]) -> bool:
    trees = {int(root) for root in _TREE.findall(line)}
    words = {*fulltext.OURS, "fts5"}
    return (bool(trees) and trees <= roots) or not words.isdisjoint(re.findall(r"\w+", line))


def find_missing_tables(session: Session) -> list[str]:
    there = set(inspect(session.connection()).get_table_names())
    return sorted(metadata.tables.keys() - there)


def count_broken_references(session: Session) -> int:
    """PostgreSQL lets nobody make any."""
    if not is_sqlite(session):
        return 0
    return len(session.execute(text("PRAGMA foreign_key_check")).all())
