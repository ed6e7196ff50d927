import json
import os
import pty
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, update
from sqlmodel import col, func, select

from app.cli import progress
from app.database.engine import Database
from app.intake.article_folder import read_submission
from app.models import Article, Block, Mention, Person, Representation, Revision, Source, Translation
from app.queries.articles import find_article, get_bodies
from tests.cli.conftest import Run
from tests.conftest import OTTAWA, REPOSITORY, SHARED

DATA = REPOSITORY / "data"


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


@pytest.fixture
def write(inbox: Path) -> Callable[[str, str | bytes], Path]:
    """Puts a file into the inbox."""

    def write_it(name: str, content: str | bytes) -> Path:
        path = inbox / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write_it


Write = Callable[[str, str | bytes], Path]


def _count(database: Database, table: Any) -> int:
    with database.read() as session:
        return session.exec(select(func.count()).select_from(table)).one()


def _article(headline: str) -> str:
    return f"{headline}\n\nThe first paragraph says it all.\n\nThe second one says more.\n"


def test_the_shipped_data_are_imported_with_their_people_and_places(
    run_on_database: Run, database: Database
) -> None:
    ended = run_on_database("import", DATA)
    assert ended.code == 0
    assert f"created {OTTAWA}: nl created, en created" in ended.out
    with database.read() as session:
        article = session.get_one(Article, OTTAWA)
        assert (article.source_language, article.published_at) == ("nl", "2018-12-06")
        assert session.get_one(Source, article.source_id).license == "CC0-1.0"
        surfaces = set(session.exec(select(Mention.surface).where(col(Mention.person_id) == "harjit-sajjan")))
    assert surfaces == {"Harjit Saijan"}


def test_every_mention_slices_its_surface_out_of_its_text(run_on_database: Run, database: Database) -> None:
    run_on_database("import", DATA)
    with database.read() as session:
        record = find_article(session, OTTAWA, datetime.now(UTC))
        assert record is not None
        for version in record.versions.values():
            body = get_bodies(session, [version.revision_id])[version.revision_id]
            texts = {"headline": version.headline, "lead": version.lead or ""}
            texts |= {block.key: block.text for block in body.blocks}
            texts |= {picture.key: caption.text for caption, picture in body.captions}
            assert len(body.mentions) > 10
            for mention in body.mentions:
                assert texts[mention.block][mention.start : mention.end] == mention.surface


def test_the_same_bytes_again_are_unchanged(run_on_database: Run, database: Database) -> None:
    run_on_database("import", DATA)
    again = run_on_database("import", DATA)
    assert again.code == 0
    assert f"unchanged {OTTAWA}: nl unchanged, en unchanged" in again.out
    assert _count(database, Revision) == 2


def test_changed_bytes_are_a_new_revision_and_the_old_one_is_kept(
    run_on_database: Run, database: Database, inbox: Path, write: Write
) -> None:
    write("fire/en.txt", _article("Fire in the harbour"))
    run_on_database("import", inbox)
    write("fire/en.txt", _article("Fire in the old harbour"))
    ended = run_on_database("import", inbox)
    assert "updated fire: en revised" in ended.out
    with database.read() as session:
        revisions = session.exec(select(Revision).order_by(col(Revision.number))).all()
    assert [(r.number, r.headline) for r in revisions] == [
        (1, "Fire in the harbour"),
        (2, "Fire in the old harbour"),
    ]


def test_a_changed_original_makes_its_translation_outdated_until_that_changes_too(
    run_on_database: Run, database: Database, inbox: Path, write: Write
) -> None:
    def is_outdated() -> bool:
        with database.read() as session:
            record = find_article(session, "fire", datetime.now(UTC))
            assert record is not None
            return record.versions["nl"].is_outdated

    write("fire/en.txt", _article("Fire"))
    write("fire/nl.txt", _article("Brand"))
    run_on_database("import", inbox)
    assert not is_outdated()
    write("fire/en.txt", _article("Big fire"))
    run_on_database("import", inbox)
    assert is_outdated()
    write("fire/nl.txt", _article("Grote brand"))
    run_on_database("import", inbox)
    assert not is_outdated()


def test_blocks_share_ids_across_languages_of_one_shape_and_keep_them_across_revisions(
    run_on_database: Run, database: Database, inbox: Path, write: Write
) -> None:
    def keys(language: str) -> list[tuple[str, str]]:
        with database.read() as session:
            record = find_article(session, "fire", datetime.now(UTC))
            assert record is not None
            revision_id = record.versions[language].revision_id
            body = get_bodies(session, [revision_id])[revision_id]
            return [(block.key, block.text) for block in body.blocks]

    write("fire/en.txt", "Fire\n\nLead is here.\n\nOne is said.\n\nTwo is said.\n")
    write("fire/nl.txt", "Brand\n\nHier is de lead.\n\nEen is gezegd.\n\nTwee is gezegd.\n")
    run_on_database("import", inbox)
    assert [key for key, _ in keys("en")] == [key for key, _ in keys("nl")] == ["b1", "b2"]
    write("fire/en.txt", "Fire\n\nLead is here.\n\nNew is said.\n\nOne is said.\n\nTwo is said.\n")
    run_on_database("import", inbox)
    assert keys("en") == [("b3", "New is said."), ("b1", "One is said."), ("b2", "Two is said.")]


def test_json_is_one_object_a_line_with_the_summary_last(run_on_database: Run) -> None:
    ended = run_on_database("import", "--json", DATA)
    lines = [json.loads(line) for line in ended.out.splitlines()]
    article = next(line for line in lines if "article" in line)
    assert article["languages"] == {"nl": "created", "en": "created"}
    findings = {(Path(f["path"]).name, f["line"], f["column"], f["code"]) for f in article["findings"]}
    assert ("nl.txt", 3, 144, "missing-name") in findings
    assert ("nl.txt", 18, 1, "duplicate-caption") in findings
    assert ("en.txt", 5, 71, "mixed-language") in findings
    assert lines[-1]["summary"]["articles"] == {"created": 1}


def test_a_dry_run_says_what_would_be_done_and_stores_nothing(
    run_on_database: Run, database: Database
) -> None:
    ended = run_on_database("import", "--dry-run", DATA)
    assert ended.code == 0
    assert f"created {OTTAWA}: nl created, en created" in ended.out
    assert "language versions would be: 2 created" in ended.out
    assert _count(database, Article) == _count(database, Person) == 0


def test_a_dry_run_makes_no_database_file(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "none.db"
    monkeypatch.setenv("DRAGOMAN_DATABASE_URL", f"sqlite:///{file}")
    ended = run("import", "--dry-run", DATA)
    assert ended.code == 0
    assert "created" in ended.out
    assert not file.exists()


@pytest.mark.parametrize(
    ("name", "content", "place", "code"),
    [
        ("de.txt", b"Feuer\n\nIn M\xfcnchen brennt es.\n", ":3:5:", "not-utf-8"),
        ("de.txt", b"", "", "empty"),
        ("de.txt", b" \r\n\r\n\xc2\xa0\n", "", "empty"),
        ("tlh-xx-nonsense.txt", b"Qapla'\n", "", "language-tag"),
        ("notes.txt", b"Ask Jan.\n", "", "language-tag"),
        ("de.txt", b"Feuer\n\nEs \x00 brennt.\n", ":3:4:", "control-character"),
    ],
)
def test_what_cannot_be_read_is_refused_by_file_and_line_and_the_rest_is_stored(
    run_on_database: Run, inbox: Path, write: Write, name: str, content: bytes, place: str, code: str
) -> None:
    write("fire/en.txt", _article("Fire"))
    bad = write(f"fire/{name}", content)
    write("flood/en.txt", _article("Flood"))
    ended = run_on_database("import", inbox)
    assert ended.code == 1
    refusal = next(line for line in ended.err.splitlines() if ": refused: " in line)
    assert refusal.startswith(f"{bad}{place}")
    assert code in refusal
    assert "created fire: en created" in ended.out
    assert "created flood: en created" in ended.out


def test_two_files_for_one_language_are_both_refused(run_on_database: Run, inbox: Path, write: Write) -> None:
    write("fire/en.txt", _article("Fire"))
    write("fire/iw.txt", _article("שריפה"))
    write("fire/he.txt", _article("שריפה"))
    ended = run_on_database("import", inbox)
    assert ended.code == 1
    assert ended.err.count("refused: duplicate-language: he.txt and iw.txt are both he") == 2
    assert "created fire: en created" in ended.out


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        ('source_language = "nl"\npublished_at = 2018-12-06T10:00:00\n', 2, "an instant needs its offset"),
        ('\nsource_languge = "nl"\n', 2, "source_languge: this key is not known"),
        ('source_language = "xx-nonsense"\n', 1, "source_language"),
        ("source_language = nl\n", 1, "not-toml"),
        ('[source]\nname = "Ministry"\nurl = "ftp://x"\n', 3, "source.url"),
        ('[origin]\nen = "robot"\n', 2, "origin.en"),
        ("published_at = 2018-02-30\n", 1, "not-toml"),
        ('published_at = "2018-02-30"\n', 1, "published_at"),
    ],
)
def test_a_faulty_article_file_refuses_the_article_by_line(
    run_on_database: Run, inbox: Path, write: Write, content: str, line: int, message: str
) -> None:
    write("fire/en.txt", _article("Fire"))
    file = write("fire/article.toml", content)
    ended = run_on_database("import", inbox)
    assert ended.code == 1
    refusal = next(each for each in ended.err.splitlines() if ": refused: " in each)
    assert refusal.startswith(f"{file}:{line}:")
    assert message in refusal
    assert "refused fire" in ended.out


@pytest.mark.parametrize(
    ("languages", "source"),
    [(["fr"], "fr"), (["de", "en", "fr"], "en"), (["de", "fr"], "de")],
    ids=["the only one", "the site's default", "the first by name"],
)
def test_without_an_article_file_the_source_language_is_assumed_and_said(
    run_on_database: Run,
    database: Database,
    inbox: Path,
    write: Write,
    languages: list[str],
    source: str,
    request: pytest.FixtureRequest,
) -> None:
    for language in languages:
        write(f"fire/{language}.txt", _article("Fire"))
    ended = run_on_database("import", inbox)
    assert ended.code == 0
    reason = request.node.callspec.id.rpartition("-")[2]
    assert "info: source-language-assumed: no article.toml" in ended.err
    assert f"taken as {source}: it is {reason}" in ended.err
    with database.read() as session:
        assert session.get_one(Article, "fire").source_language == source


def test_folders_are_found_at_any_depth_and_hidden_ones_passed_over(
    run_on_database: Run, database: Database, inbox: Path, write: Write
) -> None:
    write("2018/12/06/fire/en.txt", _article("Fire"))
    write("flood/sr-Latn.txt", _article("Poplava"))
    write(".git/branch/en.txt", _article("No news"))
    write("flood/photo.jpg", b"\xff\xd8")
    assert run_on_database("import", inbox).code == 0
    with database.read() as session:
        found = set(session.exec(select(Translation.article_id, Translation.language)))
    assert found == {("fire", "en"), ("flood", "sr-Latn")}


def test_a_folder_whose_name_cannot_be_an_id_is_refused(
    run_on_database: Run, inbox: Path, write: Write
) -> None:
    write("big fire!/en.txt", _article("Fire"))
    ended = run_on_database("import", inbox)
    assert ended.code == 1
    assert "refused: unusable-id" in ended.err


def test_a_name_that_is_no_text_is_refused_and_printed(database_url: str, inbox: Path, write: Write) -> None:
    write("fire/en.txt", _article("Fire"))
    folder = os.fsencode(inbox) + b"/caf\xe9"
    os.mkdir(folder)  # noqa: PTH102  # pathlib does not take bytes
    Path(os.fsdecode(folder), "en.txt").write_text(_article("Coffee"))
    environment = {**os.environ, "DRAGOMAN_DATABASE_URL": database_url}
    for option in ("--json", "--dry-run"):
        command = [sys.executable, "-m", "app", "import", option, str(inbox)]
        ended = subprocess.run(command, cwd=REPOSITORY, env=environment, capture_output=True, check=False)
        assert ended.returncode == 1
        assert b"unusable-id" in ended.stdout + ended.stderr
        assert b"Traceback" not in ended.stderr


def test_what_is_named_like_a_text_but_is_none_is_refused(
    run_on_database: Run, inbox: Path, write: Write
) -> None:
    write("fire/en.txt", _article("Fire"))
    (inbox / "fire" / "nl.txt").mkdir()
    os.mkfifo(inbox / "fire" / "de.txt")
    (inbox / "fire" / "fr.txt").symlink_to("nowhere")
    ended = run_on_database("import", inbox)
    assert ended.code == 1
    assert ended.err.count("refused: not-readable: not a file") == 3
    assert "created fire: en created" in ended.out


def test_an_original_that_is_not_there_is_noticed(run_on_database: Run, inbox: Path, write: Write) -> None:
    write("fire/en.txt", _article("Fire"))
    write("fire/article.toml", 'source_language = "nl"\n')
    ended = run_on_database("import", inbox)
    assert ended.code == 0
    assert "warning: source-language-missing: " in ended.err


def test_what_a_later_folder_does_not_say_stays_as_it_was(
    run_on_database: Run, database: Database, inbox: Path, write: Write, tmp_path: Path
) -> None:
    write("fire/nl.txt", _article("Brand"))
    write("fire/en.txt", _article("Fire"))
    write(
        "fire/article.toml",
        'source_language = "nl"\npublished_at = 2018-12-06\n[source]\nname = "Brandweer"\n'
        '[origin]\nen = "machine"\n',
    )
    run_on_database("import", inbox)
    late = tmp_path / "late" / "fire"
    late.mkdir(parents=True)
    (late / "fr.txt").write_text(_article("Feu"))
    (late / "en.txt").write_text(_article("Fire"))
    ended = run_on_database("import", late)
    assert "updated fire: en unchanged, fr created" in ended.out
    assert "source-language" not in ended.err
    with database.read() as session:
        article = session.get_one(Article, "fire")
        assert (article.source_language, article.published_at) == ("nl", "2018-12-06")
        assert article.source_id is not None
        origins = dict(session.exec(select(Translation.language, Translation.origin)).all())
    assert origins == {"nl": "unknown", "en": "machine", "fr": "unknown"}


def test_a_translation_stored_before_its_original_is_outdated_when_that_changes(
    run_on_database: Run, database: Database, inbox: Path, write: Write
) -> None:
    write("fire/article.toml", 'source_language = "nl"\n')
    write("fire/en.txt", _article("Fire"))
    run_on_database("import", inbox)
    for headline in ("Brand", "Grote brand"):
        write("fire/nl.txt", _article(headline))
        assert run_on_database("import", inbox).code == 0
    with database.read() as session:
        record = find_article(session, "fire", datetime.now(UTC))
    assert record is not None
    assert {tag: version.is_outdated for tag, version in record.versions.items()} == {
        "en": True,
        "nl": False,
    }


def test_who_stops_listening_does_not_stop_the_import(
    database_url: str, database: Database, inbox: Path, write: Write
) -> None:
    for number in range(20):
        write(f"fire-{number}/en.txt", _article(f"Fire {number}"))
    environment = {**os.environ, "DRAGOMAN_DATABASE_URL": database_url}
    command = f"{sys.executable} -m app import {inbox} | head -n 1; exit ${{PIPESTATUS[0]}}"
    ended = subprocess.run(
        ["bash", "-c", command], cwd=REPOSITORY, env=environment, capture_output=True, check=False
    )
    assert (ended.returncode, b"Traceback" in ended.stderr) == (0, False)
    assert _count(database, Article) == 20


def test_a_report_that_cannot_be_written_stops_the_import_with_a_line(
    database_url: str, inbox: Path, write: Write
) -> None:
    write("fire/en.txt", _article("Fire"))
    environment = {**os.environ, "DRAGOMAN_DATABASE_URL": database_url}
    command = f"{sys.executable} -m app import {inbox} >/dev/full"
    ended = subprocess.run(
        ["bash", "-c", command], cwd=REPOSITORY, env=environment, capture_output=True, check=False
    )
    assert ended.returncode == 3
    assert b"dragoman: the output cannot be written: No space left on device" in ended.stderr
    assert b"Traceback" not in ended.stderr


def test_nothing_to_import_is_said(run_on_database: Run, inbox: Path) -> None:
    ended = run_on_database("import", inbox)
    assert (ended.code, ended.out.startswith("nothing to import")) == (0, True)


def test_two_files_that_say_who_somebody_is_are_not_both_taken(
    run_on_database: Run, inbox: Path, write: Write
) -> None:
    write("a/people.toml", '[jan]\nlabels = { mul = "Jan" }\n')
    second = write("b/people.toml", '[jan]\nlabels = { mul = "Johan" }\n')
    ended = run_on_database("import", inbox)
    assert ended.code == 1
    assert f"{second}: refused: duplicate-entity" in ended.err


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("people.toml", '[jan]\nlabels = { iw = "a", he = "b" }\n'),
        ("fire/article.toml", '[origin]\nen = "human"\nEN = "machine"\n'),
    ],
)
def test_two_keys_for_one_language_are_refused(
    run_on_database: Run, inbox: Path, write: Write, name: str, content: str
) -> None:
    write("fire/en.txt", _article("Fire"))
    write(name, content)
    ended = run_on_database("import", inbox)
    assert ended.code == 1
    assert " are both " in ended.err


def test_a_pipe_named_like_a_file_is_not_waited_for(run_on_database: Run, inbox: Path, write: Write) -> None:
    write("fire/en.txt", _article("Fire"))
    os.mkfifo(inbox / "people.toml")
    os.mkfifo(inbox / "fire" / "article.toml")
    ended = run_on_database("import", inbox)
    assert ended.code == 1
    assert ended.err.count("refused: not-readable: not a file") == 2


def test_a_second_folder_of_the_same_name_is_refused(run_on_database: Run, inbox: Path, write: Write) -> None:
    write("a/fire/en.txt", _article("Fire"))
    write("b/fire/en.txt", _article("Other fire"))
    ended = run_on_database("import", inbox)
    assert ended.code == 1
    assert f"{inbox / 'b/fire'}: refused: duplicate-article" in ended.err
    assert "created fire: en created" in ended.out


def test_a_path_that_is_not_there_is_wrong_usage_and_nothing_is_stored(
    run_on_database: Run, database: Database
) -> None:
    ended = run_on_database("import", DATA, "no/such/folder")
    assert ended.code == 2
    assert "no/such/folder: there is no such file or folder" in ended.err
    assert _count(database, Article) == 0


def test_new_names_are_found_in_articles_that_were_there_before(
    run_on_database: Run, database: Database, inbox: Path, write: Write
) -> None:
    write("fire/en.txt", _article("Fire in Erbil"))
    run_on_database("import", inbox)
    assert _count(database, Mention) == 0
    ended = run_on_database("import", DATA / "places.toml")
    assert "linked people and places anew in 1 language versions" in ended.out
    with database.read() as session:
        assert session.exec(select(Mention.surface)).all() == ["Erbil"]


def test_all_faults_of_a_file_of_people_are_told_in_the_order_of_the_file(
    run_on_database: Run, database: Database, inbox: Path, write: Write
) -> None:
    people = ["[a]", "labels = {}", "[b]", 'labels = { en = " " }', "[c]", 'labels = { en = "C" }', "foo = 1"]
    file = write("people.toml", "\n".join(people))
    ended = run_on_database("import", inbox)
    assert ended.code == 1
    assert ended.err.splitlines() == [
        f"{file}:2:1: refused: invalid-value: a.labels: is empty",
        f"{file}:4:1: refused: invalid-value: b.labels.en: is empty",
        f"{file}:7:1: refused: invalid-value: c.foo: this key is not known",
    ]
    assert _count(database, Person) == 0


def test_a_faulty_file_of_places_is_refused_by_line_and_stores_none_of_them(
    run_on_database: Run, database: Database, inbox: Path, write: Write
) -> None:
    first = '[a]\nkind = "city"\nlabels = { en = "A" }\n'
    second = '[b]\nkind = "city"\nlatitude = 95.0\nlabels = { en = "B" }\n'
    file = write("places.toml", f"{first}\n{second}")
    ended = run_on_database("import", inbox)
    assert ended.code == 1
    assert f"{file}:7:1: refused: invalid-value: b.latitude" in ended.err
    assert _count(database, Person) == 0


def test_interrupted_it_says_so_and_keeps_what_it_had_stored(
    run_on_database: Run, database: Database, inbox: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("a/en.txt", _article("A"))
    write("b/en.txt", _article("B"))

    def interrupted(folder: Path, default: str) -> Any:
        if folder.name == "b":
            raise KeyboardInterrupt
        return read_submission(folder, default)

    monkeypatch.setattr("app.commands.import_inbox.read_submission", interrupted)
    ended = run_on_database("import", inbox)
    assert ended.code == 130
    assert "dragoman: interrupted; what was reported is stored" in ended.err
    with database.read() as session:
        assert session.exec(select(Article.id)).all() == ["a"]


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_a_terminal_sees_a_progress_bar(database_url: str) -> None:
    ours, theirs = pty.openpty()
    environment = {**os.environ, "DRAGOMAN_DATABASE_URL": database_url, "TERM": "xterm", "COLUMNS": "100"}
    command = [sys.executable, "-m", "app", "import", str(DATA)]
    process = subprocess.Popen(
        command, cwd=REPOSITORY, env=environment, stdout=subprocess.DEVNULL, stderr=theirs
    )
    os.close(theirs)
    shown = b""
    while True:
        try:
            shown += os.read(ours, 65536)
        except OSError:
            break
    os.close(ours)
    assert process.wait() == 0
    assert b"importing" in shown
    assert b"3/3" in shown


NTREX = SHARED / "corpus" / "ntrex"
DOCUMENTS = ("bbc.381646",)


@pytest.mark.skipif(not NTREX.exists(), reason="the corpus is not here")
def test_news_in_34_languages_is_stored_whole(run_on_database: Run, database: Database) -> None:
    folders = [NTREX / document for document in DOCUMENTS]
    ended = run_on_database("import", *folders)
    assert ended.code == 0
    assert f"language versions: {34 * len(folders)} created" in ended.out
    with database.read() as session:
        rtl = select(Translation.language).where(Translation.direction == "rtl").distinct()
        assert set(session.exec(rtl)) == {"ar", "fa", "he"}
        blocks = session.exec(select(func.count()).select_from(Block)).one()
    files = [path for folder in folders for path in folder.glob("*.txt")]
    lines = [line for path in files for line in path.read_text("utf-8-sig").split("\n") if line.strip()]
    headlines_and_leads = 2 * len(files)
    assert blocks == len(lines) - headlines_and_leads


def test_what_was_imported_by_copying_the_folder_is_the_same_article(
    run_on_database: Run, tmp_path: Path
) -> None:
    run_on_database("import", DATA)
    copy = tmp_path / "elsewhere" / OTTAWA
    shutil.copytree(DATA / OTTAWA, copy)
    assert f"unchanged {OTTAWA}" in run_on_database("import", copy).out


def test_a_reindex_renders_what_is_not_and_says_how_much(run_on_database: Run, database: Database) -> None:
    run_on_database("import", REPOSITORY / "data")
    with database.write() as session:
        dutch = select(col(Translation.id)).where(col(Translation.language) == "nl")
        session.execute(delete(Representation).where(col(Representation.translation_id).in_(dutch)))
    again = run_on_database("reindex")
    said = "language versions linked: 0, rendered: {}, indexed: 0, aligned: 0, encoded: 0\n"
    assert (again.code, again.out) == (0, said.format(2))
    assert run_on_database("reindex").out == said.format(0)


def test_a_log_has_lines_for_each_step_of_a_long_reindex(
    run_on_database: Run, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "FEWEST", 2)
    run_on_database("import", REPOSITORY / "data")
    with database.write() as session:
        session.execute(update(Translation).values(linked_with="", aligned_with=""))
        session.execute(delete(Representation))
    again = run_on_database("reindex")
    assert again.err.splitlines() == [
        "linking: 2 of 2",
        "rendering: 2 of 2",
        "aligning: 2 of 2",
    ]


def test_a_log_has_a_line_for_each_tenth(capsys: pytest.CaptureFixture[str]) -> None:
    with progress.progress_bar(is_logged=True) as bar:
        for description, total in (("doing", 1000), ("soon done", 10)):
            task = bar.add_task(description, total=total)
            for _ in range(total + 100):
                bar.advance(task)
    lines = capsys.readouterr().err.splitlines()
    assert lines == [f"doing: {number} of 1000" for number in range(100, 1001, 100)]
