"""Where no text has all words, those with the telling ones are found, and not those with a common one."""

from pathlib import Path
from typing import Any

import httpx
import pytest

from app.database.engine import Database
from tests.conftest import import_texts

ARTICLES = {
    "museum": {"en": "Museum to reopen\n\nThe reconstruction is done.\n\nIt took years of work.\n"},
    "trial": {"en": "Trial of the general\n\nHe is accused of war crimes.\n\nThe war took years.\n"},
    "rain": {"en": "Rain is back\n\nThis is what is said of it.\n\nIt is wet, and what is not is cold.\n"},
    "wind": {"en": "Wind is strong\n\nWhat is that? It is wind.\n\nIt is what it is.\n"},
    "snow": {"en": "Snow falls\n\nThe snow is white.\n\nWhat is white is snow.\n"},
    "regen": {"nl": "Dit is regen\n\nHet is nat. Is het dat?\n\nDat is wat het is.\n"},
    "wetter": {"de": "Was war das\n\nEs war nass. Es war kalt, und das war es.\n\nWar es das, was es war?\n"},
    "winter": {"de": "Der Winter war kalt\n\nDas war er.\n\nEr war lang, und er war weiss.\n"},
}


@pytest.fixture(autouse=True)
def _articles(database: Database, tmp_path: Path) -> None:
    import_texts(database, tmp_path / "inbox", ARTICLES)


def _found(client: httpx.Client, q: str, language: str = "en") -> tuple[bool, list[str]]:
    answer = client.get("/search", params={"q": q}, headers={"Accept-Language": language})
    found: Any = answer.json()
    return found["loose"], [hit["article"]["id"] for hit in found["items"]]


@pytest.mark.parametrize("q", ["what is reconstruction xyzzy", "is reconstruction costly"])
def test_a_common_word_alone_finds_nothing_in_any_language(client: httpx.Client, q: str) -> None:
    assert _found(client, q) == (True, ["museum"])


@pytest.mark.parametrize("language", ["en", "de", "nl"])
def test_a_word_that_is_common_in_another_language_is_looked_for_in_its_own(
    client: httpx.Client, language: str
) -> None:
    assert _found(client, "war crimes xyzzy", language) == (True, ["trial"])


def test_what_no_text_has_is_not_found_by_the_common_words_beside_it(client: httpx.Client) -> None:
    assert _found(client, "what is xyzzy") == (False, [])


def test_common_words_alone_find_what_has_them(client: httpx.Client) -> None:
    is_loose, found = _found(client, "what is dat")
    assert is_loose
    assert set(found) == {article for article, texts in ARTICLES.items() if "de" not in texts}


def test_a_rare_word_comes_before_common_ones_however_many_and_wherever_they_are(
    client: httpx.Client, database: Database, tmp_path: Path
) -> None:
    body = "Nothing else was known of it before the evening, nor of anything later in the week. " * 20
    texts = {f"council-{number}": _about_a_council(number) for number in range(12)}
    texts["glider"] = f"Day at the coast\n\nA day.\n\n{body}\n\nA paraglider landed.\n\n{body}\n"
    import_texts(database, tmp_path / "more", {name: {"en": text} for name, text in texts.items()})
    for language in ("en", "de"):
        is_loose, found = _found(client, "council budget mayor paraglider xyzzy", language)
        assert (is_loose, found[0]) == (True, "glider")
        assert set(found) == texts.keys()


def _about_a_council(number: int) -> str:
    """Of one in three nothing but the council."""
    more = "budget, the mayor" if number % 3 else "roof"
    return f"Council and {more} {number}\n\nThe council has a {more}.\n\nThe council, the {more}.\n"
