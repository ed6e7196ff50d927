"""Whoever is asked for by name is shown where he is named, in whichever version that is."""

from pathlib import Path
from typing import Any

import httpx
import pytest

from app.database.engine import Database
from tests.conftest import import_folder

PLACES = """
[taveuni]
kind = "city"
country = "FJ"
region = "FJ-N"
labels = { en = "Taveuni" }

[fiji]
kind = "country"
country = "FJ"
labels = { en = "Fiji", fr = "Fidji" }

[northern]
kind = "region"
country = "FJ"
region = "FJ-N"
labels = { en = "Northern Division" }
"""
PEOPLE = """
[mere-vakatawa]
labels = { mul = "Mere Vakatawa" }
"""
TEXTS = {
    "en": "Island without light\n\nA storm over Taveuni.\n\nIt rained for days, said Mere Vakatawa.\n",
    "fr": "Une île sans lumière\n\nUne tempête.\n\nIl a plu des jours.\n",
}


@pytest.fixture(autouse=True)
def _article(database: Database, tmp_path: Path) -> None:
    (tmp_path / "places.toml").write_text(PLACES, "utf-8")
    (tmp_path / "people.toml").write_text(PEOPLE, "utf-8")
    (tmp_path / "island").mkdir()
    for language, text in TEXTS.items():
        (tmp_path / "island" / f"{language}.txt").write_text(text, "utf-8")
    import_folder(database, tmp_path)


def _search(client: httpx.Client, q: str, language: str) -> Any:
    answer = client.get("/search", params={"q": q}, headers={"Accept-Language": language})
    assert answer.status_code == 200, answer.text
    return answer.json()


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    ("q", "surface"),
    [
        ("place:taveuni", "Taveuni"),
        ("place:fiji", "Taveuni"),
        ("place:northern", "Taveuni"),
        ("person:mere-vakatawa", "Mere Vakatawa"),
        ("lang:fr place:Taveuni", "Taveuni"),
    ],
)
def test_a_hit_by_name_says_where_the_name_stands(
    client: httpx.Client, q: str, surface: str, language: str
) -> None:
    [hit] = _search(client, q, language)["items"]
    assert hit["article"]["language"] == language
    assert (hit["match"]["language"], hit["match"]["surface"]) == ("en", surface)


@pytest.mark.parametrize("q", ["Vakatawa rained", "Mere Vakatawa storm", "person:mere-vakatawa vakatawa"])
def test_what_a_match_is_of_is_among_all_that_was_found(client: httpx.Client, q: str) -> None:
    [hit] = _search(client, q, "en")["items"]
    match = hit["match"]
    assert match["surface"] in match.get("surfaces", [match["surface"]])


@pytest.mark.parametrize(
    ("q", "meant"),
    [
        ("person:Vaktaawa", 'person:"Vakatawa"'),
        ("person:Vaaktawa", 'person:"Vakatawa"'),
        ("person:Vaqatawa", 'person:"Vakatawa"'),
        ("place:Taevuni", "place:Taveuni"),
        ("place:Tabeuni storm", "place:Taveuni storm"),
    ],
)
def test_a_misspelt_name_behind_an_operator_has_a_suggestion(
    client: httpx.Client, q: str, meant: str
) -> None:
    assert meant.replace('"', "") in [
        each.replace('"', "") for each in _search(client, q, "en")["suggestions"]
    ]
