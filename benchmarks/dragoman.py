"""Dragoman as it is served, and what tells how it comes by its speed."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from sqlalchemy import URL, create_engine, text

from benchmarks.filling import copy_to_postgresql
from benchmarks.processor import parent_of, pinned_to
from benchmarks.server import UVICORN, Server, free_port, running
from benchmarks.telling import Tell

ARTICLE = "2018-12-06-anti-isis-coalition"
NEGOTIATED = f"/articles/{ARTICLE}-%06d"
LANGUAGE = "nl"
EXACT = f"{NEGOTIATED}/{LANGUAGE}"
LIST = "/articles"
DATABASE = "DRAGOMAN_DATABASE_URL"


def sqlite_url(path: Path) -> str:
    return f"sqlite:///{path}"


@contextmanager
def dragoman_server(database_url: str, folder: Path, core: int, **settings: str) -> Iterator[Server]:
    """By ``dragoman serve``."""
    port = free_port()
    command = [sys.executable, "-m", "app", "serve", "--port", str(port)]
    environment = {DATABASE: database_url, **settings}
    log = folder / f"dragoman-{port}.log"
    with running(command, port=port, core=core, log=log, environment=environment) as server:
        yield server


@contextmanager
def routes_server(database_url: str, folder: Path, core: int) -> Iterator[Server]:
    """The routes alone, without the fast lane in front of them."""
    port = free_port()
    command = [*UVICORN, "--lifespan", "on", "--port", str(port), "--factory", "app.main:create_app"]
    environment = {DATABASE: database_url}
    log = folder / f"routes-{port}.log"
    with running(command, port=port, core=core, log=log, environment=environment) as server:
        yield server


@contextmanager
def dragoman_on_postgresql(filled: Path, folder: Path, core: int, tell: Tell) -> Iterator[Server]:
    """PostgreSQL's processes share the server's core, and their time counts with the server's."""
    from tests.postgresql import create_database, postgresql_server, run_on_server  # noqa: PLC0415  # needs the test packages

    with ExitStack() as stack:
        with pinned_to(core):
            url = stack.enter_context(postgresql_server())
        create_database(url, "dragoman_benchmark")
        stack.callback(run_on_server, url, "DROP DATABASE dragoman_benchmark WITH (FORCE)")
        address = url.set(database="dragoman_benchmark").render_as_string(hide_password=False)
        copy_to_postgresql(filled, address, tell=tell)
        server = stack.enter_context(dragoman_server(address, folder, core))
        yield Server(server.port, [*server.processes, _postmaster(url)])


def _postmaster(url: URL) -> int:
    engine = create_engine(url)
    try:
        with engine.connect() as connection:
            return parent_of(connection.execute(text("SELECT pg_backend_pid()")).scalar_one())
    finally:
        engine.dispose()
