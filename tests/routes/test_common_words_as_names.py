"""A name in a query is one that was meant: no common word, and no ending taken off what is a name itself."""

from pathlib import Path
from typing import Any

import httpx
import pytest

from app.database.engine import Database
from tests.conftest import import_folder

PEOPLE = """
[kim-jong-un]
labels = { mul = "Kim Jong Un" }

[sarah-palin]
labels = { mul = "Sarah Palin" }
"""
PLACES = """
[pali]
kind = "city"
country = "ID"
labels = { en = "Pali" }

[mali]
kind = "country"
country = "ML"
labels = { en = "Mali", tr = "Mali" }
"""
TEXTS = {
    "en": "Talks in Pali\n\nKim Jong Un met Sarah Palin.\n\nThey left Pali for Mali.\n",
    "fr": "Sur un pont\n\nUn pont.\n\nLe pont est beau.\n",
    "tr": "Yeni yol\n\nBir yol.\n\nYol uzun.\n",
    "fi": "Uusi tie\n\nYksi tie.\n\nTie on pitkä.\n",
}


@pytest.fixture(autouse=True)
def _article(database: Database, tmp_path: Path) -> None:
    (tmp_path / "places.toml").write_text(PLACES, "utf-8")
    (tmp_path / "people.toml").write_text(PEOPLE, "utf-8")
    (tmp_path / "talks").mkdir()
    for language, text in TEXTS.items():
        (tmp_path / "talks" / f"{language}.txt").write_text(text, "utf-8")
    import_folder(database, tmp_path)


def _named(client: httpx.Client, q: str, language: str) -> list[str]:
    answer = client.get("/search", params={"q": q}, headers={"Accept-Language": language})
    found: Any = answer.json()
    return [each["id"] for each in found["entities"]]


@pytest.mark.parametrize("q", ["un", "un pont", "d'un pont"])
def test_a_common_word_of_the_readers_language_names_nobody(client: httpx.Client, q: str) -> None:
    assert _named(client, q, "fr") == []


@pytest.mark.parametrize("q", ["Un", "UN", "kim jong un", "person:un"])
def test_who_has_such_a_name_is_found_by_the_whole_and_in_capitals(client: httpx.Client, q: str) -> None:
    hit = client.get("/search", params={"q": q}, headers={"Accept-Language": "fr"}).json()["items"][0]
    assert hit["article"]["id"] == "talks"
    assert q.startswith("person") or _named(client, q, "fr") == ["kim-jong-un"]


def test_a_country_is_found_in_small_letters_though_it_is_a_common_word(client: httpx.Client) -> None:
    assert _named(client, "mali", "tr") == ["mali"]


def test_a_name_as_it_was_typed_leaves_no_room_for_one_with_an_ending(client: httpx.Client) -> None:
    assert _named(client, "Palin", "fi") == ["sarah-palin"]
    assert _named(client, "Palissa", "fi") == ["pali"]
