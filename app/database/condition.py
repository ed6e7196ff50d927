"""Whether a database can be worked with, and which it is."""

from dataclasses import dataclass

from sqlalchemy import text
from sqlmodel import Session

from app.database import sqlite
from app.database.engine import Database
from app.database.migrations import current_revision, head_revision
from app.errors import DatabaseUnavailable
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


def find_damage(session: Session) -> list[str]:
    """In the database's own words: SQLite's pages, PostgreSQL's indexes that it does not trust."""
    if session.get_bind().dialect.name == "sqlite":
        found = session.execute(text("PRAGMA integrity_check (10)")).scalars().all()
        return [line for line in found if line != "ok"]
    invalid = "SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid"
    return [f"the index {name} is not valid" for name in session.execute(text(invalid)).scalars()]


def count_broken_references(session: Session) -> int:
    """PostgreSQL lets nobody make any."""
    if session.get_bind().dialect.name != "sqlite":
        return 0
    return len(session.execute(text("PRAGMA foreign_key_check")).all())
