"""Writers take turns: one at a time in this process, in this machine's processes, on this database."""

import errno
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from app.errors import DatabaseFull, DatabaseUnavailable, Problem
from app.texts.text import Text

_POLL_SECONDS = 0.005


class WriterLock:
    """A thread lock before a file lock beside the database, both waited for at most ``timeout`` seconds."""

    def __init__(self, database: Path, timeout: float) -> None:
        self._timeout = timeout
        self._thread_lock = threading.Lock()
        self._file_lock = FileLock(f"{database}.writer-lock", thread_local=False)

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Raises DatabaseUnavailable when the turn does not come in time."""
        if not self._thread_lock.acquire(timeout=self._timeout):
            raise _too_long()
        try:
            with self._other_processes_wait():
                yield
        finally:
            self._thread_lock.release()

    @contextmanager
    def _other_processes_wait(self) -> Iterator[None]:
        try:
            self._file_lock.acquire(timeout=self._timeout, poll_interval=_POLL_SECONDS)
        except Timeout as error:
            raise _too_long() from error
        except OSError as error:
            raise _unusable(error) from error
        try:
            yield
        finally:
            self._file_lock.release()


def _too_long() -> DatabaseUnavailable:
    return DatabaseUnavailable(Text("Another writer is at work; try again."), headers={"Retry-After": "5"})


def _unusable(error: OSError) -> Problem:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DatabaseFull(Text("The disk that holds the database is full."))
    return DatabaseUnavailable(
        Text("The lock file beside the database cannot be made: {reason!r}.", {"reason": error.strerror}),
        headers={"Retry-After": "5"},
    )
