"""Representations read one at a time, straight from the driver: the ORM would cost ten times the reading."""

import asyncio
import logging
import time
from contextlib import suppress
from typing import Any, Protocol

from sqlalchemy import URL

from app.database import sqlite
from app.database.engine import Database
from app.database.memory import memory_bytes
from app.models.representation import CODINGS, first_on_shelf
from app.settings import Settings

_FIND = (
    "SELECT languages, served_from, etag, fields, body FROM representation WHERE id = {0} + "
    "(SELECT id FROM translation WHERE article_id = {1} AND language = {2}) AND renderer = {3}"
)
"""By the id that ``first_on_shelf`` gives."""
_LANGUAGES = (
    "SELECT languages FROM representation JOIN translation ON translation.id = translation_id "
    "WHERE article_id = {0} LIMIT 1"
)
_WARM = (
    "SELECT total(length(fields) + length(body)), max(substr(body, -1)) FROM representation "
    "WHERE id > ? AND id <= ?"
)
"""The last byte besides: the length alone is known without what a row has on further pages."""
_NEWEST = "SELECT max(id) FROM translation"
_PART_OF_MEMORY = 4
"""As PostgreSQL's manual advises for its own, section 19.4.1."""
_WARMED_AT_ONCE = 256
"""Rows: a few milliseconds of reading."""
_PAUSE = 0.001
"""Seconds between them, for requests to be answered in."""
_REST = 10
"""Times as long as the reading took, before it is done again."""
_LOOK_AGAIN = 5.0
"""Seconds without a commit: then it is worth it."""
_MOST_WARMED = 0.5
"""Of the page cache by the bytes of rows: a page may have room for all but another one."""
_log = logging.getLogger("dragoman")


StoredRepresentation = tuple[str, int, str, bytes, bytes]
"""Languages, served_from, etag, fields and body of ``app.models.Representation``."""


class Shelf(Protocol):
    """Used from one event loop alone. ``trouble``: what its methods raise when the database is in trouble."""

    @property
    def trouble(self) -> tuple[type[Exception], ...]: ...

    async def find(
        self, article_id: str, language: str, renderer: str, coding: str
    ) -> StoredRepresentation | None: ...

    async def find_languages(self, article_id: str) -> str | None:
        """Those of the article, in the server's order but for the site's default."""

    async def stamp(self) -> object:
        """Another value than before if anything was committed since, by whomever; maybe also if not."""

    async def keep_warm(self) -> None:
        """Reads what is most likely asked for, the newest, while requests are answered.

        Again after commits have emptied the page cache; for ever, until it is cancelled.
        """

    async def close(self) -> None: ...


async def open_shelf(database: Database, settings: Settings) -> Shelf | None:
    """None where it cannot be opened: then everything is answered from the tables."""
    if database.is_sqlite:
        return SQLiteShelf(database, page_cache_bytes(settings))
    try:
        return await PostgreSQLShelf.open(database.url, settings)
    except Exception as error:  # whatever it is, the server works without
        _log.warning("articles are put together for each reader, the stored ones cannot be read: %s", error)
        return None


def page_cache_bytes(settings: Settings) -> int:
    return (settings.page_cache_bytes or memory_bytes() // _PART_OF_MEMORY) // settings.workers


class SQLiteShelf:
    """Reads on the event loop: a point read takes a few microseconds, a thread's turn ten times that.

    To take and leave a snapshot is half of a read, so all reads of one turn of the loop share one. It is
    never older than a request that it answers: the requests of a turn had arrived before it, and what arrives
    later is handled after ``_end``, which was scheduled before.
    """

    trouble = (sqlite.driver.Error,)
    _find = _FIND.format("?", "?", "?", "?")
    _languages = _LANGUAGES.format("?")

    def __init__(self, database: Database, page_cache_bytes: int) -> None:
        self._page_cache_bytes = page_cache_bytes
        self._connection = sqlite.driver.connect(database.path, check_same_thread=False)
        sqlite.prepare_connection(self._connection, synchronous="NORMAL", timeout=0, read_only=True)
        self._connection.execute(f"PRAGMA cache_size = -{page_cache_bytes // 1024}")
        self._execute = self._connection.execute
        self._call_soon = asyncio.get_running_loop().call_soon
        self._is_reading = False

    async def find(
        self, article_id: str, language: str, renderer: str, coding: str
    ) -> StoredRepresentation | None:
        if not self._is_reading:
            self._begin()
        row: StoredRepresentation | None = self._execute(
            self._find, (first_on_shelf(coding), article_id, language, renderer)
        ).fetchone()
        return row

    async def find_languages(self, article_id: str) -> str | None:
        if not self._is_reading:
            self._begin()
        row = self._execute(self._languages, (article_id,)).fetchone()
        return row and str(row[0])

    async def stamp(self) -> object:
        """https://sqlite.org/pragma.html#pragma_data_version: of this connection, which never writes."""
        if not self._is_reading:
            self._begin()
        return self._execute("PRAGMA data_version").fetchone()[0]

    async def keep_warm(self) -> None:
        """Whatever goes wrong, requests are answered without."""
        rest, warmed, before = 0.0, None, None
        while True:
            await asyncio.sleep(rest)
            rest = _LOOK_AGAIN
            with suppress(sqlite.driver.Error):
                now = await self.stamp()
                if warmed is None or warmed != now == before:
                    warmed, began = now, time.monotonic()
                    await self.warm()
                    rest = max(rest, _REST * (time.monotonic() - began))
                before = now

    async def warm(self) -> None:
        """Takes turns with requests."""
        room = self._page_cache_bytes * _MOST_WARMED
        last = self._execute(_NEWEST).fetchone()[0] or 0
        while last > 0 and room > 0:
            for shelf in map(first_on_shelf, CODINGS):
                if not self._is_reading:
                    self._begin()
                room -= self._execute(_WARM, (shelf + last - _WARMED_AT_ONCE, shelf + last)).fetchone()[0]
                await asyncio.sleep(_PAUSE)
            last -= _WARMED_AT_ONCE

    async def close(self) -> None:
        self._connection.close()

    def _begin(self) -> None:
        self._execute("BEGIN")
        self._is_reading = True
        self._call_soon(self._end)

    def _end(self) -> None:
        self._is_reading = False
        with suppress(sqlite.driver.Error):
            self._execute("ROLLBACK")


class PostgreSQLShelf:
    _find = _FIND.format("$1::bigint", "$2", "$3", "$4")
    _languages = _LANGUAGES.format("$1")

    def __init__(self, pool: Any, trouble: tuple[type[Exception], ...]) -> None:
        self._pool = pool
        self.trouble = trouble

    @classmethod
    async def open(cls, url: URL, settings: Settings) -> "PostgreSQLShelf":
        import asyncpg  # noqa: PLC0415  # an extra: only this database needs it

        pool = await asyncpg.create_pool(
            url.set(drivername="postgresql")
            .difference_update_query(["connect_timeout"])
            .render_as_string(hide_password=False),
            min_size=1,
            max_size=settings.read_connections,
            timeout=_SECONDS_TO_CONNECT,
            command_timeout=_SECONDS_TO_ANSWER,
            connection_class=_reading_connection(asyncpg),
        )
        trouble = (asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError)
        return cls(pool, (OSError, TimeoutError, *trouble))

    async def find(
        self, article_id: str, language: str, renderer: str, coding: str
    ) -> StoredRepresentation | None:
        row = await self._pool.fetchrow(self._find, first_on_shelf(coding), article_id, language, renderer)
        return tuple(row) if row else None

    async def find_languages(self, article_id: str) -> str | None:
        row = await self._pool.fetchrow(self._languages, article_id)
        return row and str(row[0])

    async def stamp(self) -> object:
        """Which transactions are visible; another one as soon as any that wrote has ended."""
        return await self._pool.fetchval("SELECT pg_current_snapshot()::text")

    async def keep_warm(self) -> None:
        """The server keeps its pages itself."""

    async def close(self) -> None:
        await self._pool.close()


_SECONDS_TO_CONNECT = 10
_SECONDS_TO_ANSWER = 5


def _reading_connection(asyncpg: Any) -> Any:
    class ReadingConnection(asyncpg.Connection):  # type: ignore[misc]  # the driver is not typed
        def get_reset_query(self) -> str:
            """Single reads leave nothing behind, and a reset is a round trip."""
            return ""

    return ReadingConnection
