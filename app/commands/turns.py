"""Long work in short turns of the writer, so that imports and the server go on meanwhile."""

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from app.database.engine import Database
from app.database.session import WriteSession

Piece = TypeVar("Piece")

_TURN_SECONDS = 0.1
_PAUSE_SECONDS = 0.01
"""Longer than other processes wait before they ask for the writer's lock again."""


def in_turns(
    database: Database, pieces: Iterable[Piece], work: Callable[[WriteSession, Piece], int]
) -> Iterator[int]:
    """What the work says it has done, together in each turn; that much is stored by then."""
    waiting = deque(pieces)
    while waiting:
        with database.write() as session:
            until = time.monotonic() + _TURN_SECONDS
            done = work(session, waiting.popleft())
            while waiting and time.monotonic() < until:
                done += work(session, waiting.popleft())
        yield done
        time.sleep(_PAUSE_SECONDS)
