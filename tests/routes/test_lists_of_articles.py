"""A list chooses in SQL; what one article's own address chooses in Python is the judge."""

import itertools
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from app.database.engine import Database
from app.settings import Settings
from tests.conftest import import_folder
from tests.server import running_server

LANGUAGES = ("en", "nl", "de", "fr", "fr-CA", "pt-BR", "pt-PT", "zh-Hant", "zh-Hans", "sr-Latn", "ar")
HEADERS = (
    *("nl", "de-AT, fr;q=0.5", "fr-CA", "fr", "pt", "zh-TW", "zh", "sr", "tlh", "*", "*;q=0.1, en;q=0"),
    *("en;q=0", "fr;q=0, fr-CA", "de;q=0.1, fr;q=0.1", "nl;q=0, en;q=0, *;q=0.5", "ar, *;q=0", "pt-AO, nl"),
)


@pytest.fixture
def many(database: Database, tmp_path: Path) -> None:
    """Articles with every number of languages, each written in another one first."""
    chance = random.Random(3)
    for number in range(40):
        folder = tmp_path / f"item-{number:02}"
        folder.mkdir()
        languages = chance.sample(LANGUAGES, 1 + number % 6)
        (folder / "article.toml").write_text(f'source_language = "{languages[0]}"\n')
        for language in languages:
            (folder / f"{language}.txt").write_text(f"News {number}\n\nA lead.\n\nMore of it.\n")
    import_folder(database, tmp_path)


@pytest.mark.usefixtures("many")
def test_each_item_is_in_the_language_its_own_address_gives(client: httpx.Client) -> None:
    for header, fallback in itertools.product(HEADERS, ("", "&fallback=none")):
        listed = {
            item["id"]: item["language"]
            for item in client.get(f"/articles?limit=100{fallback}", headers=_in(header))
            .json()
            .get("items", [])
        }
        for number in range(0, 40, 3):
            address = f"/articles/item-{number:02}?{fallback.removeprefix('&')}"
            own = client.get(address, headers=_in(header))
            expected = own.json()["language"] if own.status_code == 200 else None
            assert listed.get(f"item-{number:02}") == expected, (header, number)


TOTALS = ("/articles?limit=7", "/search?q=news&limit=7", "/search?q=-xyzzy&limit=7")


@pytest.mark.usefixtures("many")
def test_the_total_and_the_facets_are_of_what_the_pages_have(client: httpx.Client) -> None:
    for lang in ("fr-CA,pt-BR&fallback=none", "nl,*;q=0", "nl"):
        numbers = {_count_pages(client, f"{address}&lang={lang}") for address in TOTALS}
        assert len(numbers) == 1
        assert (numbers == {40}) == (lang == "nl")
    found = client.get("/search?q=news&lang=ar&fallback=none&limit=100&facets=language").json()
    counts = {each["value"]: each["articles"] for each in found["facets"]["language"]}
    assert counts["ar"] == len(found["items"]) == max(counts.values())


def _count_pages(client: httpx.Client, address: str) -> int:
    """All are full but the last."""
    following: str | None = f"{address}&count=true"
    totals, sizes = [], []
    while following:
        page = client.get(following).json()
        totals.append(page["total"])
        sizes.append(len(page["items"]))
        following = page["next"]
    number = sum(sizes)
    is_search = address.startswith("/search")
    assert totals == [{"value": number, "relation": "exact"} if is_search else number] * len(sizes)
    assert set(sizes[:-1]) <= {7}
    return number


def _in(header: str) -> dict[str, str]:
    return {"Accept-Language": header}


@pytest.fixture
def default_is_dutch(database_url: str) -> Iterator[httpx.Client]:
    settings = Settings(database_url=database_url, default_language="nl")
    with (
        running_server(settings) as server,
        httpx.Client(base_url=server.url, trust_env=False) as client,
    ):
        yield client


@pytest.mark.usefixtures("many")
def test_the_default_is_the_sites_then_the_originals(default_is_dutch: httpx.Client) -> None:
    for item in default_is_dutch.get("/articles?limit=100&lang=tlh").json()["items"]:
        default = "nl" if "nl" in item["available_languages"] else item["source_language"]
        assert item["language"] == default


def _write(folder: Path, published_at: datetime) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "article.toml").write_text(f"published_at = {published_at.isoformat(timespec='seconds')}\n")
    (folder / "en.txt").write_text("News\n\nA lead.\n\nMore of it.\n")


def test_what_is_published_later_is_not_there_before(
    client: httpx.Client, database: Database, tmp_path: Path
) -> None:
    now = datetime.now(UTC)
    _write(tmp_path / "past", now - timedelta(hours=1))
    _write(tmp_path / "later", now + timedelta(hours=1))
    import_folder(database, tmp_path)
    assert [item["id"] for item in client.get("/articles").json()["items"]] == ["past"]
    assert client.get("/articles?count=true").json()["total"] == 1
    for address in ("/articles/later", "/articles/later/en", "/articles/later/translations"):
        assert client.get(address).status_code == 404
    assert client.get("/languages").json()["items"][0]["articles"] == 1


def test_no_cache_keeps_a_list_beyond_the_next_publication(
    client: httpx.Client, database: Database, tmp_path: Path
) -> None:
    now = datetime.now(UTC)
    _write(tmp_path / "past", now - timedelta(hours=1))
    import_folder(database, tmp_path)
    assert client.get("/articles").headers["cache-control"] == "max-age=10, stale-while-revalidate=60"
    _write(tmp_path / "later", now + timedelta(seconds=30))
    import_folder(database, tmp_path)
    directives = client.get("/articles").headers["cache-control"].split(", ")
    fresh, stale = (int(directive.partition("=")[2]) for directive in directives)
    assert fresh == 10
    assert 5 <= stale <= 20
    article = client.get("/articles/past").headers["cache-control"]
    assert article == "max-age=10, stale-while-revalidate=60"
