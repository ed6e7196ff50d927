"""The article that the project ships, imported as an operator does and read as a client does."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from sqlalchemy import insert
from sqlmodel import select

from app.commands.names_version import change_names_version
from app.commands.reindex import reindex
from app.database.engine import Database
from app.gazetteer.keys import opening
from app.models import Term
from tests.conftest import OTTAWA

ARTICLE = f"/articles/{OTTAWA}"

pytestmark = pytest.mark.usefixtures("ottawa", "demonyms")

NAMED = {
    "nl": {
        ("ank-bijleveld-schouten", "Bijleveld"): 2,
        ("ank-bijleveld-schouten", "Ank Bijleveld-Schouten"): 1,
        ("james-mattis", "James Mattis"): 2,
        ("harjit-sajjan", "Harjit Saijan"): 2,
        ("ottawa", "Ottawa"): 1,
        ("iraq", "Irak"): 4,
        ("syria", "Syrië"): 2,
        ("netherlands", "Nederland"): 2,
        ("erbil", "Erbil"): 1,
        ("baghdad", "Bagdad"): 1,
        ("canada", "Canadese"): 2,
        ("netherlands", "Nederlandse"): 1,
        ("united-states", "Amerikaanse"): 1,
    },
    "en": {
        ("ank-bijleveld-schouten", "Bijleveld"): 2,
        ("ank-bijleveld-schouten", "Ank Bijleveld-Schouten"): 2,
        ("james-mattis", "James Mattis"): 2,
        ("harjit-sajjan", "Harjit Saijan"): 2,
        ("ottawa", "Ottawa"): 1,
        ("iraq", "Iraq"): 4,
        ("syria", "Syria"): 2,
        ("netherlands", "the Netherlands"): 1,
        ("netherlands", "The Netherlands"): 1,
        ("erbil", "Erbil"): 1,
        ("baghdad", "Baghdad"): 1,
        ("canada", "Canadian"): 1,
        ("netherlands", "Dutch"): 1,
        ("united-states", "American"): 1,
    },
}


@pytest.fixture
def demonyms(database: Database) -> None:
    """As a gazetteer brings them, after the article was imported."""
    known = {
        "nl": {"canada": "Canadees", "netherlands": "Nederlands", "united-states": "Amerikaans"},
        "en": {"canada": "Canadian", "netherlands": "Dutch", "united-states": "American"},
    }
    with database.write() as session:
        provenance = session.exec(select(Term.provenance_id)).first()
        stored = set(session.exec(select(Term.language, Term.text).where(Term.kind == "demonym")).all())
        rows = [
            {
                "place_id": place,
                "language": language,
                "kind": "demonym",
                "text": text,
                "provenance_id": provenance,
                "opening": opening(text),
            }
            for language, places in known.items()
            for place, text in places.items()
            if (language, text) not in stored
        ]
        if rows:
            session.execute(insert(Term), rows)
            change_names_version(session)
    list(reindex(database))


def _named(article: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for entity in [*article["people"], *article["places"]]:
        for mention in entity["mentions"]:
            yield entity["id"], mention


@pytest.mark.parametrize("language", ["nl", "en"])
def test_everybody_and_every_place_is_linked_and_nothing_else(client: httpx.Client, language: str) -> None:
    article = client.get(ARTICLE, headers={"Accept-Language": language}).json()
    found: dict[tuple[str, str], int] = {}
    for id_, mention in _named(article):
        found[id_, mention["surface"]] = found.get((id_, mention["surface"]), 0) + 1
    assert found == NAMED[language]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_offsets_slice_the_surface_out_of_the_text(client: httpx.Client, language: str) -> None:
    article = client.get(ARTICLE, headers={"Accept-Language": language}).json()
    texts = {
        "headline": article["headline"],
        "lead": article.get("lead", ""),
        **{block["id"]: block["text"] for block in article["body"] if "text" in block},
        **{picture["id"]: picture["caption"] for picture in article["media"]},
    }
    for _, mention in _named(article):
        assert texts[mention["block"]][mention["start"] : mention["end"]] == mention["surface"]
