"""Names in Hangul, Kana, Han and Thai that are proposed for what is a slip away from them."""

from pathlib import Path

import httpx
import pytest

from app.database.engine import Database
from tests.conftest import import_texts

PLACES = """
[madrid]
kind = "city"
latitude = 40.4
longitude = -3.7
labels = { ko = "마드리드", ja = "マドリード", zh-Hans = "马德里", zh-Hant = "馬德里", th = "มาดริด" }

[bonn]
kind = "city"
latitude = 50.7
longitude = 7.1
labels = { ko = "본", ja = "ボン", zh-Hans = "波恩", th = "บอนน์" }
"""
TEXTS = {
    "ko": "회의\n\n마드리드에서 회의가 열렸다. 본에서도 열렸다.\n",
    "ja": "会議\n\nマドリードで会議が開かれた。ボンでも開かれた。\n",
    "zh-Hans": "会议\n\n会议在马德里举行。也在波恩举行。\n",
    "th": "การประชุม\n\nการประชุมจัดขึ้นที่มาดริด และที่บอนน์\n",
}


@pytest.fixture(autouse=True)
def articles(database: Database, tmp_path: Path) -> None:
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "places.toml").write_text(PLACES, "utf-8")
    import_texts(database, tmp_path / "inbox", {"meeting": TEXTS})


def _proposed(client: httpx.Client, typed: str, language: str) -> list[str]:
    answer = client.get("/search", params={"q": typed}, headers={"Accept-Language": language})
    assert answer.status_code == 200, answer.text
    return list(answer.json()["suggestions"])


@pytest.mark.parametrize(
    ("language", "typed", "name"),
    [
        ("ko", "마드리두", "마드리드"),
        ("ko", "모드리드", "마드리드"),
        ("ko", "마들리드", "마드리드"),
        ("ja", "マドリーゾ", "マドリード"),
        ("ja", "マドリド", "マドリード"),
        ("zh-Hans", "马德理", "马德里"),
        ("zh-Hant", "馬德理", "馬德里"),
        ("th", "มาดลิด", "มาดริด"),
    ],
)
def test_a_name_is_proposed_for_what_is_one_slip_away(
    client: httpx.Client, language: str, typed: str, name: str
) -> None:
    assert _proposed(client, typed, language) == [name]


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("ko", "마드리드"),
        ("ko", "회의가"),
        ("ko", "봉"),
        ("ko", "마두리더"),
        ("ja", "マドリード"),
        ("ja", "会議"),
        ("ja", "ボス"),
        ("zh-Hans", "马德里"),
        ("zh-Hans", "波兰"),
        ("th", "มาดริด"),
        ("th", "การประชุม"),
    ],
)
def test_nothing_is_proposed_for_what_is_known_or_further_away(
    client: httpx.Client, language: str, typed: str
) -> None:
    assert _proposed(client, typed, language) == []
