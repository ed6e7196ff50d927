"""What is measured: each server with our article in it, and the address that is asked for."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import URL, create_engine, text
from sqlmodel import Session, SQLModel

from benchmarks import constant, tutorial
from benchmarks.load import ACCEPT_LANGUAGES
from benchmarks.nginx import nginx_command
from benchmarks.processor import parent_of, pinned_to
from benchmarks.server import (
    HOST,
    REPOSITORY,
    UVICORN,
    Server,
    ServerFailed,
    clean_environment,
    free_port,
    running,
)

ARTICLE = "2018-12-06-anti-isis-coalition"
ADDRESS = f"/articles/{ARTICLE}"
LANGUAGE = "nl"
CONSTANT = "raw ASGI, constant bytes"


@dataclass(frozen=True, slots=True)
class Target:
    """``bytes`` is the length of one answer's body, the longest where the language decides."""

    name: str
    server: Server
    path: str
    bytes: int

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.server.port}{self.path}"


@contextmanager
def started_targets(folder: Path, core: int, *, postgresql: bool) -> Iterator[list[Target]]:
    """Everything is started, filled and has answered 200 to each of the headers. Raises ServerFailed."""
    with ExitStack() as stack:
        dragoman = stack.enter_context(dragoman_server(f"sqlite:///{folder / 'dragoman.db'}", folder, core))
        body = dragoman.get(f"{ADDRESS}/{LANGUAGE}", "*")
        nginx = stack.enter_context(nginx_server(body, folder, core))
        raw = stack.enter_context(constant_server(body, folder, core))
        taught, text_id = stack.enter_context(tutorial_server(article_documents(dragoman), folder, core))
        targets = [
            _target("nginx, the same bytes as a file", nginx, f"/{ARTICLE}.json"),
            _target(CONSTANT, raw, ADDRESS),
            _target("Dragoman, by Accept-Language", dragoman, ADDRESS),
            _target("Dragoman, the exact address", dragoman, f"{ADDRESS}/{LANGUAGE}"),
            _target("Dragoman, the list (one item)", dragoman, "/articles"),
            _target("FastAPI and SQLModel tutorial", taught, f"/texts/{text_id}"),
        ]
        if postgresql:
            on_postgresql = stack.enter_context(dragoman_on_postgresql(folder, core))
            targets.append(_target("Dragoman on PostgreSQL, by Accept-Language", on_postgresql, ADDRESS))
        yield targets


def _target(name: str, server: Server, path: str) -> Target:
    answers = [server.get(path, accept_language) for accept_language in ACCEPT_LANGUAGES]
    return Target(name, server, path, max(map(len, answers)))


@contextmanager
def dragoman_server(database_url: str, folder: Path, core: int) -> Iterator[Server]:
    environment = {"DRAGOMAN_DATABASE_URL": database_url}
    _import(environment)
    port = free_port()
    command = [sys.executable, "-m", "app", "serve", "--port", str(port)]
    with running(
        command, port=port, core=core, log=folder / f"dragoman-{port}.log", environment=environment
    ) as server:
        yield server


def _import(environment: Mapping[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "app", "import", str(REPOSITORY / "data")],
        cwd=REPOSITORY,
        env=clean_environment(environment),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    if done.returncode:
        raise ServerFailed(f"the import failed: {done.stderr}")


@contextmanager
def dragoman_on_postgresql(folder: Path, core: int) -> Iterator[Server]:
    """PostgreSQL's processes share the server's core, and their time counts with the server's."""
    from tests.postgresql import postgresql_server, run_on_server  # noqa: PLC0415  # needs the test packages

    with ExitStack() as stack:
        with pinned_to(core):
            url = stack.enter_context(postgresql_server())
        run_on_server(url, "CREATE DATABASE dragoman_benchmark")
        stack.callback(run_on_server, url, "DROP DATABASE dragoman_benchmark WITH (FORCE)")
        address = url.set(database="dragoman_benchmark").render_as_string(hide_password=False)
        server = stack.enter_context(dragoman_server(address, folder, core))
        yield Server(server.port, [*server.processes, _postmaster(url)])


def _postmaster(url: URL) -> int:
    engine = create_engine(url)
    try:
        with engine.connect() as connection:
            return parent_of(connection.execute(text("SELECT pg_backend_pid()")).scalar_one())
    finally:
        engine.dispose()


@contextmanager
def constant_server(body: bytes, folder: Path, core: int) -> Iterator[Server]:
    path = folder / "constant.json"
    path.write_bytes(body)
    port = free_port()
    command = [*UVICORN, "--port", str(port), "--factory", "benchmarks.constant:create_app"]
    environment = {constant.BODY_VARIABLE: str(path)}
    log = folder / "constant.log"
    with running(command, port=port, core=core, log=log, environment=environment) as server:
        yield server


@contextmanager
def nginx_server(body: bytes, folder: Path, core: int) -> Iterator[Server]:
    port = free_port()
    command = nginx_command(folder / "nginx", port, f"{ARTICLE}.json", body)
    with running(command, port=port, core=core, log=folder / "nginx.log") as server:
        yield server


@contextmanager
def tutorial_server(
    documents: Mapping[str, dict[str, Any]], folder: Path, core: int
) -> Iterator[tuple[Server, int]]:
    """With the server comes the id of the text in ``LANGUAGE``."""
    url = f"sqlite:///{folder / 'tutorial.db'}"
    text_id = _fill_tutorial(url, documents)
    port = free_port()
    command = [*UVICORN, "--port", str(port), "benchmarks.tutorial:app"]
    environment = {tutorial.DATABASE_VARIABLE: url}
    log = folder / "tutorial.log"
    with running(command, port=port, core=core, log=log, environment=environment) as server:
        yield server, text_id


def _fill_tutorial(url: str, documents: Mapping[str, dict[str, Any]]) -> int:
    engine = create_engine(url)
    try:
        SQLModel.metadata.create_all(engine)
        with Session(engine) as session:
            return tutorial.fill(session, documents)[LANGUAGE]
    finally:
        engine.dispose()


def article_documents(dragoman: Server) -> dict[str, dict[str, Any]]:
    """The article as it is served, by language."""
    translations: Sequence[dict[str, str]] = json.loads(dragoman.get(f"{ADDRESS}/translations", "*"))["items"]
    return {each["language"]: json.loads(dragoman.get(each["href"], "*")) for each in translations}
