"""Countries that an article is said to name: not for a town that a few of many versions are taken to name."""

from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import update
from sqlmodel import col

from app.commands.reindex import reindex
from app.database.engine import Database
from app.models import Mention, Translation
from app.queries.examination import examine
from tests.conftest import import_folder, import_gazetteer

PLACES = """
[fiji]
kind = "country"
country = "FJ"
labels = { mul = "Fiji" }

[vuna]
kind = "city"
country = "FJ"
region = "FJ-N"
latitude = -16.85
longitude = 180.0
labels = { mul = "Vuna" }

[northern]
kind = "region"
country = "FJ"
region = "FJ-N"
labels = { mul = "Northern Division" }
"""
LANGUAGES = ("cs", "da", "de", "en", "es", "fr", "hu", "it", "nl", "pl", "pt", "sv")


@pytest.fixture
def gazetteer(database: Database, tmp_path: Path) -> None:
    import_gazetteer(database, tmp_path / "places", PLACES)


def _write(folder: Path, name: str, naming: int, *, versions: int = 12, also: str = "") -> None:
    """So many versions of an article, of which so many name the town."""
    (folder / name).mkdir(parents=True, exist_ok=True)
    for number, language in enumerate(LANGUAGES[:versions]):
        town = "Vuna" if number < naming else "Xyzzy"
        text = f"Storm {name}\n\nThere is {town} {also if number == 0 else ''}.\n\nRain fell.\n"
        (folder / name / f"{language}.txt").write_text(text, "utf-8")


def _found(client: httpx.Client, path: str, **parameters: str) -> Any:
    answer = client.get(path, params=parameters, headers={"Accept-Language": "en"})
    assert answer.status_code == 200, answer.text
    return answer.json()


def _naming_fiji(client: httpx.Client) -> set[str]:
    """As all ways to ask for it say alike."""
    by_word = {hit["article"]["id"] for hit in _found(client, "/search", q="fiji")["items"]}
    by_place = {hit["article"]["id"] for hit in _found(client, "/search", q="place:fiji")["items"]}
    listed = {each["id"] for each in _found(client, "/articles", place="fiji")["items"]}
    by_region = {each["id"] for each in _found(client, "/articles", place="northern")["items"]}
    of_storms = _found(client, "/search", q="storm", facets="place")
    counted = {each["id"]: each["articles"] for each in of_storms["facets"]["place"]}
    assert by_word == by_place == listed == by_region
    assert counted.get("fiji", 0) == len(listed) == _found(client, "/places/fiji")["articles"]
    return listed


def _is_well(database: Database) -> bool:
    with database.write(rehearsal=True) as session:
        return not any(each.wrong for each in examine(session, None))


@pytest.mark.usefixtures("gazetteer")
def test_a_town_that_hardly_any_version_names_brings_in_no_country(
    client: httpx.Client, database: Database, tmp_path: Path
) -> None:
    _write(tmp_path / "inbox", "lone", 2)
    _write(tmp_path / "inbox", "quarter", 3)
    _write(tmp_path / "inbox", "few", 1, versions=9)
    import_folder(database, tmp_path / "inbox")
    assert _naming_fiji(client) == {"quarter", "few"}
    assert {each["id"] for each in _found(client, "/articles", place="vuna")["items"]} == {
        "lone",
        "quarter",
        "few",
    }
    assert _is_well(database)


@pytest.mark.usefixtures("gazetteer")
def test_a_country_that_any_version_names_stays(
    client: httpx.Client, database: Database, tmp_path: Path
) -> None:
    _write(tmp_path / "inbox", "named", 1, also="and Fiji, Northern Division")
    import_folder(database, tmp_path / "inbox")
    assert _naming_fiji(client) == {"named"}


@pytest.mark.usefixtures("gazetteer")
def test_another_version_changes_what_the_others_bring_in(
    client: httpx.Client, database: Database, tmp_path: Path
) -> None:
    for naming, versions, expected in ((2, 9, {"storm"}), (2, 12, set()), (4, 12, {"storm"}), (1, 12, set())):
        _write(tmp_path / "inbox", "storm", naming, versions=versions)
        import_folder(database, tmp_path / "inbox")
        assert _naming_fiji(client) == expected
        assert _is_well(database)


@pytest.mark.usefixtures("gazetteer")
def test_a_town_that_an_editor_knows_brings_in_its_country(
    client: httpx.Client, database: Database, tmp_path: Path
) -> None:
    _write(tmp_path / "inbox", "storm", 1)
    import_folder(database, tmp_path / "inbox")
    assert _naming_fiji(client) == set()
    (tmp_path / "inbox" / "places.toml").write_text(PLACES.replace("Vuna", "Vuna Bay"), "utf-8")
    import_folder(database, tmp_path / "inbox")
    list(reindex(database))
    assert _naming_fiji(client) == {"storm"}
    assert _is_well(database)


@pytest.mark.usefixtures("gazetteer")
def test_what_an_older_program_stored_is_told_apart_by_reindex(
    client: httpx.Client, database: Database, tmp_path: Path
) -> None:
    _write(tmp_path / "inbox", "storm", 1)
    import_folder(database, tmp_path / "inbox")
    with database.write() as session:
        session.execute(update(Mention).values(stands_for_country=True))
        session.execute(update(Translation).where(col(Translation.id) > 0).values(indexed_with="older"))
    list(reindex(database))
    assert _naming_fiji(client) == set()
    assert _is_well(database)
