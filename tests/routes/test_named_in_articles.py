"""Articles by who and what they name, and where that is."""

import json
from pathlib import Path

import httpx
import pytest
from openapi_schema_validator import OAS31Validator

from app.database.engine import Database
from app.main import create_app
from app.settings import Settings
from tests.conftest import OTTAWA, SHARED, import_folder
from tests.contracts.test_query_counts import statements
from tests.server import running_server

pytestmark = pytest.mark.usefixtures("ottawa")

PLACES = """
[taveuni]
kind = "city"
country = "FJ"
region = "FJ-N"
latitude = -16.85
longitude = 180.0
labels = { en = "Taveuni" }

[fiji]
kind = "country"
country = "FJ"
latitude = -18.0
longitude = 178.0
labels = { en = "Fiji" }

[northern]
kind = "region"
country = "FJ"
region = "FJ-N"
labels = { en = "Northern Division" }

[south-pole]
kind = "city"
latitude = -90.0
longitude = 0.0
labels = { en = "Amundsen–Scott" }

[atlantis]
kind = "city"
labels = { en = "Atlantis" }
"""
TEXTS = {
    "island": "Island\n\nA storm over Taveuni.\n\nIt rained.\n",
    "pole": "Pole\n\nIt is cold at Amundsen–Scott.\n\nVery cold.\n",
    "lost": "Lost\n\nNobody has seen Atlantis.\n\nNor will.\n",
}


@pytest.fixture
def far_away(database: Database, tmp_path: Path) -> None:
    (tmp_path / "places.toml").write_text(PLACES, "utf-8")
    for name, text in TEXTS.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "en.txt").write_text(text, "utf-8")
    import_folder(database, tmp_path)


def _ids(answer: httpx.Response) -> list[str]:
    assert answer.status_code == 200, answer.text
    return [item["id"] for item in answer.json()["items"]]


@pytest.mark.parametrize(
    "filter_",
    [
        *("place=ottawa", "place=canada", "bbox=-76,45,-75,46", "near=45.4,-75.7&radius=5"),
        *("bbox=-180,-90,180,90", "near=-45.4,104.3&radius=20016", "near=45.4,-75.7", "person=james-mattis"),
    ],
)
def test_one_statement_finds_an_article_by_city_country_box_or_circle(
    database_url: str, filter_: str
) -> None:
    settings = Settings(database_url=database_url)
    with (
        running_server(settings, create_app(settings)) as server,
        httpx.Client(base_url=server.url, trust_env=False) as client,
        statements() as seen,
    ):
        assert _ids(client.get(f"/articles?{filter_}")) == [OTTAWA]
    assert len([statement for statement in seen if "FROM mention" in statement]) == 1


@pytest.mark.usefixtures("far_away")
@pytest.mark.parametrize(
    "filter_",
    [
        *("place=atlantis&person=james-mattis", "bbox=10,10,11,11", "near=0,0&radius=1"),
        *("near=45.4,-75.7&place=syria&bbox=0,0,1,1",),
    ],
)
def test_what_no_article_names_finds_none(client: httpx.Client, filter_: str) -> None:
    assert _ids(client.get(f"/articles?{filter_}")) == []


@pytest.mark.parametrize(
    ("filters", "unknown"),
    [
        ("place=nowhere", ["place"]),
        ("place=IQ", ["place"]),
        ("person=baghdad", ["person"]),
        ("person=nobody&place=nowhere", ["person", "place"]),
    ],
)
def test_a_filter_by_an_id_that_nobody_has_is_told_from_finding_nothing(
    client: httpx.Client, filters: str, unknown: list[str]
) -> None:
    answer = client.get(f"/articles?{filters}")
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid-input")
    assert [each["parameter"] for each in answer.json()["errors"]] == unknown
    assert client.get(f"/places/iraq/articles?{unknown[0]}=nowhere").status_code in (400, 422)


def test_a_place_that_comes_later_is_found_at_once(
    client: httpx.Client, database: Database, tmp_path: Path
) -> None:
    assert client.get("/articles?place=atlantis").status_code == 422
    (tmp_path / "places.toml").write_text(PLACES, "utf-8")
    import_folder(database, tmp_path)
    assert _ids(client.get("/articles?place=atlantis")) == []


@pytest.mark.usefixtures("far_away")
@pytest.mark.parametrize(
    ("area", "found"),
    [
        ("bbox=179,-20,-179,-10", ["island"]),
        ("bbox=-180,-20,-179,-10", ["island"]),
        ("bbox=-179,-20,179,-10", []),
        ("near=-16.85,-179.9&radius=20", ["island"]),
        ("near=-17,179.5&radius=100", ["island"]),
        ("near=-89.5,120&radius=60", ["pole"]),
        ("near=-89.5,120&radius=50", []),
        ("bbox=100,-90,110,-80", ["pole"]),
        ("place=fiji", ["island"]),
    ],
)
def test_the_antimeridian_and_the_poles_are_no_edges(
    client: httpx.Client, area: str, found: list[str]
) -> None:
    assert _ids(client.get(f"/articles?{area}")) == found


@pytest.mark.parametrize(
    ("sub_resource", "filter_"),
    [("/people/james-mattis", "person=james-mattis"), ("/places/iraq", "place=iraq")],
)
def test_articles_below_a_name_are_those_of_the_filter(
    client: httpx.Client, sub_resource: str, filter_: str
) -> None:
    below = client.get(f"{sub_resource}/articles?count=true", headers={"Accept-Language": "nl"})
    filtered = client.get(f"/articles?{filter_}&count=true", headers={"Accept-Language": "nl"})
    assert below.json() == filtered.json()
    assert below.json()["total"] == client.get(sub_resource).json()["articles"] == 1
    assert below.headers["content-language"] == "nl"
    assert client.get(f"{sub_resource}x/articles").status_code == 404


@pytest.mark.usefixtures("far_away")
def test_a_region_has_the_articles_about_its_cities(client: httpx.Client) -> None:
    assert _ids(client.get("/articles?place=northern")) == ["island"]
    assert client.get("/places/northern").json()["articles"] == 1
    assert _ids(client.get("/places/northern/articles")) == ["island"]


@pytest.mark.usefixtures("far_away")
def test_a_country_counts_the_articles_about_its_cities(client: httpx.Client) -> None:
    counted = {item["id"]: item["articles"] for item in client.get("/places?limit=100").json()["items"]}
    assert counted["fiji"] == counted["taveuni"] == counted["canada"] == 1
    assert counted["united-states"] == 1  # by a demonym
    assert client.get("/places/fiji").json()["articles"] == 1


def test_a_text_that_is_no_longer_served_names_nobody(
    client: httpx.Client, database: Database, tmp_path: Path
) -> None:
    folder = tmp_path / "changing"
    folder.mkdir()
    text = folder / "en.txt"
    text.write_text("News\n\nJames Mattis was in Erbil.\n\nSo it was.\n", "utf-8")
    import_folder(database, folder)
    assert "changing" in _ids(client.get("/people/james-mattis/articles"))
    text.write_text("News\n\nHarjit Sajjan was in Erbil.\n\nSo it was.\n", "utf-8")
    import_folder(database, folder)
    assert "changing" not in _ids(client.get("/articles?person=james-mattis"))
    assert client.get("/people/james-mattis").json()["articles"] == 1
    assert client.get("/people/harjit-sajjan").json()["articles"] == 2
    (folder / "article.toml").write_text("published_at = 2999-01-01\n")
    import_folder(database, folder)
    assert client.get("/people/harjit-sajjan").json()["articles"] == 1
    companions = client.get("/people/harjit-sajjan/mentioned-with").json()["items"]
    assert {item["id"]: item["articles"] for item in companions}["erbil"] == 1


def test_who_is_named_together_is_counted_and_paged(client: httpx.Client) -> None:
    found = []
    following = "/places/ottawa/mentioned-with?limit=3"
    while following:
        page = client.get(following, headers={"Accept-Language": "nl"}).json()
        found += [(item["kind"], item["id"], item["articles"], item["name"]) for item in page["items"]]
        following = page["next"]
    assert ("place", "baghdad", 1, "Bagdad") in found
    assert ("person", "james-mattis", 1, "James Mattis") in found
    assert len(found) == len(set(found)) == 10
    assert not [each for each in found if each[1] == "ottawa"]


def test_parity_names_who_is_missing_in_which_language(
    client: httpx.Client, database: Database, tmp_path: Path
) -> None:
    folder = tmp_path / "uneven"
    folder.mkdir()
    (folder / "en.txt").write_text("News\n\nJames Mattis was in Erbil.\n\nIn Erbil, again.\n", "utf-8")
    (folder / "nl.txt").write_text("Nieuws\n\nMattis was in Erbil.\n\nWeer in Erbil.\n", "utf-8")
    import_folder(database, folder)
    page = client.get("/articles/uneven/parity?limit=1&count=true", headers={"Accept-Language": "nl"})
    first = page.json()["items"][0]
    assert (first["entity"]["id"], first["entity"]["kind"]) == ("james-mattis", "person")
    assert (first["languages"], first["missing_in"]) == ({"en": 1, "nl": 0}, ["nl"])
    assert page.json()["total"] == 2
    rest = client.get(page.json()["next"]).json()
    assert [(item["entity"]["id"], item["missing_in"]) for item in rest["items"]] == [("erbil", [])]
    assert rest["next"] is None
    assert client.get("/articles/nothing/parity").status_code == 404


def test_parity_accuses_no_language_of_a_demonym_that_nobody_knows_in_it(
    client: httpx.Client, database: Database, tmp_path: Path
) -> None:
    folder = tmp_path / "canadian"
    folder.mkdir()
    (folder / "en.txt").write_text("News\n\nA Canadian minister spoke.\n\nOn Iraqi oil.\n", "utf-8")
    (folder / "nl.txt").write_text("Nieuws\n\nEen minister sprak.\n\nOver olie.\n", "utf-8")
    (folder / "pl.txt").write_text("Nowiny\n\nMinister mówił.\n\nO ropie.\n", "utf-8")
    import_folder(database, folder)
    items = client.get("/articles/canadian/parity").json()["items"]
    assert {item["entity"]["id"]: item["missing_in"] for item in items} == {"canada": ["nl"], "iraq": ["nl"]}


@pytest.mark.usefixtures("far_away")
def test_the_nearest_place_comes_first_with_its_distance(client: httpx.Client) -> None:
    found: list[tuple[str, float]] = []
    following = "/places?near=33.3,44.4&radius=1000&limit=2"
    while following:
        page = client.get(following).json()
        found += [(item["id"], item["distance"]) for item in page["items"]]
        following = page["next"]
    assert [place for place, _ in found] == ["baghdad", "iraq", "erbil", "syria"]
    assert [far for _, far in found] == sorted(far for _, far in found)
    assert found[2][1] == pytest.approx(323, abs=2)
    assert "distance" not in client.get("/places/baghdad").json()


@pytest.mark.usefixtures("far_away")
def test_geojson_is_longitude_before_latitude(client: httpx.Client) -> None:
    by_accept = client.get(
        "/places/baghdad", headers={"Accept": "application/geo+json", "Accept-Language": "nl"}
    )
    assert by_accept.headers["content-type"] == "application/geo+json"
    assert by_accept.headers["content-location"] == "/places/baghdad?format=geojson&lang=nl"
    feature = by_accept.json()
    assert feature["geometry"] == {"type": "Point", "coordinates": [44.40088, 33.34058]}
    assert (feature["id"], feature["type"], feature["properties"]["name"]) == ("baghdad", "Feature", "Bagdad")
    assert client.get("/places/atlantis?format=geojson").json()["geometry"] is None


@pytest.mark.usefixtures("far_away")
@pytest.mark.parametrize("address", ["/places", "/places?near=0,0&radius=9000", "/places/atlantis"])
def test_geojson_is_what_its_schema_says(client: httpx.Client, address: str) -> None:
    schema = SHARED / "schemas" / "ninjs" / "GeoJSON-schema.json"
    if not schema.exists():
        pytest.skip(f"{schema} is not there")
    answer = client.get(address, headers={"Accept": "application/geo+json"})
    OAS31Validator(json.loads(schema.read_text("utf-8"))).validate(answer.json())


@pytest.mark.usefixtures("far_away")
def test_a_collection_of_features_goes_on_by_its_next(client: httpx.Client) -> None:
    found = []
    following = "/places?format=geojson&limit=5&count=true"
    while following:
        answer = client.get(following)
        page = answer.json()
        assert (page["type"], page["total"]) == ("FeatureCollection", 13)
        assert page["next"] is None or f'<{page["next"]}>; rel="next"' in answer.headers["link"]
        found += [feature["id"] for feature in page["features"]]
        following = page["next"]
    assert found == sorted(found)
    assert len(set(found)) == 13
