"""Searches take turns and have a deadline, so that none of them keeps other requests waiting."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event, text
from sqlalchemy.exc import DBAPIError

from app.database.engine import Database
from app.database.search_queue import SearchQueue
from app.database.session import ReadSession
from app.errors import SearchTooLong
from app.texts.text import Text

AT_ONCE = 2
"""Searches of a process that run at the same time: more would only share the processor."""
MOST_WAITING = 24
"""Each keeps a thread; others who need one have those that are left (of 40)."""
_PATIENCE = 2
"""How much longer than a search may take its turn is waited for."""
_STEPS_BETWEEN_LOOKS = 50_000
"""Of SQLite's machine: some milliseconds."""
_LIMIT = text(
    "SELECT set_config('statement_timeout', :milliseconds, true), "
    "set_config('max_parallel_workers_per_gather', '0', true)"
)
"""For PostgreSQL: of each statement; and one search is to keep one processor busy, not all."""
_queue = SearchQueue(AT_ONCE, MOST_WAITING)


def longest(seconds: float) -> float:
    """How long one takes at the most, with its turn, that may itself take so long."""
    return (_PATIENCE + 1) * seconds


@contextmanager
def searching(database: Database, seconds: float) -> Iterator[ReadSession]:
    """Raises SearchTooLong when the turn does not come, or the statements are not done within that time."""
    with _queue.turn(_PATIENCE * seconds) as has_come:
        if not has_come:
            raise not_done(Text("The server is busy; try again."))
        deadline = time.monotonic() + seconds
        with database.read() as session:
            session.deadline = deadline
            with _ending_in_time(database, session):
                yield session


@contextmanager
def giving_up(session: ReadSession, share: float) -> Iterator[None]:
    """For what can be left out: it is, once it has taken that share of the time that is left."""
    deadline, now = session.deadline, time.monotonic()
    session.deadline = now + share * (deadline - now)
    try:
        yield
    except SearchTooLong:
        pass
    except DBAPIError as error:
        if not _was_stopped(error):
            raise
    finally:
        session.deadline = deadline


@contextmanager
def _ending_in_time(database: Database, session: ReadSession) -> Iterator[None]:
    """Stops the statement that is being worked at, and begins no other: many short ones take long, too."""
    connection = session.connection()
    driver: Any = connection.connection.driver_connection
    if database.is_sqlite:
        driver.set_progress_handler(lambda: time.monotonic() > session.deadline, _STEPS_BETWEEN_LOOKS)
    else:
        milliseconds = max(1, int((session.deadline - time.monotonic()) * 1000))
        connection.execute(_LIMIT, {"milliseconds": str(milliseconds)})

    def begin_none(*_execution: object) -> None:
        if time.monotonic() > session.deadline:
            raise _too_long()

    event.listen(connection, "before_cursor_execute", begin_none)
    try:
        yield
    except DBAPIError as error:
        if _was_stopped(error):
            raise _too_long() from error
        raise
    finally:
        event.remove(connection, "before_cursor_execute", begin_none)
        if database.is_sqlite:
            driver.set_progress_handler(None, 0)


def _was_stopped(error: DBAPIError) -> bool:
    sqlite_name = getattr(error.orig, "sqlite_errorname", "")
    return sqlite_name == "SQLITE_INTERRUPT" or getattr(error.orig, "sqlstate", "") == "57014"


def _too_long() -> SearchTooLong:
    return not_done(Text("The search takes too long; ask for rarer words."))


def not_done(detail: Text) -> SearchTooLong:
    return SearchTooLong(detail, headers={"Retry-After": "5"})
