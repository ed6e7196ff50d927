"""Tells the caches in front what a command has changed, and what an earlier one could not tell."""

import time

from app.commands.purge import SETTLED, tell_caches
from app.database.engine import Database
from app.errors import CacheUnreachable


class Telling:
    def __init__(self, database: Database) -> None:
        self._database = database
        self._next = time.monotonic() + SETTLED.total_seconds()

    def once_in_a_while(self) -> None:
        """While a long command works on. A cache that is out of reach is left for the end."""
        if time.monotonic() < self._next:
            return
        try:
            tell_caches(self._database)
            self._next = time.monotonic() + SETTLED.total_seconds()
        except CacheUnreachable:
            self._next = float("inf")

    def to_the_end(self) -> None:
        """Raises CacheUnreachable; what was not told is told by the next command."""
        while tell_caches(self._database):
            time.sleep(SETTLED.total_seconds())
