"""What an import has changed is told the caches in front, by it or by the next one."""

import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from sqlmodel import select

from app.commands.purge import note_article, tell_caches
from app.database.engine import Database
from app.models import Purge
from tests.cli.conftest import Run

ARTICLE = "article:%C3%A9t%C3%A9-2019"

Write = Callable[[str, str], Path]


class Cache:
    """Listens while its block lasts, each time at the same address. ``told`` has the tags."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.status = 200
        self._port = 0
        with self:
            self.url = f"http://127.0.0.1:{self._port}"

    def __enter__(self) -> None:
        cache = self

        class Handler(BaseHTTPRequestHandler):
            def do_BAN(self) -> None:
                cache.told.append(self.headers["Cache-Tag"])
                self.send_response(cache.status)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_arguments: object) -> None:
                pass

        self._server = HTTPServer(("127.0.0.1", self._port), Handler)
        self._port = self._server.server_port
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()

    def __exit__(self, *_error: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes an article and gives the folder to import."""
    inbox = tmp_path / "inbox"

    def write_it(article_id: str, headline: str) -> Path:
        folder = inbox / article_id
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "en.txt").write_text(f"{headline}\n\nNews.\n", encoding="utf-8")
        return inbox

    return write_it


@pytest.fixture
def inbox(write: Write, run_on_database: Run) -> Path:
    """Of one article, which is stored, and which no cache has seen."""
    folder = write("été-2019", "Spring")
    assert run_on_database("import", folder).code == 0
    return folder


@pytest.fixture
def cache(inbox: Path, monkeypatch: pytest.MonkeyPatch) -> Cache:  # noqa: ARG001  # only comes before it
    """One that is put in front after the first import."""
    cache = Cache()
    monkeypatch.setenv("DRAGOMAN_PURGE_URLS", cache.url)
    return cache


def _untold(database: Database) -> set[str]:
    with database.read() as session:
        return set(session.exec(select(Purge.tag)))


def test_a_change_is_told_twice_at_least_and_then_no_more(
    inbox: Path, cache: Cache, write: Write, run_on_database: Run, database: Database
) -> None:
    write("été-2019", "Summer")
    with cache:
        assert run_on_database("import", inbox).code == 0
        told = list(cache.told)
        assert run_on_database("import", inbox).code == 0
    # A slow import tells in between, too.
    assert told == [ARTICLE, "site"] * max(len(told) // 2, 2)
    assert cache.told == told
    assert _untold(database) == set()


def test_where_nothing_has_changed_nothing_is_told(inbox: Path, cache: Cache, run_on_database: Run) -> None:
    with cache:
        assert run_on_database("import", inbox).code == 0
    assert cache.told == []


def test_a_dry_run_tells_nothing(inbox: Path, cache: Cache, write: Write, run_on_database: Run) -> None:
    write("été-2019", "Summer")
    with cache:
        assert run_on_database("import", "--dry-run", inbox).code == 0
    assert cache.told == []


@pytest.mark.parametrize("is_there", [True, False])
def test_what_a_cache_could_not_be_told_the_next_import_tells(
    is_there: bool, inbox: Path, cache: Cache, write: Write, run_on_database: Run, database: Database
) -> None:
    write("été-2019", "Summer")
    if is_there:
        cache.status = 503
        with cache:
            ended = run_on_database("import", inbox)
    else:
        ended = run_on_database("import", inbox)
    assert ended.code == 4
    assert "updated été-2019: en revised" in ended.out
    assert f"{cache.url} was not told what has changed" in ended.err
    assert _untold(database) == {ARTICLE, "site"}
    cache.status, cache.told = 200, []
    with cache:
        assert run_on_database("import", inbox).code == 0
    assert set(cache.told) == {ARTICLE, "site"}
    assert _untold(database) == set()


def test_of_several_caches_each_is_told(
    inbox: Path, cache: Cache, write: Write, run_on_database: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Cache()
    monkeypatch.setenv("DRAGOMAN_PURGE_URLS", f"{cache.url}  {other.url}")
    write("été-2019", "Summer")
    with cache, other:
        run_on_database("import", inbox)
    assert cache.told == other.told
    assert set(other.told) == {ARTICLE, "site"}


def test_many_changes_are_told_as_one(cache: Cache, open_database: Callable[..., Database]) -> None:
    database = open_database(purge_urls=cache.url)
    with database.write() as session:
        for number in range(51):
            note_article(session, f"news-{number}")
    with cache:
        tell_caches(database)
    assert cache.told == ["everything"]


def test_a_new_name_makes_everything_stale(inbox: Path, cache: Cache, run_on_database: Run) -> None:
    (inbox / "people.toml").write_text('[ilse]\nlabels = { mul = "Ilse" }\n', encoding="utf-8")
    with cache:
        run_on_database("import", inbox)
    assert set(cache.told) == {"everything"}


def test_without_a_cache_nothing_is_noted(inbox: Path, database: Database) -> None:
    assert inbox.exists()
    assert _untold(database) == set()


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
@pytest.mark.parametrize("wrong", ["cache:6081", "http://", "ftp://cache", "http://a b"])
def test_an_address_that_is_none_is_refused(
    wrong: str, inbox: Path, run_on_database: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRAGOMAN_PURGE_URLS", wrong)
    ended = run_on_database("import", inbox)
    assert (ended.code, "DRAGOMAN_PURGE_URLS" in ended.err) == (3, True)
