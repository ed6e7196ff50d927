"""Searches of which there are several pages, and more than are looked at."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from app.database import fulltext
from app.database.engine import Database
from tests.conftest import import_folder

ARTICLES = 25
FEW = 10


@pytest.fixture
def _articles(database: Database, tmp_path: Path) -> None:
    """All about harbours, some more than others; several of one day, in one language or two."""
    for number in range(ARTICLES):
        folder = tmp_path / f"article-{number:02}"
        folder.mkdir()
        (folder / "article.toml").write_text(
            f'source_language = "en"\npublished_at = 2018-12-{1 + number // 3:02}\n', encoding="utf-8"
        )
        harbours = "The harbour. " * (number % 5)
        english = f"Quay {number}\n\nThe harbour is open. {harbours}\n\nMore of it."
        (folder / "en.txt").write_text(english, encoding="utf-8")
        if number % 2:
            dutch = f"Kade {number}\n\nDe haven is open, the harbour too.\n\nNog meer."
            (folder / "nl.txt").write_text(dutch, encoding="utf-8")
    import_folder(database, tmp_path)


@pytest.fixture
def _looking_at_few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fulltext, "CANDIDATES", FEW)


def _pages(client: httpx.Client, address: str) -> Iterator[Any]:
    following: str | None = address
    while following:
        page = client.get(following).json()
        following = page["next"]
        yield page


def _ids(client: httpx.Client, address: str) -> list[str]:
    return [hit["article"]["id"] for page in _pages(client, address) for hit in page["items"]]


NEWEST_FIRST = [f"article-{number:02}" for number in range(ARTICLES)]


@pytest.mark.usefixtures("_articles")
def test_every_page_goes_on_where_the_one_before_ended(client: httpx.Client) -> None:
    for sort in ("relevance", "date"):
        whole = _ids(client, f"/search?q=harbour&sort={sort}&limit=100")
        assert sorted(whole) == NEWEST_FIRST
        for limit in (1, 7, 24, 25):
            assert _ids(client, f"/search?q=harbour&sort={sort}&limit={limit}") == whole, (sort, limit)


@pytest.mark.usefixtures("_articles")
def test_the_newest_come_first_where_that_is_asked_for(client: httpx.Client) -> None:
    listed = [each["id"] for each in client.get("/articles?limit=100").json()["items"]]
    days = [int(id_.removeprefix("article-")) // 3 for id_ in _ids(client, "/search?q=harbour&sort=date")]
    assert days == [int(id_.removeprefix("article-")) // 3 for id_ in listed]


@pytest.mark.usefixtures("_articles", "_looking_at_few")
def test_relevance_is_of_the_newest_that_are_found_and_says_so(client: httpx.Client) -> None:
    pages = list(_pages(client, "/search?q=harbour&limit=3&count=true&facets=language,year"))
    found = [hit["article"]["id"] for page in pages for hit in page["items"]]
    assert 0 < len(found) == len(set(found)) <= FEW
    assert min(int(id_.removeprefix("article-")) for id_ in found) > ARTICLES // 2
    told = {"value": len(found), "relation": "at-least"}
    assert all(page["total"] == page["considered"] == told for page in pages)
    assert all(page["facets"]["year"] == [{"value": 2018, "articles": len(found)}] for page in pages)


@pytest.mark.usefixtures("_articles", "_looking_at_few")
def test_the_newest_first_have_no_such_end(client: httpx.Client) -> None:
    assert sorted(_ids(client, "/search?q=harbour&sort=date&limit=4")) == NEWEST_FIRST
    assert sorted(_ids(client, "/search?q=harbour&sort=date&limit=100")) == NEWEST_FIRST
    assert sorted(_ids(client, "/search?q=date:2018&limit=4")) == NEWEST_FIRST
    assert _ids(client, "/search?q=harbour&sort=date&source_language=nl") == []


@pytest.mark.usefixtures("_articles")
def test_what_is_excluded_is_so_in_every_language(client: httpx.Client) -> None:
    odd = [f"article-{number:02}" for number in range(ARTICLES) if number % 2]
    assert sorted(_ids(client, "/search?q=harbour+-haven&limit=100")) == sorted(set(NEWEST_FIRST) - set(odd))
