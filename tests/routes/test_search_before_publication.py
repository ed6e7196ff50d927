"""Nothing that a search says beside its hits tells what an article says that is not served."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from app.database.engine import Database
from tests.conftest import import_folder

TOMORROW = datetime.now(UTC) + timedelta(days=1)
YESTERDAY = datetime.now(UTC) - timedelta(days=1)
Publish = Callable[[datetime], None]


@pytest.fixture
def publish(database: Database, tmp_path: Path) -> Publish:
    """An article with a word, somebody and a place that no other has, in the country of a third."""

    def publish(moment: datetime) -> None:
        (tmp_path / "places.toml").write_text(
            '[tuva]\nkind = "city"\ncountry = "RU"\nlabels = { en = "Tuvaburg" }\n'
            'latitude = 1\nlongitude = 1\n[russia]\nkind = "country"\ncountry = "RU"\n'
            'labels = { en = "Russia" }\nlatitude = 60\nlongitude = 90\n',
            encoding="utf-8",
        )
        (tmp_path / "people.toml").write_text(
            '[ann]\nlabels = { mul = "Ann Marguerite" }\n', encoding="utf-8"
        )
        folder = tmp_path / "secret"
        folder.mkdir()
        (folder / "article.toml").write_text(
            f'source_language = "en"\npublished_at = {moment.isoformat()}\n', encoding="utf-8"
        )
        (folder / "en.txt").write_text(
            "A resignation\n\nAnn Marguerite leaves.\n\nTuvaburg, says a quizzaciously guarded plan.",
            encoding="utf-8",
        )
        import_folder(database, tmp_path)

    return publish


def _get(client: httpx.Client, address: str) -> Any:
    return client.get(address, headers={"Accept-Language": "en"}).json()


def _completed(client: httpx.Client, typed: str) -> list[str]:
    return [each["text"] for each in _get(client, f"/search/suggest?q={typed}")["items"]]


def _told(client: httpx.Client) -> dict[str, bool]:
    return {
        "a word": _get(client, "/search?q=quizaciously")["suggestions"] == ["quizzaciously"],
        "a misspelt name": _get(client, "/search?q=Tuvabur")["suggestions"] == ["Tuvaburg"],
        "a place": _get(client, "/search?q=tuvaburg")["entities"] != [],
        "its country": _get(client, "/search?q=russia")["entities"] != [],
        "a person": _get(client, "/search?q=ann+marguerite")["entities"] != [],
        "a beginning": "Tuvaburg" in _completed(client, "tuva"),
        "a surname": "Ann Marguerite" in _completed(client, "marg"),
    }


@pytest.mark.usefixtures("ottawa")
@pytest.mark.parametrize(("moment", "is_told"), [(TOMORROW, False), (YESTERDAY, True)])
def test_what_only_one_article_says_is_told_once_it_is_published(
    client: httpx.Client, publish: Publish, moment: datetime, is_told: bool
) -> None:
    publish(moment)
    told = _told(client)
    assert told == dict.fromkeys(told, is_told)
