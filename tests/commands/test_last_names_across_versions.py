"""A town's name that one version of an article shows to be somebody's is his in all of them."""

from pathlib import Path
from typing import Any

import httpx
import pytest

from app.database.engine import Database
from tests.conftest import import_gazetteer, import_texts

PLACES = """
[hamilton]
kind = "city"
country = "CA"
population = 569353
latitude = 43.25
longitude = -79.85
labels = { mul = "Hamilton", ru = "Гамильтон", el = "Χάμιλτον" }

[canada]
kind = "country"
country = "CA"
labels = { en = "Canada", ru = "Канада", el = "Καναδάς" }
"""
DRIVER = "A race\n\nLewis Hamilton was the first.\n\nThe second thanked Hamilton.\n"
DRIVER_IN_RUSSIAN = "Гонка\n\nЛьюис был первым.\n\nВторой благодарил, сказал Гамильтон.\n"
DRIVER_IN_GREEK = "Αγώνας\n\nΉταν πρώτος.\n\nΑυτό δήλωσε ο Χάμιλτον.\n"
TOWN = "A storm\n\nIt rained in Hamilton.\n"


@pytest.fixture(autouse=True)
def gazetteer(database: Database, tmp_path: Path) -> None:
    import_gazetteer(database, tmp_path / "places", PLACES)


def _found(client: httpx.Client, q: str) -> list[Any]:
    answer = client.get("/search", params={"q": q}, headers={"Accept-Language": "en"})
    assert answer.status_code == 200, answer.text
    return [hit["article"]["id"] for hit in answer.json()["items"]]


def test_a_last_name_is_no_town_in_other_scripts(
    client: httpx.Client, database: Database, tmp_path: Path
) -> None:
    texts = {"en": DRIVER, "ru": DRIVER_IN_RUSSIAN, "el": DRIVER_IN_GREEK}
    import_texts(database, tmp_path / "inbox", {"race": texts, "storm": {"en": TOWN}})
    assert _found(client, "place:hamilton") == ["storm"]


def test_versions_that_tell_of_nobody_name_the_town(
    client: httpx.Client, database: Database, tmp_path: Path
) -> None:
    texts = {"ru": DRIVER_IN_RUSSIAN, "el": DRIVER_IN_GREEK}
    import_texts(database, tmp_path / "inbox", {"race": texts})
    assert _found(client, "place:hamilton") == ["race"]


def test_a_version_that_comes_later_tells_the_others(
    client: httpx.Client, database: Database, tmp_path: Path
) -> None:
    import_texts(database, tmp_path / "first", {"race": {"ru": DRIVER_IN_RUSSIAN}})
    assert _found(client, "place:hamilton") == ["race"]
    import_texts(database, tmp_path / "second", {"race": {"en": DRIVER}})
    assert _found(client, "place:hamilton") == []
    import_texts(database, tmp_path / "third", {"race": {"en": TOWN}})
    assert _found(client, "place:hamilton") == ["race"]


def test_a_version_that_names_the_town_too_tells_nothing(
    client: httpx.Client, database: Database, tmp_path: Path
) -> None:
    english = DRIVER + "\nHe was born in Hamilton, Canada.\n"
    import_texts(database, tmp_path / "inbox", {"race": {"en": english, "ru": DRIVER_IN_RUSSIAN}})
    [hit] = _found(client, "place:hamilton lang:ru")
    assert hit == "race"


def test_what_stands_beside_its_country_is_the_town(
    client: httpx.Client, database: Database, tmp_path: Path
) -> None:
    russian = DRIVER_IN_RUSSIAN + "\nЭто было в городе Гамильтон, Канада.\n"
    import_texts(database, tmp_path / "inbox", {"race": {"en": DRIVER, "ru": russian}})
    assert _found(client, "place:hamilton") == ["race"]
