"""Chinese is written in two scripts, and asked for in either."""

from pathlib import Path
from typing import Any

import httpx
import pytest

from app.database.engine import Database
from tests.conftest import import_folder

TEXTS = {
    "simplified": ("zh-Hans", "总统的计划\n\n总统在台湾说，世界卫生组织有新计划。\n"),
    "traditional": ("zh-Hant", "總統的計畫\n\n總統在臺灣說，世界衞生組織有新計畫。\n"),
    "japanese": ("ja", "総統の台湾\n\n米軍と世界。\n"),
}
FOUND = [
    ("世界衛生組織", {"simplified": "世界卫生组织", "traditional": "世界衞生組織"}),
    ("总统", {"simplified": "总统", "traditional": "總統"}),
    ("計畫", {"simplified": "计划", "traditional": "計畫"}),
    ("臺灣", {"simplified": "台湾", "traditional": "臺灣"}),
    ('"总统在台湾"', {"simplified": "总统在台湾", "traditional": "總統在臺灣"}),
    ("世界衛*", {"simplified": "世界卫", "traditional": "世界衞"}),
]
PLACES = """
[taiwan]
kind = "region"
labels = { en = "Taiwan", zh-Hans = "台湾" }
"""


@pytest.fixture(autouse=True)
def chinese(database: Database, tmp_path: Path) -> None:
    for article, (language, text) in TEXTS.items():
        (tmp_path / article).mkdir()
        (tmp_path / article / f"{language}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "places.toml").write_text(PLACES, encoding="utf-8")
    import_folder(database, tmp_path)


def _get(client: httpx.Client, path: str, q: str, language: str) -> Any:
    answer = client.get(path, params={"q": q}, headers={"Accept-Language": language})
    assert answer.status_code == 200, answer.text
    return answer.json()


def _marked(client: httpx.Client, q: str) -> dict[str, set[str]]:
    """By article, what is marked."""
    return {
        hit["article"]["id"]: {
            hit["snippet"]["text"][mark["start"] : mark["end"]] for mark in hit["snippet"]["marks"]
        }
        for hit in _get(client, "/search", q, "zh-Hans, zh-Hant")["items"]
    }


@pytest.mark.parametrize(("q", "written"), FOUND)
def test_either_script_is_found_by_the_other_and_marked_as_it_is_written(
    client: httpx.Client, q: str, written: dict[str, str]
) -> None:
    marked = _marked(client, q)
    for article, words in written.items():
        assert any(each.startswith(words) for each in marked[article]), marked


def test_what_is_excluded_is_so_in_both_scripts(client: httpx.Client) -> None:
    assert _marked(client, "世界 -總統").keys() == {"japanese"}
    assert _marked(client, "世界 -总统").keys() == {"japanese"}


def test_japanese_is_searched_as_it_is_written(client: httpx.Client) -> None:
    assert "japanese" in _marked(client, "米軍")
    assert "japanese" not in _marked(client, "米军")


@pytest.mark.parametrize("typed", ["台湾", "臺灣", "台灣", "在臺灣"])
def test_a_place_is_known_by_the_name_in_the_other_script(client: httpx.Client, typed: str) -> None:
    found = _get(client, "/search", typed, "zh-Hant")
    assert [each["id"] for each in found["entities"]] == ["taiwan"]


@pytest.mark.parametrize("typed", ["總", "总统", "總統的計", "总统的计划"])
def test_a_headline_is_completed_in_the_script_it_has(client: httpx.Client, typed: str) -> None:
    for article in ("simplified", "traditional"):
        language, text = TEXTS[article]
        items = _get(client, "/search/suggest", typed, language)["items"]
        assert text.splitlines()[0] in [each["text"] for each in items]


def test_a_name_is_completed_in_the_other_script(client: httpx.Client) -> None:
    items = _get(client, "/search/suggest", "臺", "zh-Hans")["items"]
    assert [(each["kind"], each["text"]) for each in items if each["kind"] == "place"] == [("place", "台湾")]
