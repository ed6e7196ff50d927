"""Opens the database that a URL names and hands out sessions on it."""

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, PendingRollbackError

from app.database import sqlite
from app.database.failures import as_problems
from app.database.session import ReadSession, WriteSession
from app.database.writer_lock import WriterLock
from app.errors import SettingError
from app.settings import Settings

_ONE_WRITER = 0x64726167  # "drag": the advisory lock that PostgreSQL's writers take in turn
_CONNECT_SECONDS = 10
"""How long PostgreSQL may take to answer a new connection; ``?connect_timeout=`` in the URL wins."""


class Database:
    """An engine for readers and one for writers, on the same database."""

    def __init__(self, settings: Settings) -> None:
        self.url = parse_database_url(settings.database_url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self.caches = settings.purge_urls.split()
        """Base addresses of the caches in front that are told what changes."""
        self._write_timeout = settings.write_timeout
        if self.is_sqlite:
            self._reader = _sqlite_engine(self.url, settings, read_only=True)
            self.writer = _sqlite_engine(self.url, settings, read_only=False)
            self._writer_lock = WriterLock(self.path, settings.write_timeout)
        else:
            self._reader = _postgresql_engine(self.url, settings).execution_options(
                isolation_level="REPEATABLE READ", postgresql_readonly=True
            )
            self.writer = _postgresql_engine(self.url, settings)

    @property
    def path(self) -> Path:
        """The file of a SQLite database."""
        return Path(self.url.database or "")

    def is_there(self) -> bool:
        """Whether the SQLite file is to be seen; of a server that is not known before it is asked."""
        return not self.is_sqlite or os.path.exists(self.path)  # noqa: PTH110  # Path.exists raises where it may not look

    @contextmanager
    def read(self) -> Iterator[ReadSession]:
        session = ReadSession(self._reader, expire_on_commit=False)
        try:
            with as_problems():
                yield session
        finally:
            _leave(session)

    @contextmanager
    def write(self, *, rehearsal: bool = False) -> Iterator[WriteSession]:
        """Commits when the block ends, rolls back when it raises or is a rehearsal."""
        with as_problems(), self.writer_turn(), WriteSession(self.writer) as session:
            if not self.is_sqlite:
                take_postgresql_turn(session.connection(), self._write_timeout)
            session.has_caches = bool(self.caches)
            yield session
            if rehearsal:
                session.flush()
                session.rollback()
                return
            session.commit()

    def writer_turn(self) -> AbstractContextManager[None]:
        return self._writer_lock.turn() if self.is_sqlite else nullcontext()

    def close(self) -> None:
        self._reader.dispose()
        self.writer.dispose()


def _leave(session: ReadSession) -> None:
    """What was read is read, even if the connection has broken since.

    By a commit: when a transaction is rolled back, PostgreSQL's driver forgets all that it has prepared.
    """
    try:
        session.commit()
        session.close()
    except (DBAPIError, PendingRollbackError):
        session.invalidate()


def take_postgresql_turn(connection: Connection, timeout: float) -> None:
    """Waits for the other writers; the turn ends with the transaction."""
    connection.execute(text(f"SET LOCAL lock_timeout = {int(timeout * 1000)}"))
    connection.execute(text(f"SELECT pg_advisory_xact_lock({_ONE_WRITER})"))


def parse_database_url(url: str) -> URL:
    """Raises SettingError for anything but a SQLite file or PostgreSQL."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise SettingError(
            "DRAGOMAN_DATABASE_URL: not a database URL; for example sqlite:///dragoman.db"
        ) from error
    backend = parsed.drivername.partition("+")[0]
    if backend in ("postgresql", "postgres"):
        return parsed.set(drivername="postgresql+psycopg")
    if backend != "sqlite":
        raise SettingError(f"DRAGOMAN_DATABASE_URL: {backend!r} is neither sqlite nor postgresql")
    if parsed.database in (None, "", ":memory:") or str(parsed.database).startswith("file:"):
        raise SettingError(
            "DRAGOMAN_DATABASE_URL: SQLite needs a file, for example sqlite:///dragoman.db: "
            "readers and the writer have connections of their own"
        )
    return parsed.set(drivername="sqlite+pysqlite")


def _sqlite_engine(url: URL, settings: Settings, *, read_only: bool) -> Engine:
    engine = create_engine(
        url,
        module=sqlite.driver,
        connect_args={"check_same_thread": False},
        pool_size=settings.read_connections if read_only else 1,
        max_overflow=0,
        pool_timeout=settings.write_timeout,
    )

    def on_connect(connection: Any, _record: object) -> None:
        sqlite.prepare_connection(
            connection,
            synchronous=settings.sqlite_synchronous,
            timeout=settings.write_timeout,
            read_only=read_only,
        )

    def on_begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")

    event.listen(engine, "connect", on_connect)
    event.listen(engine, "begin", on_begin)
    return engine


def _postgresql_engine(url: URL, settings: Settings) -> Engine:
    if "connect_timeout" not in url.query:
        url = url.update_query_dict({"connect_timeout": str(_CONNECT_SECONDS)})
    try:
        engine = create_engine(
            url,
            pool_size=settings.read_connections,
            max_overflow=0,
            pool_timeout=settings.write_timeout,
            pool_pre_ping=True,
        )
    except ModuleNotFoundError as error:
        raise SettingError(
            "DRAGOMAN_DATABASE_URL: PostgreSQL needs its driver: pip install 'dragoman[postgresql]'"
        ) from error
    event.listen(engine, "connect", _compile_nothing)
    return engine


def _compile_nothing(connection: Any, _record: object) -> None:
    """To make machine code of a statement takes tenths of a second, and ours take hundredths."""
    connection.execute("SET jit = off")
    connection.commit()
