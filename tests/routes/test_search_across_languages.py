"""Articles are found by words of languages they are not there in, as aligned articles translate these."""

from pathlib import Path
from typing import Any

import httpx
import pytest

from app.database.engine import Database
from tests.conftest import import_texts

BRIDGE = {
    "nl": (
        "Brug over de Tigris open\n\nDe brug van 1932 is open. De wederopbouw kostte 12 miljoen euro.\n\n"
        "De minister reed er als eerste over. Beneden toeterden 3 boten.\n"
    ),
    "en": (
        "Bridge across the Tigris opens\n\nThe bridge of 1932 is open. The reconstruction cost 12 million "
        "euros.\n\nThe minister was the first to cross it. Below, 3 boats blew their horns.\n"
    ),
}
SCHOOL = {
    "nl": (
        "Scholen in Mosul dicht\n\nIn Mosul zijn 40 scholen dicht. De leraren staken sinds maandag.\n\n"
        "Voor wederopbouw is veel geld nodig. De stad zoekt 25 bouwers.\n"
    ),
    "en": (
        "Schools in Mosul closed\n\nIn Mosul 40 schools are closed. The teachers have been on strike since "
        "Monday.\n\nFor reconstruction much money is needed. The city seeks 25 builders.\n"
    ),
}
HARBOUR = {
    "nl": (
        "Haven van Basra groeit\n\nDe haven van Basra krijgt 5 kranen. Schepen wachten nu 9 dagen.\n\n"
        "De minister noemt het een begin. Vissers klagen over 6 wrakken.\n"
    ),
    "en": (
        "Port of Basra grows\n\nThe port of Basra gets 5 cranes. Ships now wait 9 days.\n\n"
        "The minister calls it a beginning. Fishermen complain about 6 wrecks.\n"
    ),
}
ONLY_ENGLISH = "Museum to reopen\n\nThe reconstruction of the museum took 8 years.\n\nTickets cost 4 euros.\n"
ONLY_DUTCH = "Theater weer open\n\nDe wederopbouw van het theater duurde 6 jaar.\n\nEen kaart kost 7 euro.\n"


@pytest.fixture(autouse=True)
def _articles(database: Database, tmp_path: Path) -> None:
    texts = {"bridge": BRIDGE, "school": SCHOOL, "harbour": HARBOUR}
    only = {"museum": {"en": ONLY_ENGLISH}, "theatre": {"nl": ONLY_DUTCH}}
    import_texts(database, tmp_path / "inbox", texts | only)


def _search(client: httpx.Client, q: str, language: str = "nl", **parameters: str) -> Any:
    answer = client.get("/search", params={"q": q, **parameters}, headers={"Accept-Language": language})
    assert answer.status_code == 200, answer.text
    return answer.json()


def _ids(found: Any) -> list[str]:
    return [hit["article"]["id"] for hit in found["items"]]


def test_a_word_finds_an_article_that_is_not_there_in_its_language(client: httpx.Client) -> None:
    found = _search(client, "wederopbouw")
    assert _ids(found)[-1] == "museum"
    assert set(_ids(found)) == {"bridge", "school", "theatre", "museum"}
    assert not found["loose"]
    hit = found["items"][-1]
    assert hit["match"] == {
        "language": "en",
        "field": "lead",
        "kind": "text",
        "surface": "reconstruction",
        "translates": "wederopbouw",
    }
    [mark] = hit["snippet"]["marks"]
    assert hit["snippet"]["text"][mark["start"] : mark["end"]] == "reconstruction"


def test_where_the_word_itself_stands_nothing_is_said_to_translate_it(client: httpx.Client) -> None:
    for hit in _search(client, "wederopbouw")["items"][:-1]:
        assert hit["match"]["surface"] == "wederopbouw"
        assert "translates" not in hit["match"]


def test_it_goes_both_ways_and_by_inflected_forms(client: httpx.Client) -> None:
    found = _search(client, "reconstructions", "en")
    assert _ids(found)[-1] == "theatre"
    assert found["items"][-1]["match"]["translates"] == "reconstructions"


def test_in_a_snippet_the_word_that_translates_is_marked_and_not_the_sentence(client: httpx.Client) -> None:
    [hit] = (each for each in _search(client, "reconstruction")["items"] if each["article"]["id"] == "school")
    assert (hit["snippet"]["language"], hit["match"]["language"]) == ("nl", "en")
    [mark] = hit["snippet"]["marks"]
    assert hit["snippet"]["text"][mark["start"] : mark["end"]] == "wederopbouw"


@pytest.mark.parametrize("q", ['"wederopbouw"', "wederopb*", "lang:nl wederopbouw", "wederopbouw -museum"])
def test_what_is_taken_as_it_was_typed_is_not_translated(client: httpx.Client, q: str) -> None:
    assert "museum" not in _ids(_search(client, q))


def test_what_is_excluded_is_not_translated(client: httpx.Client) -> None:
    assert _ids(_search(client, "euros -wederopbouw", "en")) == ["museum"]


@pytest.mark.parametrize("sort", ["relevance", "date"])
def test_pages_have_each_article_once(client: httpx.Client, sort: str) -> None:
    whole = _ids(_search(client, "wederopbouw", sort=sort))
    paged, address = [], f"/search?q=wederopbouw&limit=1&sort={sort}"
    while address:
        page = client.get(address, headers={"Accept-Language": "nl"}).json()
        paged += _ids(page)
        address = page["next"]
    assert paged == whole
    assert sorted(paged) == ["bridge", "museum", "school", "theatre"]


def test_what_translates_counts_in_the_total(client: httpx.Client) -> None:
    assert _search(client, "wederopbouw", count="true")["total"] == {"value": 4, "relation": "exact"}


def test_a_text_with_the_word_is_not_said_to_have_another_for_it(
    client: httpx.Client, database: Database, tmp_path: Path
) -> None:
    text = "Reconstruction of a word\n\nNothing yet.\n\nThe Dutch say wederopbouw in 9 of 10 cases.\n"
    import_texts(database, tmp_path / "more", {"word": {"en": text}})
    [hit] = (each for each in _search(client, "wederopbouw")["items"] if each["article"]["id"] == "word")
    assert hit["match"] == {"language": "en", "field": "body", "kind": "text", "surface": "wederopbouw"}


def test_another_word_with_a_stem_like_it_is_not_marked_in_a_translation(
    client: httpx.Client, database: Database, tmp_path: Path
) -> None:
    versions = {
        "nl": "Zitting in Zwolle\n\nEen zaak.\n\nDe rechter had gelijk, zei de advocaat van 12 boeren.\n",
        "de": "Sitzung in Zwolle\n\nEin Fall.\n\nDer Richter war im Recht, sagte der Anwalt von 12 Bauern.\n",
    }
    right = {
        "de": "Recht bleibt Recht\n\nDas Recht.\n\nDie Rechte und das Recht von 9 Leuten, rechter Art.\n"
    }
    import_texts(database, tmp_path / "more", {"trial": versions, "right": right})
    [hit] = (each for each in _search(client, "rechter", "de")["items"] if each["article"]["id"] == "trial")
    assert (hit["match"]["language"], hit["match"]["surface"]) == ("nl", "rechter")
    snippet = hit["snippet"]
    assert snippet["language"] == "de"
    assert "Recht" not in [snippet["text"][mark["start"] : mark["end"]] for mark in snippet["marks"]]


def test_a_word_that_is_common_in_the_language_shown_is_not_marked_there(
    client: httpx.Client, database: Database, tmp_path: Path
) -> None:
    versions = {
        "en": "Trial of a general\n\nA trial.\n\nHis war lasted 14 months, a witness said.\n",
        "de": "Prozess gegen General\n\nEs war einer.\n\nSein Krieg war 14 Monate lang, so ein Zeuge.\n",
    }
    weather = {"de": "Das war kalt\n\nEs war nass.\n\nEs war 9 Grad kalt, und das war es.\n"}
    import_texts(database, tmp_path / "more", {"trial": versions, "weather": weather})
    [hit] = (
        each for each in _search(client, "war lasted", "de")["items"] if each["article"]["id"] == "trial"
    )
    snippet = hit["snippet"]
    assert (hit["match"]["language"], snippet["language"]) == ("en", "de")
    assert "war" not in [snippet["text"][mark["start"] : mark["end"]] for mark in snippet["marks"]]
