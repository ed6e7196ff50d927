"""What says the same in other words is found where few have the words, and below what has them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

import app.main
import app.routes.search
from app.commands.import_inbox import import_inbox
from app.database.engine import Database
from app.intake.article_folder import find_inbox
from app.queries.search import FEW
from app.settings import Settings
from tests.encoder import FewThings
from tests.server import Server, running_server

BRIDGE_EN = "News of today\n\nA port was quiet. The bridge collapsed in the rain.\n"
BRIDGE_NL = "Nieuws van vandaag\n\nIn een haven was het stil. De brug is ingestort door de regen.\n"
HARVEST = "Bread is getting dear\n\nThe farmers lost their harvest.\n"
ASKED = "overspanning bezweek"
"""No text has these words."""


def _add(database: Database, folder: Path, **articles: dict[str, str]) -> None:
    for name, versions in articles.items():
        (folder / name).mkdir(parents=True, exist_ok=True)
        for language, text in versions.items():
            (folder / name / f"{language}.txt").write_text(text, "utf-8")
    list(import_inbox(database, find_inbox([folder]), default_language="en", encoder=FewThings()))


@pytest.fixture(autouse=True)
def _articles(database: Database, tmp_path: Path) -> None:
    bridge = {"en": BRIDGE_EN, "nl": BRIDGE_NL}
    _add(database, tmp_path / "inbox", bridge=bridge, harvest={"en": HARVEST})


@pytest.fixture
def server(database_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setattr(app.main, "installed_encoder", FewThings)
    monkeypatch.setattr(app.main, "is_encoder_installed", lambda: True)
    settings = Settings(database_url=database_url, encoder="installed", search_process=False)
    with running_server(settings) as running:
        yield running


def _search(client: httpx.Client, q: str, language: str = "en", **parameters: str) -> Any:
    answer = client.get("/search", params={"q": q, **parameters}, headers={"Accept-Language": language})
    assert answer.status_code == 200, answer.text
    return answer.json()


def _ids(found: Any) -> list[str]:
    return [hit["article"]["id"] for hit in found["items"]]


def test_other_words_for_the_same_find_the_sentence_that_says_it(client: httpx.Client) -> None:
    found = _search(client, ASKED, count="true")
    (hit,) = found["items"]
    assert hit["match"] == {
        "language": "en",
        "field": "lead",
        "kind": "meaning",
        "surface": "The bridge collapsed in the rain.",
    }
    text, (mark,) = hit["snippet"]["text"], hit["snippet"]["marks"]
    assert text[mark["start"] : mark["end"]] == "The bridge collapsed in the rain."
    assert found["considered"] == found["total"] == {"value": 1, "relation": "exact"}


def test_the_sentence_is_shown_in_the_readers_language(client: httpx.Client) -> None:
    (hit,) = _search(client, ASKED, "nl")["items"]
    assert hit["article"]["language"] == hit["match"]["language"] == "nl"
    assert "De brug is ingestort" in hit["match"]["surface"]


def test_a_sentence_of_another_version_is_shown_by_what_translates_it(client: httpx.Client) -> None:
    (hit,) = _search(client, f"{ASKED} lang:en", "nl")["items"]
    assert (hit["article"]["language"], hit["match"]["language"]) == ("nl", "en")
    assert hit["snippet"]["language"] == "nl"
    assert "De brug is ingestort" in hit["snippet"]["text"]


@pytest.mark.parametrize("original", ["en", "nl"])
def test_of_versions_that_mean_it_alike_the_original_says_why(
    client: httpx.Client, database: Database, tmp_path: Path, original: str
) -> None:
    """The encoder does not know the reader's language."""
    folder = tmp_path / "more" / "collapse"
    folder.mkdir(parents=True)
    (folder / "article.toml").write_text(f'source_language = "{original}"\n', "utf-8")
    versions = {"en": BRIDGE_EN, "nl": BRIDGE_NL, "de": "Etwas\n\nEs gibt etwas zu berichten.\n"}
    _add(database, tmp_path / "more", collapse=versions)
    hits = {hit["article"]["id"]: hit for hit in _search(client, ASKED, "de")["items"]}
    assert hits["collapse"]["article"]["language"] == "de"
    assert hits["collapse"]["match"]["language"] == original


def test_who_has_the_words_comes_first_and_is_shown_by_them(
    client: httpx.Client, database: Database, tmp_path: Path
) -> None:
    words = "An old word\n\nSomebody wrote overspanning and bezweek on a wall.\n"
    _add(database, tmp_path / "more", words={"en": words})
    found = _search(client, ASKED)
    assert _ids(found) == ["words", "bridge"]
    assert [hit["match"]["kind"] for hit in found["items"]] == ["text", "meaning"]
    assert not found["loose"]


def test_among_what_has_some_of_it_only_who_means_it_comes_first_and_is_shown_by_that(
    client: httpx.Client, database: Database, tmp_path: Path
) -> None:
    _add(database, tmp_path / "more", word={"en": "A word\n\nThis is a page with nothing but zebras.\n"})
    found = _search(client, f"{ASKED} quiet zebras")
    assert found["loose"]
    assert _ids(found) == ["bridge", "word"]
    assert [hit["match"]["kind"] for hit in found["items"]] == ["meaning", "text"]


def test_a_phrase_that_nothing_has_is_looked_for_by_its_meaning(client: httpx.Client) -> None:
    found = _search(client, f'"{ASKED}" zebras')
    assert (found["loose"], _ids(found)) == (True, ["bridge"])


@pytest.mark.parametrize(
    "q",
    [
        "zwolp frindle gork",
        "symphony orchestra violins",
        "overspanning",
        '"overspanning bezweek"',
        "overspanning*",
        f"{ASKED} -quiet",
        f"{ASKED} lang:de",
        f"{ASKED} before:1950",
        f"{ASKED} person:nobody",
        "lang:en",
    ],
)
def test_nothing_is_found_by_a_meaning_it_does_not_have_or_that_was_not_asked_for(
    client: httpx.Client, q: str
) -> None:
    assert "meaning" not in [(hit["match"] or {}).get("kind") for hit in _search(client, q)["items"]]


def test_the_newest_first_are_those_that_have_the_words(client: httpx.Client) -> None:
    assert _ids(_search(client, ASKED, sort="date")) == []


def test_what_many_have_is_not_looked_for_by_its_meaning(
    client: httpx.Client, database: Database, tmp_path: Path
) -> None:
    page = {"en": "An old word\n\nSomebody wrote overspanning and bezweek on a wall.\n"}
    _add(database, tmp_path / "more", **{f"page-{number}": page for number in range(FEW)})
    assert "bridge" not in _ids(_search(client, ASKED, limit="100"))


def test_pages_show_each_article_once(client: httpx.Client, database: Database, tmp_path: Path) -> None:
    more = {f"more-{number}": {"en": f"Number {number}\n\n{BRIDGE_EN}"} for number in range(5)}
    _add(database, tmp_path / "more", **more)
    found: list[str] = []
    address: str | None = f"/search?q={ASKED}&limit=2"
    while address:
        page = client.get(address, headers={"Accept-Language": "en"}).json()
        found += _ids(page)
        address = page["next"]
    assert sorted(found) == ["bridge", *sorted(more)]


def test_what_is_imported_meanwhile_is_found_and_a_former_text_is_not(
    client: httpx.Client, database: Database, tmp_path: Path
) -> None:
    assert _ids(_search(client, "landbouwers opbrengst")) == ["harvest"]
    changed = {"en": "Bread is getting dear\n\nBakers do not know why that is so.\n"}
    _add(
        database,
        tmp_path / "inbox",
        harvest=changed,
        fields={"en": "Fields\n\nFarmers brought the harvest.\n"},
    )
    assert _ids(_search(client, "landbouwers opbrengst")) == ["fields"]


def test_a_site_without_an_encoder_finds_words_alone(database_url: str) -> None:
    with (
        running_server(Settings(database_url=database_url, encoder="none", search_process=False)) as server,
        httpx.Client(base_url=server.url, trust_env=False) as client,
    ):
        assert _ids(_search(client, ASKED)) == []


def test_facets_count_what_is_found_by_its_meaning(client: httpx.Client) -> None:
    facets = _search(client, ASKED, facets="language")["facets"]
    assert {each["value"]: each["articles"] for each in facets["language"]} == {"en": 1, "nl": 1}


def test_what_is_answered_before_who_knows_meanings_is_there_is_not_kept(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app.routes.search, "is_encoder_installed", lambda: True)
    settings = Settings(database_url=database_url, encoder="installed", search_process=True)
    with (
        running_server(settings, app.main.create_app(settings)) as server,
        httpx.Client(base_url=server.url, trust_env=False) as client,
    ):
        answer = client.get("/search", params={"q": ASKED})
    assert (answer.json()["items"], answer.headers["Cache-Control"]) == ([], "no-cache")
