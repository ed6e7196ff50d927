from pathlib import Path

import httpx
import pytest
from sqlalchemy import update
from sqlmodel import col

from app.database.engine import Database
from app.models import Term
from tests.conftest import import_folder

pytestmark = pytest.mark.usefixtures("ottawa")


def test_a_place_has_the_readers_name_and_the_same_coordinates(client: httpx.Client) -> None:
    dutch = client.get("/places/baghdad", headers={"Accept-Language": "nl"}).json()
    english = client.get("/places/baghdad", headers={"Accept-Language": "en-GB"}).json()
    assert (dutch["name"], english["name"]) == ("Bagdad", "Baghdad")
    assert dutch["external_ids"] == english["external_ids"] == {"geonames": "98182"}
    assert (dutch["latitude"], dutch["longitude"]) == (english["latitude"], english["longitude"])


def test_a_place_of_no_article_has_its_own_labels_languages(
    client: httpx.Client, database: Database, tmp_path: Path
) -> None:
    (tmp_path / "places.toml").write_text(
        '[oslo]\nkind = "city"\nlabels = { nb = "Oslo", fi = "Oslo" }\n', encoding="utf-8"
    )
    import_folder(database, tmp_path)
    assert client.get("/places/oslo?lang=fi").headers["Content-Language"] == "fi"
    assert client.get("/places/oslo?lang=fi&fallback=none").status_code == 200


UNNAMED = """
[old-town]
kind = "city"
labels = { mul = "Oud" }

[hidden]
kind = "city"
labels = { nl = "Verstopt" }
"""


def test_without_fallback_a_place_has_a_name_in_the_language_or_is_not_there(
    client: httpx.Client, database: Database, tmp_path: Path
) -> None:
    (tmp_path / "places.toml").write_text(UNNAMED, "utf-8")
    import_folder(database, tmp_path)
    with database.write() as session:
        session.execute(update(Term).where(col(Term.place_id) == "hidden").values(language="und"))
    assert client.get("/places/hidden?lang=en").json()["language"] == "und"
    refused = client.get("/places/hidden?lang=en&fallback=none")
    assert (refused.status_code, refused.json()["code"]) == (404, "language-unavailable")
    assert client.get("/places/hidden?fallback=none").status_code == 200, "nothing was asked for"
    everywhere = client.get("/places/old-town?lang=en&fallback=none")
    assert (everywhere.status_code, everywhere.json()["language"]) == (200, "mul")
    assert client.get("/places/ottawa?lang=nl&fallback=none").json()["language"] == "nl"
    assert client.get("/places/old-town?lang=sw&fallback=none").status_code == 404, "the site has no text"
    listed = client.get("/places?lang=en&fallback=none&limit=100").json()["items"]
    assert {"old-town", "ottawa"} <= {each["id"] for each in listed}
    assert "hidden" not in {each["id"] for each in listed}


def test_a_misspelling_is_shown_as_such(client: httpx.Client) -> None:
    person = client.get("/people/harjit-sajjan").json()
    assert "Saijan" in person["misspellings"]["mul"]
    assert person["labels"] == {"mul": "Harjit Sajjan"}
    assert person["external_ids"] == {}


@pytest.mark.parametrize(("address", "number"), [("/people", 3), ("/places", 8), ("/languages", 2)])
def test_lists_page_by_cursor(client: httpx.Client, address: str, number: int) -> None:
    found = []
    following = f"{address}?limit=2&count=true"
    while following:
        page = client.get(following).json()
        assert page["total"] == number
        found += [item.get("id") or item["language"] for item in page["items"]]
        following = page["next"]
    assert len(found) == len(set(found)) == number
    assert found == sorted(found)


def test_a_cursor_of_another_list_is_refused(client: httpx.Client) -> None:
    following = client.get("/places?limit=2").json()["next"]
    response = client.get(following.replace("/places", "/people"))
    assert (response.status_code, response.json()["code"]) == (400, "invalid-cursor")


def test_languages_have_their_own_name_and_the_readers(client: httpx.Client) -> None:
    items = client.get("/languages", headers={"Accept-Language": "nl"}).json()["items"]
    assert [(i["language"], i["name"], i["translated_name"], i["articles"], i["default"]) for i in items] == [
        ("en", "English", "Engels", 1, True),
        ("nl", "Nederlands", "Nederlands", 1, False),
    ]


def test_the_service_document_leads_everywhere(client: httpx.Client) -> None:
    document = client.get("/").json()
    links = [value for value in document.values() if value.startswith("/")]
    assert len(links) == 8
    links.remove("/search")  # which wants to be asked something
    assert {client.get(link).status_code for link in links} == {200}
    assert client.get("/search", params={"q": "Ottawa"}).status_code == 200
