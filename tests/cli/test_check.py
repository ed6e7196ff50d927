"""``dragoman check`` as a gate, and ``dragoman show``."""

import json
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import delete, update
from sqlmodel import col, select

from app.database.engine import Database
from app.models import Alignment, Translation
from app.parallel.checks.finding import CODES
from tests.cli.conftest import Run
from tests.conftest import OTTAWA, REPOSITORY, import_folder
from tests.routes.test_alignment import write_fire

DATA = REPOSITORY / "data"
LEFT_OVER = "leftover-language"
EXPECTED = {
    "heading-missing", "weekday-missing", "credit-missing", LEFT_OVER, "caption-moved", "missing-name",
}  # fmt: skip


def _findings(out: str) -> list[dict[str, Any]]:
    return [json.loads(line)["finding"] for line in out.splitlines()[:-1]]


def _id(run: Run, code: str) -> str:
    (finding,) = [each for each in _findings(run("check", OTTAWA, "--json").out) if each["code"] == code]
    return str(finding["id"])


@pytest.mark.usefixtures("ottawa")
def test_the_real_pair_fails_for_what_was_left_untranslated(run_on_database: Run) -> None:
    checked = run_on_database("check", OTTAWA)
    assert checked.code == 1
    assert {line.split(": ")[2] for line in checked.out.splitlines()[:-1]} == EXPECTED
    assert checked.out.splitlines()[-1] == "findings: 1 error, 4 warning, 1 info, 0 dismissed"


@pytest.mark.usefixtures("ottawa")
@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1), ("info", 1)])
def test_what_was_dismissed_fails_no_more(run_on_database: Run, fail_on: str, code: int) -> None:
    dismissed = run_on_database("check", "--dismiss", _id(run_on_database, LEFT_OVER), "--reason", "a name")
    assert dismissed.code == 0
    checked = run_on_database("check", "--json", "--fail-on", fail_on)
    assert checked.code == code
    assert {each["code"]: each["dismissed"] for each in _findings(checked.out)}[LEFT_OVER] == "a name"


@pytest.mark.usefixtures("ottawa")
def test_a_dismissal_is_seen_by_readers_and_holds_until_the_text_changes(
    run_on_database: Run, client: httpx.Client, tmp_path: Path
) -> None:
    def dismissed() -> list[str]:
        items = client.get(f"/articles/{OTTAWA}/diagnostics").json()["items"]
        return [each["dismissed"]["reason"] for each in items if each["dismissed"]]

    run_on_database("check", "--dismiss", _id(run_on_database, LEFT_OVER), "--reason", "a name")
    assert dismissed() == ["a name"]
    folder = tmp_path / OTTAWA
    folder.mkdir()
    english = (DATA / OTTAWA / "en.txt").read_text("utf-8")
    (folder / "en.txt").write_text(english.replace("in January.", "in January 2019."), "utf-8")
    run_on_database("import", folder)
    assert dismissed() == ["a name"]
    (folder / "en.txt").write_text(english.replace("Left to right: Defence", "From left: Defence"), "utf-8")
    run_on_database("import", folder)
    assert dismissed() == []


@pytest.mark.usefixtures("ottawa")
@pytest.mark.parametrize(
    "arguments",
    [
        ("--dismiss", "0" * 16, "--reason", "why"),
        ("--dismiss", "0" * 16),
        ("--reason", "why"),
        ("no-such-article",),
    ],
)
def test_what_is_not_there_is_refused(run_on_database: Run, arguments: tuple[str, ...]) -> None:
    assert run_on_database("check", *arguments).code == 2


def test_a_folder_is_checked_without_a_database(run: Run) -> None:
    checked = run("check", DATA, "--json")
    found = _findings(checked.out)
    english = [each for each in found if each["code"] == LEFT_OVER]
    assert checked.code == 1
    assert {each["code"] for each in found} >= EXPECTED | {"duplicate-caption"}
    assert all(each["meaning"] == f"/findings/{each['code']}" for each in found)
    assert [(Path(place["in"]).name, place["line"]) for place in english[0]["places"]] == [("en.txt", 5)]


def test_findings_in_headline_and_lead_have_their_line(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "fire"
    folder.mkdir()
    (folder / "article.toml").write_text('source_language = "en"\n', "utf-8")
    english = (
        "Fire kills 17 people in the port\n\nBy Jane Doe\n\nThe fire began at 45 places in the harbour.\n"
    )
    dutch = (
        "\nBrand doodt 18 mensen in haven\n\n\nDoor Jane Doe\n\nDe brand begon op 54 plaatsen in de haven.\n"
    )
    (folder / "en.txt").write_text(english, "utf-8")
    (folder / "nl.txt").write_text(dutch, "utf-8")
    checked = run("check", tmp_path, "--json", "--sarif", tmp_path / "log.sarif")
    found = [each for each in _findings(checked.out) if each["code"] == "number-mismatch"]
    assert [place["line"] for each in found for place in each["places"]] == [2, 7]
    assert [(Path(place["in"]).name, place["line"]) for each in found for place in each["beside"]] == [
        ("en.txt", 1),
        ("en.txt", 5),
    ]
    (log,) = json.loads((tmp_path / "log.sarif").read_text("utf-8"))["runs"]
    regions = [
        each["locations"][0]["physicalLocation"]["region"]
        for each in log["results"]
        if each["ruleId"] == "number-mismatch"
    ]
    assert regions == [{"startLine": 2}, {"startLine": 7}]
    assert all(len(each["relatedLocations"]) == 1 for each in log["results"] if each["locations"])


def test_a_folder_without_articles_is_no_pass(run: Run, tmp_path: Path) -> None:
    checked = run("check", tmp_path)
    assert (checked.code, checked.err) == (2, f"dragoman: {tmp_path}: no folder here has a .txt file\n")


def test_faithful_languages_pass(run: Run, tmp_path: Path) -> None:
    write_fire(tmp_path)
    checked = run("check", tmp_path, "--fail-on", "warning")
    assert (checked.code, checked.out) == (0, "findings: 0 error, 0 warning, 0 info, 0 dismissed\n")


@pytest.mark.usefixtures("ottawa")
def test_sarif_has_what_the_format_requires(run_on_database: Run, tmp_path: Path) -> None:
    run_on_database("check", "--dismiss", _id(run_on_database, LEFT_OVER), "--reason", "a name")
    run_on_database("check", "--sarif", tmp_path / "log.sarif")
    log = json.loads((tmp_path / "log.sarif").read_text("utf-8"))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert {rule["properties"]["meaning"] for rule in rules} == {f"/findings/{code}" for code in EXPECTED}
    assert {rule["id"] for rule in rules} == {result["ruleId"] for result in run["results"]} == EXPECTED
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["message"]["text"].startswith(str(CODES[result["ruleId"]].meaning).rstrip("."))
        assert result["level"] in {"note", "warning", "error"}
        (location,) = result["locations"]
        assert location["physicalLocation"]["artifactLocation"]["uri"].startswith(f"articles/{OTTAWA}/")
    suppressed = {each["ruleId"]: each["suppressions"] for each in run["results"] if "suppressions" in each}
    assert suppressed == {LEFT_OVER: [{"kind": "external", "justification": "a name"}]}


@pytest.mark.usefixtures("ottawa")
def test_json_says_of_which_article_and_languages_a_finding_is(
    run_on_database: Run, client: httpx.Client
) -> None:
    stored, folder = run_on_database("check", OTTAWA, "--json"), run_on_database("check", DATA, "--json")
    for out in (stored.out, folder.out):
        of_pairs = [each for each in _findings(out) if each["code"] in CODES and each["languages"]]
        assert {(each["article"], *each["languages"]) for each in of_pairs} == {(OTTAWA, "nl", "en")}
    items = client.get(f"/articles/{OTTAWA}/diagnostics").json()["items"]
    assert {each["article"] for each in items} == {OTTAWA}


def test_an_import_says_that_there_are_findings_on_what_it_brought(run_on_database: Run) -> None:
    imported = run_on_database("import", DATA)
    assert imported.out.splitlines()[-1] == (
        "findings on translations: 4 warning, 1 info, 1 error; see dragoman check"
    )
    assert "findings on translations" not in run_on_database("import", DATA).out


@pytest.mark.usefixtures("ottawa")
def test_a_person_whom_the_translation_never_names_is_missed(
    run_on_database: Run, database: Database, tmp_path: Path
) -> None:
    folder = tmp_path / OTTAWA
    folder.mkdir()
    english = (DATA / OTTAWA / "en.txt").read_text("utf-8")
    (folder / "en.txt").write_text(english.replace("James Mattis", "the Secretary"), "utf-8")
    import_folder(database, folder)
    found = _findings(run_on_database("check", OTTAWA, "--json").out)
    lost = [each["evidence"] for each in found if each["code"] == "name-missing"]
    assert lost == [{"entity": "person/james-mattis", "source": "James Mattis"}]


@pytest.mark.usefixtures("ottawa")
def test_what_is_not_aligned_yet_is_aligned_before_it_is_checked(
    run_on_database: Run, client: httpx.Client, database: Database
) -> None:
    def forget() -> None:
        with database.write() as session:
            session.execute(delete(Alignment))
            session.execute(update(Translation).values(aligned_with=""))

    before = run_on_database("check", OTTAWA).out
    forget()
    waiting = client.get(f"/articles/{OTTAWA}/alignment?languages=nl,en")
    assert (waiting.status_code, waiting.json()["code"]) == (404, "not-aligned")
    assert run_on_database("check", OTTAWA).out == before
    forget()
    assert "aligned: 2, encoded: 0" in run_on_database("reindex").out
    assert client.get(f"/articles/{OTTAWA}/alignment?languages=nl,en").status_code == 200
    assert "aligned: 0, encoded: 0" in run_on_database("reindex").out


@pytest.mark.usefixtures("ottawa")
def test_two_languages_are_printed_side_by_side_with_what_is_found(run_on_database: Run) -> None:
    shown = run_on_database("show", OTTAWA, "--languages", "nl,en")
    lines = shown.out.splitlines()
    (heading,) = [line for line in lines if "Eradicating the ideology" in line]
    assert heading.split("  ")[0].strip() == "Afrekenen met ideologie"
    (lost,) = [number for number, line in enumerate(lines) if line.strip() == "Toekomst"]
    assert "warning: heading-missing" in lines[lost + 1]
    assert "\x1b" not in shown.out
    assert run_on_database("show", OTTAWA).out == shown.out
    assert run_on_database("show", OTTAWA, "--languages", "nl,fr").code == 2
    assert run_on_database("show", "no-such-article").code == 2


def test_aligned_with_is_of_the_current_texts(database: Database, tmp_path: Path) -> None:
    write_fire(tmp_path)
    import_folder(database, tmp_path)
    write_fire(tmp_path, en=2)
    import_folder(database, tmp_path)
    with database.read() as session:
        assert "" not in session.exec(select(Translation.aligned_with)).all()
        rows = session.exec(select(col(Alignment.id))).all()
    assert len(rows) == 2


@pytest.mark.parametrize(
    "command",
    [("check", "--sarif"), ("export", "tmx", "--languages", "nl,en", "-o")],
    ids=["sarif", "tmx"],
)
def test_a_file_that_cannot_be_written_is_named_with_the_reason(
    run_on_database: Run, tmp_path: Path, command: tuple[str, ...]
) -> None:
    folder = tmp_path / "written"
    folder.mkdir()
    for path, reason in ((folder / "none" / "x", "No such file or directory"), (folder, "Is a directory")):
        ended = run_on_database(*command, path)
        assert ended.code == 3
        assert ended.err.splitlines()[-1] == f"dragoman: {path}: cannot be written: {reason}"
        assert list(folder.iterdir()) == []


def test_a_check_that_fails_leaves_the_older_sarif_alone(run_on_database: Run, tmp_path: Path) -> None:
    folder = tmp_path / "written"
    folder.mkdir()
    older = folder / "findings.sarif"
    older.write_text("{}", "utf-8")
    assert run_on_database("check", "nowhere", "--sarif", older).code == 2
    assert [path.name for path in folder.iterdir()] == ["findings.sarif"]
    assert older.read_text("utf-8") == "{}"
