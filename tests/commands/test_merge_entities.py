"""Two that are one, and one that is two."""

from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
from sqlmodel import select

from app.commands.import_inbox import import_inbox
from app.commands.merge_entities import merge
from app.commands.reindex import reindex
from app.commands.split_entity import split
from app.database.engine import Database
from app.errors import Refusal
from app.intake.article_folder import find_inbox
from app.models import Person, Place, Representation, Translation
from app.queries.entities import Entity
from tests.conftest import import_folder

PEOPLE = """
[ank]
labels = { mul = "Ank Bijleveld", nl = "mevrouw Bijleveld" }
aliases = { en = ["Mrs Bijleveld", "Ank B."] }
descriptions = { en = "a minister", fr = "une ministre" }
external_ids = { wikidata = "Q1" }

[bijleveld]
labels = { nl = "Bijleveld-Schouten", mul = "Ank Bijleveld-Schouten" }
aliases = { en = ["Ank B."] }
descriptions = { en = "Minister of Defence" }
external_ids = { wikidata = "Q2" }

[old]
labels = { mul = "Bijleveld the Elder" }
"""
PLACES = """
[springfield]
kind = "city"
country = "US"
labels = { en = "Springfield" }
aliases = { en = ["Springfield on the River"] }

[springfield-again]
kind = "city"
latitude = 39.8
longitude = -89.6
labels = { en = "Springfield, Illinois" }
external_ids = { geonames = "4250542" }
"""
TEXTS = {
    "one": "One\n\nAnk Bijleveld was in Springfield.\n\nSo was it.\n",
    "two": "Two\n\nAnk Bijleveld-Schouten saw Springfield, Illinois.\n\nSo it was.\n",
    "three": "Three\n\nBijleveld the Elder sat in Springfield on the River.\n\nHe did.\n",
}


@pytest.fixture
def folder(database: Database, tmp_path: Path) -> Path:
    (tmp_path / "people.toml").write_text(PEOPLE, "utf-8")
    (tmp_path / "places.toml").write_text(PLACES, "utf-8")
    for name, text in TEXTS.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "en.txt").write_text(text, "utf-8")
    import_folder(database, tmp_path)
    return tmp_path


pytestmark = pytest.mark.usefixtures("folder")


def _merge(database: Database, table: type[Entity], gone: str, into: str) -> None:
    with database.write() as session:
        merge(session, table, gone, into, datetime.now(UTC))


def _split(database: Database, table: type[Entity], entity: str, new: str, *terms: str) -> None:
    with database.write() as session:
        split(session, table, entity, new, terms, datetime.now(UTC))
    for _ in reindex(database):
        pass


def _ids(answer: httpx.Response) -> list[str]:
    assert answer.status_code == 200, answer.text
    return sorted(item["id"] for item in answer.json()["items"])


def test_what_both_know_the_one_that_stays_knows_better(database: Database, client: httpx.Client) -> None:
    _merge(database, Person, "ank", "bijleveld")
    person = client.get("/people/bijleveld").json()
    assert person["labels"] == {"mul": "Ank Bijleveld-Schouten", "nl": "Bijleveld-Schouten"}
    assert person["aliases"] == {
        "en": ["Ank B.", "Mrs Bijleveld"],
        "mul": ["Ank Bijleveld"],
        "nl": ["mevrouw Bijleveld"],
    }
    assert person["descriptions"] == {"en": "Minister of Defence", "fr": "une ministre"}
    assert person["external_ids"] == {"wikidata": "Q2"}
    assert person["articles"] == 2


def test_a_place_takes_what_it_did_not_know_of_itself(database: Database, client: httpx.Client) -> None:
    _merge(database, Place, "springfield-again", "springfield")
    place = client.get("/places/springfield").json()
    assert (place["latitude"], place["longitude"], place["country"]) == (39.8, -89.6, "US")
    assert place["external_ids"] == {"geonames": "4250542"}
    assert _ids(client.get("/articles?near=39.8,-89.6&radius=1")) == ["one", "three", "two"]


def test_the_id_that_went_leads_to_the_one_that_stayed_in_every_address(
    database: Database, client: httpx.Client
) -> None:
    _merge(database, Person, "old", "ank")
    _merge(database, Person, "ank", "bijleveld")
    for gone in ("old", "ank"):
        for below in ("", "/articles", "/mentioned-with"):
            answer = client.get(f"/people/{gone}{below}?lang=nl")
            assert answer.status_code == 308
            assert answer.headers["location"] == f"/people/bijleveld{below}?lang=nl"
            assert client.head(f"/people/{gone}{below}").status_code == 308
        assert _ids(client.get(f"/articles?person={gone}")) == ["one", "three", "two"]
        assert client.get(f"/places/{gone}").status_code == 404
    assert _ids(client.get("/people")) == ["bijleveld"]


def test_articles_show_the_one_that_stayed_at_once(database: Database, client: httpx.Client) -> None:
    assert client.get("/articles/one").json()["people"][0]["id"] == "ank"
    _merge(database, Person, "ank", "bijleveld")
    person = client.get("/articles/one").json()["people"][0]
    assert (person["id"], person["mentions"][0]["surface"]) == ("bijleveld", "Ank Bijleveld")
    for _ in reindex(database):
        pass
    linked_anew = client.get("/articles/one").json()["people"][0]
    assert linked_anew["mentions"][0]["evidence"] == "alias"  # what was the label of the one that went
    for shown in (person, linked_anew):
        del shown["mentions"]
    assert linked_anew == person
    with database.read() as session:
        stored = select(Representation).join(Translation).where(Translation.article_id == "one")
        assert session.exec(stored).first()


def test_what_was_merged_can_be_split_again(database: Database, client: httpx.Client) -> None:
    _merge(database, Place, "springfield-again", "springfield")
    _split(database, Place, "springfield", "springfield-again", "Springfield, Illinois")
    assert client.get("/places/springfield-again").json()["labels"] == {"en": "Springfield, Illinois"}
    assert _ids(client.get("/places/springfield-again/articles")) == ["two"]
    assert _ids(client.get("/places/springfield/articles")) == ["one", "three"]
    assert client.get("/articles/two").json()["places"][0]["id"] == "springfield-again"


def test_an_alias_becomes_the_label_of_the_new_one(database: Database, client: httpx.Client) -> None:
    _split(database, Place, "springfield", "springfield-river", "Springfield on the River")
    place = client.get("/places/springfield-river").json()
    assert place["labels"] == {"en": "Springfield on the River"}
    assert (place["kind"], place["country"], place["latitude"]) == ("city", "US", None)
    assert _ids(client.get("/articles?place=springfield-river")) == ["three"]


@pytest.mark.parametrize(
    ("gone", "into", "code"),
    [("ank", "ank", "same-entity"), ("ank", "nobody", "no-such-entity"), ("nobody", "ank", "no-such-entity")],
)
def test_who_cannot_be_merged_is_not(database: Database, gone: str, into: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        _merge(database, Person, gone, into)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("new", "term", "code"),
    [("bijleveld", "Ank B.", "taken-id"), ("new", "Ank C.", "no-such-term")],
)
def test_who_cannot_be_split_is_not(database: Database, new: str, term: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        _split(database, Person, "ank", new, term)
    assert refused.value.code == code


def test_a_file_that_still_has_the_id_that_went_is_refused(database: Database, folder: Path) -> None:
    """Importing it would undo the merge in silence."""
    _merge(database, Person, "ank", "bijleveld")
    reports = list(import_inbox(database, find_inbox([folder / "people.toml"]), default_language="en"))
    (finding,) = (each for report in reports for each in getattr(report, "findings", ()))
    assert (finding.code, finding.severity) == ("former-id", "refused")
    with database.read() as session:
        assert session.get(Person, "ank") is None


def test_nobody_is_left_without_a_name(database: Database) -> None:
    with pytest.raises(Refusal) as refused:
        _split(database, Person, "ank", "new", "Ank Bijleveld", "mevrouw Bijleveld")
    assert refused.value.code == "nameless"
