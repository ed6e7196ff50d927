"""Imports at the same time, and a server that reads meanwhile."""

import json
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from app.commands.import_inbox import ArticleReport, Report, import_inbox
from app.database.engine import Database
from app.database.sqlite import is_wal_reset_safe
from app.intake.article_folder import find_inbox
from tests.durability.conftest import Newsroom
from tests.durability.stored import faults, read_stored
from tests.program import finish, serving, start


def test_three_imports_at_once_lose_nothing_while_a_server_reads(
    database: Database, database_url: str, newsroom: Newsroom
) -> None:
    workers = 2 if is_wal_reset_safe() or not database.is_sqlite else 1
    with serving(database_url, workers=workers) as server, _reading(server.address) as answers:
        for inboxes in (newsroom.desks, [newsroom.inbox] * 3):
            newsroom.bring_out()
            stored = _import_at_once(inboxes, database_url)
            assert stored == dict.fromkeys(_changed(newsroom), 1)
            assert read_stored(database) == newsroom.states[-1]
    assert faults(database) == []
    assert answers.keys() <= {200, 404}
    assert answers[200] > 0


def test_an_import_that_began_before_new_names_came_does_not_take_them_away(
    database: Database, newsroom: Newsroom
) -> None:
    newsroom.bring_out()
    list(_import(newsroom, database))
    slow = _import(newsroom, database)
    while not isinstance(next(slow), ArticleReport):
        pass
    newsroom.bring_out()
    list(_import(newsroom, database))
    list(slow)
    assert read_stored(database) == newsroom.states[-1]


def _import(newsroom: Newsroom, database: Database) -> Iterator[Report]:
    return import_inbox(database, find_inbox([newsroom.inbox]), default_language="en")


def _import_at_once(inboxes: list[Path], database_url: str) -> Counter[str]:
    """How often each article was reported as created or updated."""
    processes = [start("import", "--json", inbox, database_url=database_url) for inbox in inboxes]
    stored: Counter[str] = Counter()
    for process in processes:
        out, err = finish(process)
        assert (process.returncode, err) == (0, "")
        for document in map(json.loads, out.splitlines()):
            if document.get("status") in ("created", "updated"):
                stored[document["article"]] += 1
    return stored


def _changed(newsroom: Newsroom) -> Iterator[str]:
    before, after = newsroom.states[-2:]
    return (article for article in after.articles if before.texts(article) != after.texts(article))


@contextmanager
def _reading(address: str) -> Iterator[Counter[int]]:
    """Asks for the list and for articles until the block ends, counting answers by status."""
    answers: Counter[int] = Counter()
    ended = threading.Event()

    def read() -> None:
        with httpx.Client(base_url=address, timeout=30, trust_env=False) as client:
            while not ended.is_set():
                for path in ("/articles", "/articles/article-0001", "/articles/article-0009/nl"):
                    answers[client.get(path).status_code] += 1
                    ended.wait(0.01)

    reader = threading.Thread(target=read)
    reader.start()
    try:
        yield answers
    finally:
        ended.set()
        reader.join()
