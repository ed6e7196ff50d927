"""The article that the project ships, imported as an operator does and read as a client does."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from app.settings import Settings
from tests.conftest import OTTAWA
from tests.server import running_server

ARTICLE = f"/articles/{OTTAWA}"

NAMED = {
    "nl": [
        ("lead", "Canadese", "canada"),
        ("lead", "Ottawa", "ottawa"),
        ("b2", "Bijleveld", "ank-bijleveld-schouten"),
        ("b2", "Irak", "iraq"),
        ("b3", "Bijleveld", "ank-bijleveld-schouten"),
        ("b3", "Nederland", "netherlands"),
        ("b5", "Irak", "iraq"),
        ("b6", "Canadese", "canada"),
        ("b6", "Harjit Saijan", "harjit-sajjan"),
        ("b6", "Amerikaanse", "united-states"),
        ("b6", "James Mattis", "james-mattis"),
        ("b6", "Syrië", "syria"),
        ("b6", "Irak", "iraq"),
        ("b7", "Nederland", "netherlands"),
        ("b7", "Erbil", "erbil"),
        ("b7", "Bagdad", "baghdad"),
        ("b7", "Nederlandse", "netherlands"),
        ("b7", "Syrië", "syria"),
        ("b7", "Irak", "iraq"),
        ("m1", "James Mattis", "james-mattis"),
        ("m1", "Ank Bijleveld-Schouten", "ank-bijleveld-schouten"),
        ("m1", "Harjit Saijan", "harjit-sajjan"),
    ],
    "en": [
        ("lead", "Ank Bijleveld-Schouten", "ank-bijleveld-schouten"),
        ("lead", "Ottawa", "ottawa"),
        ("b2", "Iraq", "iraq"),
        ("b2", "Bijleveld", "ank-bijleveld-schouten"),
        ("b3", "Bijleveld", "ank-bijleveld-schouten"),
        ("b3", "the Netherlands", "netherlands"),
        ("b5", "Iraq", "iraq"),
        ("b6", "Canadian", "canada"),
        ("b6", "Harjit Saijan", "harjit-sajjan"),
        ("b6", "American", "united-states"),
        ("b6", "James Mattis", "james-mattis"),
        ("b6", "Syria", "syria"),
        ("b6", "Iraq", "iraq"),
        ("b7", "The Netherlands", "netherlands"),
        ("b7", "Erbil", "erbil"),
        ("b7", "Baghdad", "baghdad"),
        ("b7", "Dutch", "netherlands"),
        ("b7", "Syria", "syria"),
        ("b7", "Iraq", "iraq"),
        ("m1", "James Mattis", "james-mattis"),
        ("m1", "Ank Bijleveld-Schouten", "ank-bijleveld-schouten"),
        ("m1", "Harjit Saijan", "harjit-sajjan"),
    ],
}
"""All of them in the order of the text: block, surface, and whom or what it means."""

LANGUAGES = pytest.mark.parametrize("language", ["nl", "en"])


@pytest.fixture(scope="module")
def full_client(full_database_url: str) -> Iterator[httpx.Client]:
    """With every country, city and demonym that there is."""
    with (
        running_server(Settings(database_url=full_database_url)) as server,
        httpx.Client(base_url=server.url, trust_env=False) as client,
    ):
        yield client


@LANGUAGES
@pytest.mark.usefixtures("ottawa")
def test_everybody_and_every_place_is_linked_and_nothing_else(client: httpx.Client, language: str) -> None:
    assert _named(client, language) == NAMED[language]


@LANGUAGES
def test_all_gazetteers_together_change_nothing_about_it(full_client: httpx.Client, language: str) -> None:
    assert _named(full_client, language) == NAMED[language]


def _named(client: httpx.Client, language: str) -> list[tuple[str, str, str]]:
    """With surfaces cut out of the texts by the offsets, as a client does."""
    article = client.get(ARTICLE, headers={"Accept-Language": language}).json()
    texts = _texts(article)
    order = list(texts)
    mentions = [
        (order.index(mention["block"]), mention["start"], mention["end"], entity["id"])
        for entity in [*article["people"], *article["places"]]
        for mention in entity["mentions"]
    ]
    return [
        (order[block], texts[order[block]][start:end], id_) for block, start, end, id_ in sorted(mentions)
    ]


def _texts(article: dict[str, Any]) -> dict[str, str]:
    return {
        "headline": article["headline"],
        "lead": article.get("lead", ""),
        **{block["id"]: block["text"] for block in article["body"] if "text" in block},
        **{picture["id"]: picture["caption"] for picture in article["media"]},
    }
