"""Names that nobody knows, from the import to an editor's decision."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlmodel import select

from app.database.engine import Database
from app.models import Person, Place, Proposal, Scan, Sighting, Term
from tests.cli.conftest import Ended, Run
from tests.conftest import OTTAWA, REPOSITORY

SAJJAN = '[harjit-sajjan]\nlabels = { mul = "Harjit Sajjan" }\n'


@pytest.fixture
def unknown(run_on_database: Run, tmp_path: Path) -> Path:
    """The real article is imported with its places; who its people are nobody says."""
    inbox = tmp_path / "inbox"
    shutil.copytree(REPOSITORY / "data" / OTTAWA, inbox / OTTAWA)
    shutil.copy(REPOSITORY / "data" / "places.toml", inbox)
    assert run_on_database("import", inbox).code == 0
    return inbox


@pytest.fixture
def suggested(run_on_database: Run) -> Callable[..., dict[str, dict[str, Any]]]:
    """What is proposed, by English label."""

    def suggest(group: str = "people", *options: str) -> dict[str, dict[str, Any]]:
        ended = run_on_database(group, "suggest", "--json", *options)
        assert ended.code == 0
        return {each["labels"]["en"]: each for each in map(json.loads, ended.out.splitlines())}

    return suggest


Suggested = Callable[..., dict[str, dict[str, Any]]]


def _texts(client: httpx.Client, language: str) -> dict[str, str]:
    document = client.get(f"/articles/{OTTAWA}/{language}").raise_for_status().json()
    texts = {"headline": document["headline"], "lead": document["lead"]}
    texts |= {block["id"]: block["text"] for block in document["body"]}
    return texts | {media["id"]: media["caption"] for media in document["media"]}


@pytest.mark.usefixtures("unknown")
def test_the_real_articles_people_are_proposed_and_nobody_else(suggested: Suggested) -> None:
    assert set(suggested()) == {"Ank Bijleveld-Schouten", "James Mattis", "Harjit Saijan"}
    assert suggested("places", "--unknown") == {}


def test_who_is_known_is_not_proposed(run_on_database: Run, suggested: Suggested) -> None:
    assert run_on_database("import", REPOSITORY / "data").code == 0
    assert suggested() == {}


@pytest.mark.usefixtures("unknown")
def test_the_evidence_slices_its_surfaces_out_of_the_texts(
    suggested: Suggested, client: httpx.Client
) -> None:
    texts = {language: _texts(client, language) for language in ("en", "nl")}
    for proposal in suggested().values():
        for each in proposal["evidence"]:
            assert texts[each["language"]][each["block"]][each["start"] : each["end"]] == each["surface"]


@pytest.mark.usefixtures("unknown")
def test_the_evidence_has_offices_and_parts(run_on_database: Run, suggested: Suggested) -> None:
    bijleveld = suggested()["Ank Bijleveld-Schouten"]
    assert bijleveld["kind"] == "person"
    assert bijleveld["articles"] == [OTTAWA]
    assert [each["surface"] for each in bijleveld["evidence"] if each["reason"] == "part"] == [
        "Bijleveld"
    ] * 4
    assert suggested()["James Mattis"]["roles"] == ["Ministers", "defensieministers"]
    assert "in part as Bijleveld" in run_on_database("people", "suggest").out


@pytest.mark.usefixtures("unknown")
def test_nothing_proposed_reaches_the_api(client: httpx.Client) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    addresses = [path.replace("{article_id}", OTTAWA).replace("{language}", "en") for path in paths]
    answers = [client.get(address) for address in addresses if "{" not in address]
    assert any(OTTAWA in str(answer.url) for answer in answers)
    assert client.get("/people").json()["items"] == []
    # The names stand in the texts, and are nobody's id.
    for each in ("ank-bijleveld-schouten", "james-mattis", "harjit-saijan"):
        assert not [answer.url for answer in answers if each in answer.text]
        assert client.get(f"/people/{each}").status_code == httpx.codes.NOT_FOUND


@pytest.mark.usefixtures("unknown")
def test_accepting_makes_the_person_and_links_the_articles(
    run_on_database: Run, suggested: Suggested, client: httpx.Client
) -> None:
    ended = run_on_database("people", "accept", suggested()["James Mattis"]["proposal"])
    assert (ended.code, ended.out.splitlines()[0]) == (
        0,
        "james-mattis: mul James Mattis; language versions that name it: 2",
    )
    person = client.get("/people/james-mattis").raise_for_status().json()
    assert person["labels"] == {"mul": "James Mattis"}
    for language in ("en", "nl"):
        article = client.get(f"/articles/{OTTAWA}/{language}").json()
        assert [each["id"] for each in article["people"]] == ["james-mattis"]
    assert "James Mattis" not in suggested()


@pytest.mark.usefixtures("unknown")
def test_an_editor_may_give_the_id_and_a_better_label(
    run_on_database: Run, suggested: Suggested, database: Database
) -> None:
    number = suggested()["James Mattis"]["proposal"]
    assert (
        run_on_database("people", "accept", number, "--id", "mattis", "--label", "ru=Джеймс Мэттис").code == 0
    )
    with database.read() as session:
        terms = session.exec(select(Term.language, Term.kind, Term.text).where(Term.person_id == "mattis"))
        assert set(terms) == {("mul", "label", "James Mattis"), ("ru", "label", "Джеймс Мэттис")}


def test_a_name_like_somebodys_is_asked_about_and_may_be_a_misspelling(
    run_on_database: Run, suggested: Suggested, database: Database, unknown: Path
) -> None:
    (unknown / "people.toml").write_text(SAJJAN, encoding="utf-8")
    assert run_on_database("import", unknown).code == 0
    saijan = suggested()["Harjit Saijan"]
    (near,) = saijan["did_you_mean"]
    assert (near["id"], near["name"]) == ("harjit-sajjan", "Harjit Sajjan")
    accepted = run_on_database("people", "accept", saijan["proposal"], "--as-misspelling-of", "harjit-sajjan")
    assert accepted.code == 0
    with database.read() as session:
        query = select(Term.kind, Term.text).where(Term.person_id == "harjit-sajjan")
        assert set(session.exec(query)) == {("label", "Harjit Sajjan"), ("misspelling", "Harjit Saijan")}
        assert session.get(Person, "harjit-saijan") is None
    assert "Harjit Saijan" not in suggested()


def test_a_rejected_name_is_not_proposed_again(
    run_on_database: Run, suggested: Suggested, unknown: Path
) -> None:
    assert run_on_database("people", "reject", suggested()["James Mattis"]["proposal"]).code == 0
    text = unknown / OTTAWA / "en.txt"
    text.write_text(text.read_text(encoding="utf-8") + "\n\nJames Mattis left.\n", encoding="utf-8")
    assert "revised" in run_on_database("import", unknown).out
    assert set(suggested()) == {"Ank Bijleveld-Schouten", "Harjit Saijan"}


def test_evidence_goes_with_the_text_that_it_stood_in(
    run_on_database: Run, suggested: Suggested, database: Database, unknown: Path
) -> None:
    text = unknown / OTTAWA / "en.txt"
    text.write_text(text.read_text(encoding="utf-8").replace("James Mattis", "nobody"), encoding="utf-8")
    assert "revised" in run_on_database("import", unknown).out
    assert set(suggested()) == {"Ank Bijleveld-Schouten", "Harjit Saijan"}
    with database.read() as session:
        assert session.exec(select(Proposal).where(Proposal.key == "james mattis")).first() is None


@pytest.mark.usefixtures("unknown")
def test_a_place_is_accepted_with_its_position(
    run_on_database: Run, suggested: Suggested, database: Database
) -> None:
    number = suggested()["James Mattis"]["proposal"]
    where = ("--kind", "city", "--country", "US", "--latitude", 46.6, "--longitude", "-112.0")
    assert run_on_database("places", "accept", number, "--id", "mattis-city", *where).code == 0
    with database.read() as session:
        place = session.get_one(Place, "mattis-city")
        assert (place.kind, place.country, place.latitude, place.longitude) == ("city", "US", 46.6, -112.0)


def test_a_label_that_may_have_a_case_ending_is_pointed_out(
    run_on_database: Run, suggested: Suggested, tmp_path: Path
) -> None:
    texts = {
        "en": "A visit to the harbour\n\nThe minister met President Amara Okonjo in the harbour.\n",
        "nl": "Een bezoek aan de haven\n\nDe minister sprak president Amara Okonjo in de haven.\n",
        "ru": "Визит в гавань\n\nМинистр встретился с президентом Амарой Оконджо в гавани.\n",
    }
    (tmp_path / "visit").mkdir()
    for language, text in texts.items():
        (tmp_path / "visit" / f"{language}.txt").write_text(text, encoding="utf-8")
    assert run_on_database("import", tmp_path / "visit").code == 0
    ended = run_on_database("people", "accept", suggested()["Amara Okonjo"]["proposal"])
    assert ended.code == 0
    assert "ru Амарой Оконджо: as it stands in a text, perhaps with a case ending\n" in ended.out
    assert "mul Amara Okonjo:" not in ended.out


@pytest.mark.usefixtures("unknown")
def test_an_accepted_name_gets_no_id_that_was_merged_away(
    run_on_database: Run, suggested: Suggested, unknown: Path
) -> None:
    people = '[james-mattis]\nlabels = { mul = "J. M." }\n[jim]\nlabels = { mul = "Jim M." }\n'
    (unknown / "people.toml").write_text(people, encoding="utf-8")
    assert run_on_database("import", unknown / "people.toml").code == 0
    assert run_on_database("people", "merge", "james-mattis", "jim").code == 0
    number = suggested()["James Mattis"]["proposal"]
    refused = run_on_database("people", "accept", number, "--id", "james-mattis")
    assert (refused.code, "'james-mattis' is or was somebody" in refused.err) == (2, True)
    assert run_on_database("people", "accept", number).out.startswith("james-mattis-2: ")


@pytest.mark.usefixtures("unknown")
def test_a_scan_proposes_from_what_is_stored_and_leaves_nothing_to_a_second(
    suggested: Suggested, database: Database
) -> None:
    before = suggested()
    with database.write() as session:
        for table in (Sighting, Proposal, Scan):
            for row in session.exec(select(table)):
                session.delete(row)
    assert suggested() == {}
    after = suggested("people", "--scan")
    assert {name: _without_number(each) for name, each in after.items()} == {
        name: _without_number(each) for name, each in before.items()
    }
    assert suggested("people", "--scan") == after


def _without_number(proposal: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in proposal.items() if key != "proposal"}


@pytest.mark.usefixtures("unknown")
def test_a_list_may_be_of_one_article_and_short(suggested: Suggested) -> None:
    assert set(suggested("people", "--article", OTTAWA)) == set(suggested())
    assert len(suggested("people", "--limit", "2")) == 2


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    "arguments",
    [
        ("people", "accept", "99"),
        ("people", "reject", "99"),
        *(("people", each, "9" * 23) for each in ("accept", "reject")),
        *(("places", each, "0") for each in ("accept", "reject")),
        *((each, "suggest", "--article", "another") for each in ("people", "places")),
        ("people", "accept", "1", "--as-alias-of", "nobody"),
        ("people", "accept", "1", "--id", "Not An Id"),
        ("people", "accept", "1", "--id", "a", "--as-alias-of", "b"),
        ("people", "accept", "1", "--label", "Bagdad"),
        ("people", "accept", "1", "--label", "not a tag=Bagdad"),
        ("places", "accept", "1", "--id", "ottawa"),
        ("places", "accept", "1", "--latitude", "1"),
        ("places", "accept", "1", "--country", "Canada"),
        ("places", "accept", "1", "--country", "XX"),
    ],
)
@pytest.mark.usefixtures("unknown")
def test_what_cannot_be_done_changes_nothing_and_ends_with_2(
    run_on_database: Run, suggested: Suggested, arguments: tuple[str, ...]
) -> None:
    before = suggested()
    ended: Ended = run_on_database(*arguments)
    assert (ended.code, ended.out) == (2, "")
    assert suggested() == before
