"""A version that machines and humans have worked on: a machine changes only what a machine has written."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import httpx
import pytest

from app.database.engine import Database
from app.exchange.text_origins import origin_of_all, text_origins
from app.parallel.side import Piece, Side
from tests.conftest import import_folder
from tests.exchange.conftest import Ended, Run, Write
from tests.exchange.translating import export, fill_in

VERSIONS = ["2.1", "1.2"]
MARKS = {"2.1": {"subState": "mt:leveraged-mt"}, "1.2": {"state_qualifier": "leveraged-mt"}}
SOURCE = (
    "Haven dicht\n\nDe haven is dicht. Er ligt ijs.\n\nGevolgen\n\nDe schepen wachten. Dat duurt 3 dagen.\n"
)
FRENCH = (
    "Port fermé\n\nLe port est fermé. Il y a de la glace.\n\nConséquences\n\n"
    "Les bateaux attendent. Cela dure 3 jours.\n"
)
MACHINES = {
    "Haven dicht": "Port fermé", "De haven is dicht.": "Le port est fermé.",
    "Er ligt ijs.": "Il y a de la glace.", "Gevolgen": "Conséquences",
    "De schepen wachten.": "Les bateaux attendent.", "Dat duurt 3 dagen.": "Cela dure 3 jours.",
}  # fmt: skip
ICE, WAIT, DAYS = "Er ligt ijs.", "De schepen wachten.", "Dat duurt 3 dagen."
BLOCKED = "La glace bloque tout."

Texts = Mapping[str, str]
Deliver = Callable[..., Ended]


@pytest.fixture
def deliver(run_on_database: Run, tmp_path: Path) -> Deliver:
    """Imports a fresh export in which these texts, by source, were written; ``origin`` is the option."""

    def deliver_it(
        texts: Texts, origin: str = "", version: str = "2.1", marks: Texts | None = None, only: str = "all"
    ) -> Ended:
        file = export(run_on_database, tmp_path, "fr", "--version", version, "--only", only)
        fill_in(file, lambda _, source: texts.get(source), **{"state": "translated", **(marks or {})})
        return run_on_database("import", file, *(["--origin", origin] if origin else []))

    return deliver_it


@pytest.fixture
def machines(database: Database, write_article: Write, deliver: Deliver) -> None:
    """A Dutch article whose French is a machine's."""
    import_folder(database, write_article("haven", nl=SOURCE))
    assert deliver(MACHINES, "machine").code == 0


@pytest.fixture
def french(client: httpx.Client) -> Callable[[], str]:
    def text() -> str:
        article = client.get("/articles/haven/fr").json()
        return " ".join([article["headline"], article["lead"], *(block["text"] for block in article["body"])])

    return text


@pytest.fixture
def origin(client: httpx.Client) -> Callable[[], Any]:
    def public() -> Any:
        items = client.get("/articles/haven/translations").json()["items"]
        return next(each["origin"] for each in items if each["language"] == "fr")

    return public


Told = Callable[[], str]


def _refused(ended: Ended) -> list[str]:
    """The units that are named."""
    assert set(re.findall(r"refused: ([a-z-]+):", ended.err)) <= {"machine-origin"}
    return re.findall(r"machine-origin: (\S+): a machine's text", ended.err)


@pytest.mark.usefixtures("machines")
@pytest.mark.parametrize(
    ("version", "human", "is_marked"), [("2.1", "human", True), ("1.2", "human", True), ("2.1", "", False)]
)
def test_what_a_human_has_edited_no_machine_replaces_and_what_not_it_does(
    deliver: Deliver, french: Told, origin: Told, version: str, human: str, is_marked: bool
) -> None:
    machine = {"marks": MARKS[version]} if is_marked else {"origin": "machine"}
    assert deliver({ICE: BLOCKED}, human, version).code == 0
    said = {ICE: "Il est de la glace.", WAIT: "Les navires attendent."}
    assert _refused(deliver(said, version=version, **machine)) == ["lead.2"]
    assert french() == " ".join(FRENCH.split()).replace("Il y a de la glace.", BLOCKED)
    assert deliver({WAIT: "Les navires attendent."}, version=version, **machine).code == 0
    assert deliver({WAIT: "Tous les navires attendent."}, human, version).code == 0
    assert _refused(deliver({WAIT: "Les bateaux attendent."}, version=version, **machine)) == ["b2.1"]
    assert deliver({DAYS: "Cela dure trois jours."}, version=version, **machine).code == 0
    assert deliver({DAYS: "Cela durera trois jours."}, version=version, **machine).code == 0
    assert BLOCKED in french()
    assert "Tous les navires attendent. Cela durera trois jours." in french()
    assert origin() == "machine"


@pytest.mark.usefixtures("machines")
def test_what_a_folder_brings_without_saying_whose_it_is_is_no_machines(
    deliver: Deliver, french: Told, write_article: Write, database: Database
) -> None:
    import_folder(database, write_article("haven", fr=FRENCH.replace("Il y a de la glace.", BLOCKED)))
    assert _refused(deliver({ICE: "Il est de la glace."}, "machine")) == ["lead.2"]
    assert deliver({WAIT: "Les navires attendent."}, "machine").code == 0
    assert BLOCKED in french()


@pytest.mark.parametrize(("said", "is_kept"), [("human", True), ("unknown", True), ("machine", False)])
@pytest.mark.usefixtures("machines")
def test_a_folder_that_says_whose_it_is_says_so_of_all_its_text(
    deliver: Deliver, origin: Told, write_article: Write, database: Database, said: str, is_kept: bool
) -> None:
    text = FRENCH.replace("Il y a de la glace.", BLOCKED)
    import_folder(database, write_article("haven", facts=f'[origin]\nfr = "{said}"\n', fr=text))
    assert origin() == said
    ended = deliver({ICE: "Il est de la glace.", WAIT: "Les navires attendent."}, "machine")
    assert _refused(ended) == (["lead.2", "b2.1"] if is_kept else [])


@pytest.mark.usefixtures("machines")
def test_a_folder_of_a_machine_does_not_take_away_what_a_human_has_written(
    deliver: Deliver, run_on_database: Run, french: Told, write_article: Write
) -> None:
    assert deliver({ICE: BLOCKED}, "human").code == 0
    facts = '[origin]\nfr = "machine"\n'
    folder = write_article("haven", facts=facts, nl=SOURCE, fr=FRENCH.replace("3 jours", "trois jours"))
    for options in (["--dry-run"], []):
        ended = run_on_database("import", *options, folder)
        assert ended.code == 1
        assert "fr.txt: refused: machine-origin: [origin] says that this is a machine's text" in ended.err
        assert f"{BLOCKED!r}" in ended.err
    assert BLOCKED in french()
    kept = FRENCH.replace("3 jours", "trois jours").replace("Il y a de la glace.", BLOCKED)
    assert run_on_database("import", write_article("haven", facts=facts, fr=kept)).code == 0
    assert "trois jours" in french()


def test_a_folder_of_a_machine_that_has_not_changed_brings_nothing(
    deliver: Deliver, run_on_database: Run, french: Told, write_article: Write
) -> None:
    folder = write_article("haven", facts='[origin]\nfr = "machine"\n', nl=SOURCE, fr=FRENCH)
    assert run_on_database("import", folder).code == 0
    assert deliver({ICE: BLOCKED}, "human").code == 0
    ended = run_on_database("import", folder)
    assert (ended.code, "unchanged" in ended.out) == (0, True)
    assert BLOCKED in french()


@pytest.mark.usefixtures("machines")
def test_a_machine_that_says_what_the_human_says_changes_nothing_of_whose_it_is(
    deliver: Deliver, french: Told
) -> None:
    assert deliver({ICE: BLOCKED}, "human").code == 0
    assert deliver({ICE: BLOCKED, WAIT: "Les navires attendent."}, "machine").code == 0
    assert "navires" in french()
    assert _refused(deliver({ICE: "Il est de la glace."}, "machine")) == ["lead.2"]
    assert deliver({ICE: "Il y a partout de la glace."}, "human").code == 0
    assert "partout" in french()


@pytest.mark.usefixtures("machines")
def test_what_a_human_has_taken_back_is_the_humans(deliver: Deliver) -> None:
    assert deliver({ICE: BLOCKED}, "human").code == 0
    assert deliver({ICE: MACHINES[ICE]}, "human").code == 0
    assert _refused(deliver({ICE: "Il est de la glace.", WAIT: "Les navires."}, "machine")) == ["lead.2"]


def test_of_a_first_file_of_machine_and_human_a_machine_changes_only_its_own(
    deliver: Deliver,
    origin: Told,
    write_article: Write,
    database: Database,
    run_on_database: Run,
    tmp_path: Path,
) -> None:
    import_folder(database, write_article("haven", nl=SOURCE))
    file = fill_in(export(run_on_database, tmp_path, "fr"), lambda _, source: MACHINES[source])
    fill_in(file, lambda _, source: MACHINES[ICE] if source == ICE else None, subState="mt:leveraged-mt")
    assert run_on_database("import", file, "--origin", "human").code == 0
    assert export(run_on_database, tmp_path, "fr").read_text("utf-8").count("dragoman:machine") == 1
    assert origin() == "machine"
    said = {ICE: "Il est de la glace.", WAIT: "Les navires attendent."}
    assert _refused(deliver(said, "machine")) == ["b2.1"]
    assert deliver({ICE: "Il est de la glace."}, "machine").code == 0
    assert origin() == "machine"
    assert deliver({ICE: BLOCKED}, "human").code == 0
    assert origin() == "human"


REVIEWED = [("2.1", "final"), ("2.1", "reviewed"), ("1.2", "final"), ("1.2", "signed-off")]


@pytest.mark.usefixtures("machines")
@pytest.mark.parametrize(("version", "state"), REVIEWED)
@pytest.mark.parametrize("human", ["human", ""])
def test_what_a_human_has_reviewed_and_left_as_it_is_no_machine_replaces(
    deliver: Deliver, french: Told, origin: Told, version: str, state: str, human: str
) -> None:
    before = french()
    reviewed = deliver({ICE: MACHINES[ICE]}, human, version, marks={"state": state})
    assert (reviewed.code, reviewed.out[:16]) == (0, "revised haven/fr")
    again = deliver({ICE: MACHINES[ICE]}, human, version, marks={"state": state})
    assert (again.code, again.out[:18]) == (0, "unchanged haven/fr")
    assert (french(), origin()) == (before, "machine")
    assert _refused(deliver({ICE: "Il est de la glace.", WAIT: "Les navires."}, "machine")) == ["lead.2"]
    assert deliver({WAIT: "Les navires attendent."}, "machine").code == 0
    assert _refused(deliver({ICE: "Il est de la glace."}, "machine")) == ["lead.2"]
    assert deliver({ICE: BLOCKED}, "human").code == 0


@pytest.mark.usefixtures("machines")
@pytest.mark.parametrize(("human", "at_last"), [("human", "human"), ("", "unknown")])
def test_a_version_all_of_which_was_reviewed_is_no_machines(
    deliver: Deliver, origin: Told, human: str, at_last: str
) -> None:
    for source, text in MACHINES.items():
        assert origin() == "machine"
        assert deliver({source: text}, human, marks={"state": "reviewed"}).code == 0
    assert origin() == at_last


@pytest.mark.usefixtures("machines")
@pytest.mark.parametrize(("said", "marks"), [("machine", {"state": "final"}), ("", {}), ("human", {})])
def test_what_a_machine_calls_final_or_a_human_has_not_is_the_machines_still(
    deliver: Deliver, said: str, marks: Texts
) -> None:
    assert deliver({ICE: MACHINES[ICE]}, said, marks=marks).code == 0
    assert deliver({ICE: "Il est de la glace."}, "machine").code == 0


@pytest.mark.usefixtures("machines")
def test_an_approved_unit_is_reviewed(deliver: Deliver, run_on_database: Run, tmp_path: Path) -> None:
    file = export(run_on_database, tmp_path, "fr", "--version", "1.2")
    text = file.read_text("utf-8").replace(
        '<trans-unit id="lead.2"', '<trans-unit id="lead.2" approved="yes"'
    )
    file.write_text(text, "utf-8")
    assert run_on_database("import", file, "--origin", "human").code == 0
    assert _refused(deliver({ICE: "Il est de la glace."}, "machine")) == ["lead.2"]


def test_a_machine_adds_nothing_to_a_block_that_a_human_has_worked_on(
    deliver: Deliver, french: Told, write_article: Write, database: Database
) -> None:
    import_folder(database, write_article("haven", nl=SOURCE))
    first = {source: text for source, text in MACHINES.items() if source not in {ICE, DAYS}}
    assert deliver(first, "machine").code == 0
    assert deliver({WAIT: "Les navires attendent."}, "human").code == 0
    assert _refused(deliver({ICE: MACHINES[ICE], DAYS: MACHINES[DAYS]}, "machine")) == ["b2.2"]
    assert deliver({ICE: MACHINES[ICE]}, "machine").code == 0
    assert "Le port est fermé. Il y a de la glace. Conséquences Les navires attendent." in french()


@pytest.mark.usefixtures("machines")
@pytest.mark.parametrize(("human", "at_last"), [("human", "human"), ("", "unknown")])
def test_a_version_is_no_machines_any_more_once_nothing_in_it_is(
    deliver: Deliver, origin: Told, human: str, at_last: str
) -> None:
    for source, text in MACHINES.items():
        assert origin() == "machine"
        assert deliver({source: f"{text[:-1]} ici."}, human).code == 0
    assert origin() == at_last
    assert len(_refused(deliver(MACHINES, "machine"))) == len(MACHINES)


@pytest.mark.usefixtures("machines")
@pytest.mark.parametrize("version", VERSIONS)
def test_an_export_marks_what_is_a_machines_and_nothing_else(
    deliver: Deliver, run_on_database: Run, tmp_path: Path, version: str
) -> None:
    assert deliver({ICE: BLOCKED}, "human").code == 0
    text = export(run_on_database, tmp_path, "fr", "--version", version).read_text("utf-8")
    assert text.count("dragoman-machine" if version == "1.2" else "dragoman:machine") == len(MACHINES) - 1


@pytest.mark.usefixtures("machines")
@pytest.mark.parametrize("version", VERSIONS)
def test_of_what_is_outdated_a_machine_translates_only_its_own_anew(
    deliver: Deliver, french: Told, write_article: Write, database: Database, version: str
) -> None:
    assert deliver({ICE: BLOCKED}, "human", version).code == 0
    moved = SOURCE.replace("Er ligt ijs.", "Er ligt overal ijs.").replace("3 dagen", "5 dagen")
    import_folder(database, write_article("haven", nl=moved))
    said = {"Er ligt overal ijs.": "Il y a de la glace partout.", "Dat duurt 5 dagen.": "Cela dure 5 jours."}
    ended = deliver(said, "machine", version, only="outdated")
    assert _refused(ended) == ["lead.2"]
    del said["Er ligt overal ijs."]
    assert deliver(said, "machine", version, only="outdated").code == 0
    assert f"{BLOCKED} Conséquences Les bateaux attendent. Cela dure 5 jours." in french()


@pytest.mark.usefixtures("harbour_in_folder")
def test_the_folder_imported_again_does_not_make_it_a_machines_again(
    deliver: Deliver, origin: Told, run_on_database: Run, tmp_path: Path
) -> None:
    said = {source: f"{text[:-1]} ici." for source, text in MACHINES.items()}
    assert deliver(said, "human").code == 0
    assert origin() == "human"
    assert run_on_database("import", tmp_path / "inbox").out.startswith("unchanged")
    assert origin() == "human"
    toml = tmp_path / "inbox" / "haven" / "article.toml"
    toml.write_text(toml.read_text("utf-8").replace('"machine"', '"unknown"'), "utf-8")
    assert run_on_database("import", tmp_path / "inbox").out.startswith("updated")
    assert origin() == "unknown"


@pytest.fixture
def harbour_in_folder(database: Database, write_article: Write) -> None:
    facts = '[origin]\nfr = "machine"\n'
    import_folder(database, write_article("haven", nl=SOURCE, fr=FRENCH, facts=facts))


def _side(**blocks: str) -> Side:
    return Side("en", [Piece(key, "paragraph", text) for key, text in blocks.items()])


@pytest.mark.parametrize(
    ("revisions", "origins"),
    [
        ([("machine", {"b1": "Yes. No."}), ("human", {"b1": "Yes. Never."})],
         {"Yes.": "machine", "Never.": "human"}),
        ([("machine", {"b1": "Yes."}), ("unknown", {"b1": "No."}), ("machine", {"b1": "No.", "b2": "No."})],
         {"No.": "unknown"}),
        ([("machine", {"b1": "Yes."}), ("human", {"b1": "No."}), ("human", {"b1": "Yes."})],
         {"Yes.": "human"}),
        ([("human", {"b1": "Yes."}), ("machine", {"b1": "No."}), ("machine", {"b1": "Yes."})],
         {"Yes.": "machine"}),
        ([("machine", {"b1": "Yes.", "b2": "No."}), ("human", {"b1": "No.", "b2": "Yes."})],
         {"Yes.": "human", "No.": "human"}),
        ([("machine", {"b1": "Yes. So. Yes."}), ("human", {"b1": "Yes. Yes."})], {"Yes.": "machine"}),
        ([("human", {"b1": "Yes."}), ("machine", {"b7": "Yes.", "b8": "So."})],
         {"Yes.": "human", "So.": "machine"}),
    ],
)  # fmt: skip
def test_a_text_is_whose_it_came_in_with(
    revisions: list[tuple[str, dict[str, str]]], origins: dict[str, str]
) -> None:
    assert text_origins((origin, {}, _side(**blocks)) for origin, blocks in revisions) == origins


def test_who_takes_up_a_text_that_stands_there_has_made_it_theirs() -> None:
    side = _side(b1="Yes. No. So.", b2="Never.")
    stated = {"Yes.": "human", "No.": "unknown", "Never.": "unknown", "Gone.": "human"}
    revisions = [("machine", {"Never.": "human"}, side), ("machine", stated, side)]
    assert text_origins(revisions) == {
        "Yes.": "human", "No.": "unknown", "So.": "machine", "Never.": "human"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("origins", "of_all"),
    [
        (["human", "machine", "unknown"], "machine"),
        (["human", "unknown"], "unknown"),
        (["human"], "human"),
    ],
)
def test_of_all_texts_the_least_sure_counts(origins: list[str], of_all: str) -> None:
    assert origin_of_all(origins) == of_all
