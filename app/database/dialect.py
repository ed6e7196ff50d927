"""Which of the two databases a session is of."""

from sqlmodel import Session


def is_sqlite(session: Session) -> bool:
    return session.get_bind().dialect.name == "sqlite"
