"""What a database's own errors mean to whoever asked."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from app.errors import DatabaseFull, DatabaseUnavailable, Problem
from app.texts.text import Text

_RETRY = {"Retry-After": "5"}
_SQLITE_TROUBLE = {
    "SQLITE_BUSY": Text("The database file is locked by another program."),
    "SQLITE_LOCKED": Text("The database file is locked by another program."),
    "SQLITE_READONLY": Text("The database file cannot be written."),
    "SQLITE_CANTOPEN": Text("The database file cannot be opened."),
    "SQLITE_IOERR": Text("The disk that holds the database has failed."),
    "SQLITE_NOTADB": Text("The database file is not an SQLite database."),
    "SQLITE_CORRUPT": Text("The database file is damaged."),
}
"""By the names of SQLite's result codes, which extended ones only lengthen (SQLITE_IOERR_FSYNC)."""
_PASSING_STATES = ("08", "40", "53", "55", "57")
"""PostgreSQL's SQLSTATE classes for lost connections, serialisation, resources, locks, shutdown."""
_UNDEFINED_TABLE = "42P01"
"""PostgreSQL's; SQLite has no code of its own for it, only words."""

_log = logging.getLogger("dragoman")


@contextmanager
def as_problems() -> Iterator[None]:
    """Turns errors of the database's condition into Problems; errors in our statements pass unchanged.

    A table that is not there was taken away: whoever runs the server is told which.
    """
    try:
        yield
    except PoolTimeoutError as error:
        raise DatabaseUnavailable(Text("All connections are taken; try again."), headers=_RETRY) from error
    except DBAPIError as error:
        problem = _problem(error)
        if problem is None:
            raise
        raise problem from error


def _problem(error: DBAPIError) -> Problem | None:
    sqlite_name = getattr(error.orig, "sqlite_errorname", "")
    sqlstate = getattr(error.orig, "sqlstate", None) or ""
    if sqlite_name == "SQLITE_FULL" or sqlstate == "53100":
        return DatabaseFull(Text("The disk that holds the database is full."))
    if sqlstate == _UNDEFINED_TABLE or str(error.orig).startswith("no such table:"):
        _log.error("the database is not as this program made it: %s", error.orig)
        return DatabaseUnavailable(Text("The database lacks a table."), headers=_RETRY)
    for name, detail in _SQLITE_TROUBLE.items():
        if sqlite_name.startswith(name):
            return DatabaseUnavailable(detail, headers=_RETRY)
    if sqlstate.startswith(_PASSING_STATES) or error.connection_invalidated:
        return DatabaseUnavailable(Text("The database server cannot answer; try again."), headers=_RETRY)
    if isinstance(error, OperationalError) and not sqlstate and not sqlite_name:
        return DatabaseUnavailable(Text("The database server cannot be reached."), headers=_RETRY)
    return None
