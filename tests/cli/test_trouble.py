"""A database that cannot be used: said in a line, with exit code 3."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.database import engine
from tests.cli.conftest import Run
from tests.conftest import REPOSITORY

DATA = REPOSITORY / "data"
COMMANDS = [("import", DATA), ("import", "--dry-run", DATA), ("migrate",), ("serve",)]


@pytest.fixture(params=COMMANDS, ids=lambda command: " ".join(map(str, command[:2])).removesuffix(str(DATA)))
def command(request: pytest.FixtureRequest) -> tuple[object, ...]:
    return tuple(request.param)


@pytest.fixture
def closed_folder(tmp_path: Path) -> Iterator[Path]:
    if os.geteuid() == 0:
        pytest.skip("root may look into every folder")
    tmp_path.chmod(0)
    yield tmp_path
    tmp_path.chmod(0o700)


def _trouble(run: Run, monkeypatch: pytest.MonkeyPatch, url: str, command: tuple[object, ...]) -> str:
    """The one line on standard error."""
    monkeypatch.setenv("DRAGOMAN_DATABASE_URL", url)
    ended = run(*command)
    assert (ended.code, ended.out) == (3, "")
    assert ended.err.startswith("dragoman: ")
    assert ended.err.count("\n") == 1
    return ended.err


def test_a_file_that_is_no_database_is_left_as_it_is(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, command: tuple[object, ...]
) -> None:
    path = tmp_path / "letter.db"
    path.write_text("Dear editor,\n" * 1000, encoding="utf-8")
    said = _trouble(run, monkeypatch, f"sqlite:///{path}", command)
    assert "not an SQLite database" in said
    assert path.read_text(encoding="utf-8") == "Dear editor,\n" * 1000


def test_a_folder_is_no_database(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, command: tuple[object, ...]
) -> None:
    assert "cannot be opened" in _trouble(run, monkeypatch, f"sqlite:///{tmp_path}", command)


@pytest.mark.parametrize("command", [("import", DATA), ("migrate",), ("serve",)])
def test_a_database_in_no_folder_is_not_made(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, command: tuple[object, ...]
) -> None:
    assert "does not exist" in _trouble(run, monkeypatch, f"sqlite:///{tmp_path}/none/news.db", command)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", [("import", DATA), ("migrate",), ("serve",)])
def test_a_database_where_one_may_not_look_is_refused(
    run: Run, monkeypatch: pytest.MonkeyPatch, closed_folder: Path, command: tuple[object, ...]
) -> None:
    said = _trouble(run, monkeypatch, f"sqlite:///{closed_folder}/news.db", command)
    assert "may not be read" in said or "cannot be made" in said


@pytest.mark.parametrize("url", ["mysql://host/name", "news.db", "sqlite://", "postgresql://host:port/name"])
def test_a_wrong_address_is_named_with_its_variable(
    run: Run, monkeypatch: pytest.MonkeyPatch, url: str, command: tuple[object, ...]
) -> None:
    assert "DRAGOMAN_DATABASE_URL" in _trouble(run, monkeypatch, url, command)


def test_a_server_that_is_not_there_is_said_to_be_out_of_reach(
    run: Run, monkeypatch: pytest.MonkeyPatch, command: tuple[object, ...]
) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        url = f"postgresql://reader:secret@127.0.0.1:{closed.getsockname()[1]}/news"
        said = _trouble(run, monkeypatch, url, command)
    assert "cannot be reached" in said
    assert "refused" in said
    assert "secret" not in said


def test_a_server_that_never_answers_is_given_up(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_CONNECT_SECONDS", 2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"postgresql://reader@127.0.0.1:{silent.getsockname()[1]}/news"
        assert "timeout" in _trouble(run, monkeypatch, url, ("migrate",))
