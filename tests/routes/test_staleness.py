"""Translations whose original has changed since they were made."""

from pathlib import Path
from typing import Any

import httpx
import pytest

from app.database.engine import Database
from app.queries.staleness import outdated_segments
from tests.conftest import import_folder
from tests.routes.test_alignment import FIRE

DUTCH, ENGLISH, GERMAN = (list(FIRE[tag]) for tag in ("nl", "en", "de"))
THIRTEEN = [line.replace("12", "13") for line in DUTCH]


class Fire:
    """An article of which the Dutch is the original."""

    def __init__(self, database: Database, folder: Path) -> None:
        self._database, self._folder = database, folder

    def imported(self, toml: str = "", **texts: list[str]) -> None:
        (self._folder / "fire").mkdir(exist_ok=True)
        (self._folder / "fire" / "article.toml").write_text(f'source_language = "nl"\n{toml}', "utf-8")
        for language, lines in texts.items():
            (self._folder / "fire" / f"{language}.txt").write_text("\n\n".join(lines) + "\n", "utf-8")
        import_folder(self._database, self._folder)


@pytest.fixture
def fire(database: Database, tmp_path: Path) -> Fire:
    fire = Fire(database, tmp_path)
    fire.imported(nl=DUTCH, en=ENGLISH, de=GERMAN)
    return fire


def _statuses(client: httpx.Client) -> dict[str, str]:
    listed = {
        item["language"]: item["status"] for item in client.get("/articles/fire/translations").json()["items"]
    }
    for language in listed:
        article = client.get(f"/articles/fire/{language}").json()
        assert {item["language"]: item["status"] for item in article["translations"]} == listed
    return listed


def _outdated(client: httpx.Client) -> set[str]:
    return {language for language, status in _statuses(client).items() if status == "outdated"}


def _diagnostics(client: httpx.Client) -> list[dict[str, Any]]:
    items = client.get("/articles/fire/diagnostics?limit=100").json()["items"]
    return [item for item in items if item["code"] == "outdated-segment"]


def test_a_change_of_the_original_marks_exactly_the_segments_that_changed(
    client: httpx.Client, database: Database, fire: Fire
) -> None:
    assert _outdated(client) == set()
    fire.imported(nl=THIRTEEN)
    assert _outdated(client) == {"en", "de"}
    with database.read() as session:
        (changed,) = outdated_segments(session, "fire", "en")
    old, new = changed.change.old, changed.change.new
    assert (old and old.text, new and new.text) == (DUTCH[3], THIRTEEN[3])
    assert [segment.text for segment in changed.target] == [ENGLISH[3]]


def test_what_the_original_lost_shows_in_the_segment_that_translates_it(
    database: Database, fire: Fire
) -> None:
    fire.imported(nl=[*DUTCH[:2], *DUTCH[3:]])
    with database.read() as session:
        (changed,) = outdated_segments(session, "fire", "en")
    assert (changed.change.type, changed.change.new) == ("removed", None)
    assert [segment.text for segment in changed.target] == [ENGLISH[2]]


def test_diagnostics_show_where_both_texts_differ_from_what_was_translated(
    client: httpx.Client, fire: Fire
) -> None:
    fire.imported(nl=THIRTEEN)
    german, english = _diagnostics(client)
    assert (german["languages"], english["languages"]) == (["nl", "de"], ["nl", "en"])
    assert english["evidence"] == {"change": "changed", "before": DUTCH[3], "source": THIRTEEN[3]}
    assert [span["text"] for span in english["spans"]["en"]] == [ENGLISH[3]]
    assert [span["text"] for span in english["spans"]["nl"]] == [THIRTEEN[3]]


def test_a_minor_edit_does_not_outdate(client: httpx.Client, fire: Fire) -> None:
    fire.imported(
        nl=[line.replace("grote brand", "grote  brand,").replace("ziekenhuis", "ziekehuis") for line in DUTCH]
    )
    assert _outdated(client) == set()
    assert _diagnostics(client) == []


def test_minor_edits_that_add_up_outdate(client: httpx.Client, fire: Fire) -> None:
    edited = DUTCH[3]
    for slip in (("gewonden", "gewnoden"), ("bezocht", "bezohct"), ("ziekenhuis", "ziekehuis")):
        assert _outdated(client) == set()
        edited = edited.replace(*slip)
        fire.imported(nl=[*DUTCH[:3], edited, *DUTCH[4:]])
    assert _outdated(client) == {"en", "de"}


def test_an_original_that_is_again_as_it_was_outdates_nothing(client: httpx.Client, fire: Fire) -> None:
    fire.imported(nl=THIRTEEN)
    fire.imported(nl=DUTCH)
    assert _outdated(client) == set()


def test_changes_add_up_until_the_translation_is_revised(
    client: httpx.Client, database: Database, fire: Fire
) -> None:
    fire.imported(nl=THIRTEEN)
    fire.imported(nl=[*THIRTEEN[:4], THIRTEEN[4].replace("250", "260")])
    with database.read() as session:
        changed = outdated_segments(session, "fire", "en")
    assert [segment.text for each in changed for segment in each.target] == ENGLISH[3:]
    fire.imported(en=[line.replace("12", "13").replace("250", "260") for line in ENGLISH])
    assert _outdated(client) == {"de"}


def test_languages_that_are_imported_together_translate_each_other(client: httpx.Client, fire: Fire) -> None:
    fire.imported(nl=THIRTEEN, en=[line.replace("12", "13") for line in ENGLISH])
    assert _outdated(client) == {"de"}


def test_the_stored_article_says_at_once_that_it_is_outdated(client: httpx.Client, fire: Fire) -> None:
    before = client.get("/articles/fire/en")
    fire.imported(nl=THIRTEEN)
    after = client.get("/articles/fire/en", headers={"If-None-Match": before.headers["etag"]})
    assert after.status_code == 200
    assert [each["status"] for each in after.json()["translations"]] == ["outdated", "outdated", "current"]
