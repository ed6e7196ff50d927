"""What a translator's desk has to do."""

import json
from pathlib import Path

import pytest

from app.database.engine import Database
from tests.cli.conftest import Run
from tests.conftest import import_folder
from tests.routes.test_alignment import FIRE, write_fire


@pytest.fixture
def fire(tmp_path: Path, database: Database) -> Path:
    """Its Dutch original has one number changed and one sentence less since it was translated."""
    write_fire(tmp_path)
    import_folder(database, tmp_path)
    lines = [line.replace("12", "13") for line in FIRE["nl"] if "Burgemeester" not in line]
    (tmp_path / "fire" / "nl.txt").write_text("\n\n".join(lines) + "\n", "utf-8")
    return tmp_path


def test_outdated_lists_what_changed_and_what_translates_it(
    run_on_database: Run, database: Database, fire: Path
) -> None:
    assert run_on_database("outdated").out == "outdated: nothing\n"
    import_folder(database, fire)
    ended = run_on_database("outdated", "--language", "en")
    assert ended.code == 0
    removed, changed = FIRE["nl"][2], FIRE["nl"][3]
    assert ended.out.splitlines() == [
        "fire/en: 2 changed",
        f"  b1:0-{len(removed)}: removed",
        f"    - {removed}",
        f"    = {FIRE['en'][2]}",
        f"  b4:0-{len(changed)}: changed",
        f"    - {changed}",
        f"    + {changed.replace('12', '13')}",
        f"    = {FIRE['en'][3]}",
        "outdated: 1 en",
    ]


def test_outdated_prints_one_json_object_a_translation(
    run_on_database: Run, database: Database, fire: Path
) -> None:
    import_folder(database, fire)
    shown = [json.loads(line) for line in run_on_database("outdated", "--json").out.splitlines()]
    assert [(each["article"], each["source_language"], each["language"]) for each in shown] == [
        ("fire", "nl", "de"), ("fire", "nl", "en"),
    ]  # fmt: skip
    assert [each["type"] for each in shown[1]["changes"]] == ["removed", "changed"]
    assert shown[1]["changes"][0]["after"] is None
    assert shown[1]["changes"][1]["translation"][0]["text"] == FIRE["en"][3]


def test_outdated_refuses_what_is_no_language(run_on_database: Run, fire: Path) -> None:
    assert fire.exists()
    assert run_on_database("outdated", "--language", "klingon speech").code == 2


def test_an_import_that_is_said_to_be_minor_outdates_nothing(run_on_database: Run, fire: Path) -> None:
    assert "updated fire: nl revised" in run_on_database("import", fire, "--minor").out
    assert run_on_database("outdated").out == "outdated: nothing\n"


def test_check_and_show_tell_of_the_segments_that_are_outdated(
    run_on_database: Run, database: Database, fire: Path
) -> None:
    import_folder(database, fire)
    ended = run_on_database("check", "fire", "--json", "--fail-on", "warning")
    findings = [json.loads(line).get("finding") or {} for line in ended.out.splitlines()]
    outdated = [each for each in findings if each.get("code") == "outdated-segment"]
    assert len(outdated) == 4
    assert run_on_database("check", "--dismiss", outdated[0]["id"], "--reason", "said already").code == 0
    assert run_on_database("check", "fire").out.count("outdated-segment") == 3
    assert run_on_database("show", "fire", "--languages", "nl,en").out.count("outdated-segment") == 2


def test_what_was_lost_before_it_was_translated_is_shown_below_the_texts(
    run_on_database: Run, database: Database, fire: Path
) -> None:
    write_fire(fire, en=2)
    import_folder(database, fire)
    write_fire(fire, nl=2, en=2)
    import_folder(database, fire)
    shown = run_on_database("show", "fire", "--languages", "nl,en").out
    assert shown.count("outdated-segment") == 1
    assert run_on_database("check", "fire").out.count("outdated-segment") == 2


def test_an_import_says_which_languages_it_has_outdated(run_on_database: Run, fire: Path) -> None:
    assert "nl revised, de unchanged, en unchanged; outdated: de, en" in run_on_database("import", fire).out
    (fire / "fire" / "nl.txt").write_text("\n\n".join(FIRE["nl"][:3]) + "\n", "utf-8")
    assert "outdated" not in run_on_database("import", fire).out
    write_fire(fire)
    assert "outdated" not in run_on_database("import", fire).out
    (fire / "fire" / "nl.txt").write_text("\n\n".join(FIRE["nl"][:3]) + "\n", "utf-8")
    report = run_on_database("import", fire, "--json").out.splitlines()
    (shown,) = [each for each in map(json.loads, report) if "article" in each]
    assert shown["outdated"] == ["de", "en"]
