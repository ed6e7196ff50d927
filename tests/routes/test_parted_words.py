"""Words with hyphens, slashes or apostrophes, as texts write them, otherwise, or not at all."""

from pathlib import Path
from typing import Any

import httpx
import pytest

from app.database.engine import Database
from tests.conftest import import_texts

ARTICLES = {
    "clinic": {"en": "Clinic opens\n\nPatients who are negative for HIV may leave.\n\nIt is new.\n"},
    "virus": {"en": "HIV in the city\n\nThe virus is back.\n\nIt was gone.\n"},
    "letters": {"en": "An e-mail from O'Connor\n\nHe sent it by night.\n\nNobody answered.\n"},
    "inbox": {"en": "Email is old\n\nWho reads email any more, asks OConnor.\n\nFew do.\n"},
    "flight": {"en": "The F-16 lands\n\nIt is a jet.\n\nIt is loud.\n"},
    "bus": {"en": "Bus 16 is late\n\nIt is a bus.\n\nIt is slow.\n"},
    "road": {"tr": "Londra yolu\n\nOnun ve nin.\n\nDeki yok.\n"},
    "priem": {"uk": "П'ять людей\n\nЇх було п'ять.\n\nНіхто не знає.\n"},
}


@pytest.fixture(autouse=True)
def _articles(database: Database, tmp_path: Path) -> None:
    import_texts(database, tmp_path / "inbox", ARTICLES)


def _search(client: httpx.Client, q: str) -> Any:
    return client.get("/search", params={"q": q}, headers={"Accept-Language": "en"}).json()


def _found(client: httpx.Client, q: str) -> tuple[bool, set[str]]:
    found = _search(client, q)
    return found["loose"], {hit["article"]["id"] for hit in found["items"]}


@pytest.mark.parametrize(
    "q", ["HIV-negative", "negative/HIV", "HIV‑negative", "hiv'negative", "negative_HIV"]
)
def test_the_parts_are_looked_for_where_no_text_has_them_joined(client: httpx.Client, q: str) -> None:
    assert _found(client, q) == (False, {"clinic"})


@pytest.mark.parametrize("q", ["Londra'nın", "Londra’deki", "Londra'nin"])
def test_a_case_behind_an_apostrophe_is_no_part(client: httpx.Client, q: str) -> None:
    assert _found(client, q) == (False, {"road"})
    assert _search(client, q)["query"] == "Londra"


def test_some_of_the_parts_will_do_where_no_text_has_them_all(client: httpx.Client) -> None:
    assert _found(client, "anti-HIV-vaccine") == (True, {"clinic", "virus"})


def test_the_answer_says_that_parts_were_looked_for(client: httpx.Client) -> None:
    assert _search(client, "HIV-negative")["query"] == "HIV negative"
    assert _search(client, "e-mail")["query"] == "e-mail"


def test_a_misspelt_part_has_a_suggestion(client: httpx.Client) -> None:
    assert _search(client, "HIV-negativ-pateints")["suggestions"] == ["HIV negative patients"]


@pytest.mark.parametrize("q", ["F-17", "X-16", "12/16"])
def test_letters_and_numbers_are_no_parts(client: httpx.Client, q: str) -> None:
    assert _found(client, q) == (False, set())


def test_what_is_excluded_or_quoted_is_not_parted(client: httpx.Client) -> None:
    assert _found(client, "HIV -HIV-negative") == (False, {"clinic", "virus"})
    assert _found(client, '"HIV-negative"') == (False, set())


def test_a_word_is_parted_where_the_texts_asked_for_do_not_have_it(client: httpx.Client) -> None:
    assert _search(client, "O'Connor lang:uk")["query"] == "O'Connor lang:uk"
    assert _search(client, "e-mail before:2000")["query"] == "e-mail before:2000"
    assert _search(client, "e-mail-Connor lang:en")["query"] == "mail Connor lang:en"


@pytest.mark.parametrize("q", ["e-mail", "email"])
def test_a_hyphen_may_be_left_out(client: httpx.Client, q: str) -> None:
    assert _found(client, q) == (False, {"letters", "inbox"})


@pytest.mark.parametrize("q", ["O'Connor", "OConnor", "o’connor"])
def test_an_apostrophe_may_be_left_out(client: httpx.Client, q: str) -> None:
    assert _found(client, q) == (False, {"letters", "inbox"})


@pytest.mark.parametrize("q", ["п'ять", "пять", "п’ять"])
def test_an_apostrophe_within_a_ukrainian_word_may_be_left_out(client: httpx.Client, q: str) -> None:
    assert _found(client, q) == (False, {"priem"})


def test_a_query_of_very_many_parts_is_cut_as_any_other(client: httpx.Client) -> None:
    found = _search(client, "-".join(f"part{number}" for number in range(60)))
    assert (len(found["query"].split()), len(found["ignored"])) == (32, 28)
