"""Searches take turns and have a deadline, so that none of them keeps other requests waiting."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.database.engine import Database
from app.database.session import ReadSession
from app.errors import SearchTooLong
from app.texts.text import Text

AT_ONCE = 4
"""Searches of a process that run at the same time: more would only share the processor."""
_STEPS_BETWEEN_LOOKS = 50_000
"""Of SQLite's machine: some milliseconds."""
_turns = threading.BoundedSemaphore(AT_ONCE)


@contextmanager
def searching(database: Database, seconds: float) -> Iterator[ReadSession]:
    """Raises SearchTooLong when the turn does not come, or the statements are not done, within that time."""
    deadline = time.monotonic() + seconds
    if not _turns.acquire(timeout=seconds):
        raise _too_long()
    try:
        with database.read() as session, _ending_at(database, session, deadline):
            yield session
    finally:
        _turns.release()


@contextmanager
def _ending_at(database: Database, session: ReadSession, deadline: float) -> Iterator[None]:
    if not database.is_sqlite:
        milliseconds = max(1, int((deadline - time.monotonic()) * 1000))
        session.execute(text(f"SET LOCAL statement_timeout = {milliseconds}"))
    driver: Any = session.connection().connection.driver_connection
    if database.is_sqlite:
        driver.set_progress_handler(lambda: time.monotonic() > deadline, _STEPS_BETWEEN_LOOKS)
    try:
        yield
    except DBAPIError as error:
        if _was_stopped(error):
            raise _too_long() from error
        raise
    finally:
        if database.is_sqlite:
            driver.set_progress_handler(None, 0)


def _was_stopped(error: DBAPIError) -> bool:
    sqlite_name = getattr(error.orig, "sqlite_errorname", "")
    return sqlite_name == "SQLITE_INTERRUPT" or getattr(error.orig, "sqlstate", "") == "57014"


def _too_long() -> SearchTooLong:
    return SearchTooLong(
        Text("The search takes too long; ask for rarer words."), headers={"Retry-After": "5"}
    )
