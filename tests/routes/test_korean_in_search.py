"""Words of Korean are found and marked whole, with a space in them or without."""

from pathlib import Path
from typing import Any

import httpx
import pytest

from app.database.engine import Database
from tests.conftest import import_texts

TEXTS = {
    "summit": "정상 회담\n\n김정은 위원장이 서울에 왔다.\n",
    "vote": "선거 결과\n\n어제 이 재명 후보가 이겼다.\n",
    "film": "새 영화\n\n배우 남궁 민수가 나온다.\n",
    "talks": "시리아 회의\n\n왈리드 알-무알렘은 떠났다.\n",
}


@pytest.fixture
def korean(client: httpx.Client, database: Database, tmp_path: Path) -> httpx.Client:
    import_texts(database, tmp_path, {name: {"ko": written} for name, written in TEXTS.items()})
    return client


@pytest.mark.parametrize(
    ("q", "name", "surface"),
    [
        ("김정은", "summit", "김정은"),
        ("김 정은", "summit", "김정은"),
        ("정상회담", "summit", "정상 회담"),
        ("이재명", "vote", "이 재명"),
        ("남궁민수", "film", "남궁 민수"),
        ("남궁 민수", "film", "남궁"),
        ("알무알렘", "talks", "알-무알렘"),
        ("알-무알렘", "talks", "알-무알렘"),
    ],
)
def test_a_word_is_found_however_it_is_parted(korean: httpx.Client, q: str, name: str, surface: str) -> None:
    hit = _only_hit(korean, q)
    snippet = hit["snippet"]
    marked = [snippet["text"][mark["start"] : mark["end"]] for mark in snippet["marks"]]
    assert hit["article"]["id"] == name
    assert hit["match"]["surface"] == surface
    assert surface in marked


def _only_hit(client: httpx.Client, q: str) -> Any:
    answer = client.get("/search", params={"q": q}, headers={"Accept-Language": "ko"})
    assert answer.status_code == 200, answer.text
    (hit,) = answer.json()["items"]
    return hit
