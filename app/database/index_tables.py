"""The tables of the full-text index and of what belongs to it: all that they have is made of articles."""

from sqlalchemy import text
from sqlmodel import Session

from app.database.condition import find_missing_tables
from app.database.session import WriteSession
from app.models import Counterpart, IndexedText, Learning, Meaning, Word, WordTally, metadata

INDEX_TABLES = frozenset(
    str(table.__tablename__) for table in (Counterpart, IndexedText, Learning, Meaning, Word, WordTally)
)
_SHORT_ROWS = text("ALTER TABLE indexed_text SET (toast_tuple_target = 128)")
"""As the migration makes it (0015)."""


def find_lost_tables(session: Session) -> list[str]:
    return [name for name in find_missing_tables(session) if name in INDEX_TABLES]


def make_lost_tables(session: WriteSession) -> None:
    """Empty ones."""
    lost = find_lost_tables(session)
    connection = session.connection()
    metadata.create_all(connection, [metadata.tables[name] for name in lost])
    if IndexedText.__tablename__ in lost and connection.dialect.name == "postgresql":
        connection.execute(_SHORT_ROWS)
