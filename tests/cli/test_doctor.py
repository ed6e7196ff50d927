import json
import sqlite3
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import delete, func, text, update
from sqlmodel import col, select

from app.commands.encode_passages import encode_rest
from app.database import counting
from app.database.engine import Database
from app.database.index_tables import INDEX_TABLES
from app.models import Article, Counterpart, IndexedText, Learning, Meaning, Revision, Translation, Word
from app.parallel.aligner import aligner
from app.queries.bitext import counterparts_digest
from app.queries.examination import examine
from tests.cli.conftest import Run
from tests.conftest import import_folder, import_texts
from tests.encoder import FewThings


@pytest.mark.usefixtures("ottawa")
def test_a_sound_database_has_nothing_wrong(run_on_database: Run) -> None:
    ended = run_on_database("doctor")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.splitlines() == [
        "database: ok",
        "references: ok",
        "full text: ok",
        "indexed versions: ok",
        "indexed texts: ok",
        "words: ok",
        "word counts: ok",
        "counterparts: ok",
        "meanings: ok",
        "up to date: ok",
    ]


@pytest.mark.usefixtures("ottawa")
@pytest.mark.parametrize(
    ("column", "done"),
    [("indexed_with", "indexed"), ("linked_with", "searched for names"), ("aligned_with", "aligned")],
)
def test_what_another_version_indexed_waits_for_a_reindex(
    run_on_database: Run, database: Database, column: str, done: str
) -> None:
    with database.write() as session:
        session.execute(text(f"UPDATE translation SET {column} = 'another version'"))
    ended = run_on_database("doctor")
    said = f"up to date: 2 language versions wait to be {done}; repair: dragoman reindex"
    assert (ended.code, ended.err) == (1, "")
    assert said in ended.out.splitlines()
    assert run_on_database("reindex").code == 0
    assert run_on_database("doctor").code == 0


@pytest.mark.usefixtures("learnt")
def test_what_a_stopped_rebuild_has_not_learnt_yet_waits_for_a_reindex(
    run_on_database: Run, database: Database
) -> None:
    with database.write() as session:
        session.execute(delete(Learning))
        number = session.execute(select(func.count()).select_from(Counterpart)).scalar_one()
    said = f"counterparts: nothing says what the {number} were learnt from; repair: dragoman reindex"
    ended = run_on_database("doctor")
    assert (ended.code, said in ended.out.splitlines()) == (1, True)
    assert run_on_database("reindex").code == 0
    assert run_on_database("doctor").code == 0


@pytest.mark.usefixtures("ottawa")
def test_what_no_encoder_has_read_yet_waits_for_a_reindex(database: Database) -> None:
    encoder = FewThings()

    def waiting() -> list[tuple[str, str]]:
        with database.write(rehearsal=True) as session:
            session.execute(update(Translation).values(aligned_with=aligner(encoder)))
            return [(each.wrong, each.repair) for each in examine(session, encoder) if each.wrong]

    assert waiting() == [("2 language versions wait to be encoded", "dragoman reindex")]
    assert list(encode_rest(database, encoder)) == [2]
    assert waiting() == []
    with database.write() as session:
        session.execute(delete(Meaning))
    assert waiting() == [("2 language versions wait to be encoded", "dragoman reindex")]


@pytest.mark.usefixtures("ottawa")
def test_tables_that_are_gone_are_named(run_on_database: Run, database: Database) -> None:
    with database.write() as session:
        session.execute(text("DROP TABLE word"))
        session.execute(text("DROP TABLE counterpart"))
    ended = run_on_database("doctor")
    assert (ended.code, ended.err) == (1, "")
    assert ended.out == "full text: it has no table counterpart, word; repair: dragoman reindex --rebuild\n"
    ended = run_on_database("reindex")
    assert ended.code == 3
    assert "no table counterpart, word; run: dragoman reindex --rebuild" in ended.err
    with database.write() as session:
        session.execute(text("DROP TABLE staleness"))
    assert "database: it has no table staleness; repair: restore a backup\n" in run_on_database("doctor").out


@pytest.mark.usefixtures("ottawa")
@pytest.mark.parametrize(
    "tables", [("word",), ("indexed_text",), ("counterpart", "learning"), ("meaning",), tuple(INDEX_TABLES)]
)
def test_a_table_of_the_index_that_is_gone_is_made_anew(
    run_on_database: Run, database: Database, tables: tuple[str, ...]
) -> None:
    with database.write() as session:
        for table in tables:
            session.execute(text(f"DROP TABLE {table}"))
    assert run_on_database("doctor").code == 1
    ended = run_on_database("reindex", "--rebuild")
    assert (ended.code, ended.err) == (0, "")
    assert run_on_database("doctor").code == 0


@pytest.mark.usefixtures("ottawa")
@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
@pytest.mark.parametrize("part", ["data", "idx", "config"])
@pytest.mark.parametrize("loss", ["DROP TABLE", "DELETE FROM"])
def test_a_part_of_the_index_that_is_gone_is_made_anew(
    run_on_database: Run, database: Database, part: str, loss: str
) -> None:
    with database.write() as session:
        session.execute(text(f"{loss} full_text_{part}"))
    with closing(sqlite3.connect(database.path)) as connection:
        connection.execute("PRAGMA wal_checkpoint (TRUNCATE)")
    database.close()
    assert run_on_database("doctor").err == ""
    ended = run_on_database("reindex", "--rebuild")
    assert (ended.code, ended.err) == (0, "")
    assert run_on_database("doctor").code == 0


@pytest.mark.usefixtures("ottawa")
@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("documents = 0 WHERE term = '=nl'", "nl: 1 texts are counted, and 2 there"),
        ("documents = 500 WHERE word = 'coalition'", "en: 1 words are counted in more texts than there are"),
    ],
)
def test_counts_of_words_that_cannot_be_right_are_noticed_and_made_anew(
    run_on_database: Run, database: Database, tmp_path: Path, change: str, said: str
) -> None:
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "nl.txt").write_text("Haven dicht\n\nDe haven is dicht.\n", "utf-8")
    import_folder(database, tmp_path)
    assert run_on_database("doctor").code == 0
    with database.write() as session:
        session.execute(text(f"UPDATE word SET {change}"))
    ended = run_on_database("doctor")
    assert ended.code == 1
    assert f"word counts: {said}; repair: dragoman reindex --rebuild" in ended.out.splitlines()
    assert run_on_database("reindex", "--rebuild").code == 0
    assert run_on_database("doctor").code == 0


@pytest.fixture
def learnt(database: Database, tmp_path: Path) -> None:
    """Which words go together, of articles that have one of these pairs, and the next."""
    pairs = [
        ("brug", "bridge"),
        ("haven", "port"),
        ("kerk", "church"),
        ("fiets", "bicycle"),
        ("boer", "farmer"),
    ]
    articles = {
        f"article-{number}": {
            "nl": f"Nummer {number}\n\nEen {nl} telt {number + 100}.\n\nHier staat een {then_nl}.\n",
            "en": f"Number {number}\n\nA {en} counts {number + 100}.\n\nHere stands a {then_en}.\n",
        }
        for number, ((nl, en), (then_nl, then_en)) in enumerate(pairwise(pairs))
    }
    import_texts(database, tmp_path / "learnt", articles)


@pytest.mark.usefixtures("learnt")
@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (
            "UPDATE indexed_text SET language = 'xx' WHERE language = 'nl'",
            "indexed versions: 4 are not as articles have them",
        ),
        (
            "UPDATE word SET key = 'nl:xyzzy' WHERE word = 'brug'",
            "words: 1 of 8 compared have words that are not listed",
        ),
        (
            "UPDATE counterpart SET forms = '', other_forms = ''",
            "counterparts: they say something else than what was learnt",
        ),
        (
            "UPDATE word SET documents = documents + 1 WHERE word = 'brug'",
            "word counts: they come to something else than what was counted",
        ),
        (
            "INSERT INTO word (term, word, key, documents) VALUES ('nl:xyzzy', 'xyzzy', 'nl:xyzzy', 1)",
            "word counts: they come to something else than what was counted",
        ),
        ("DELETE FROM word_tally", "word counts: they come to something else than what was counted"),
    ],
)
def test_what_was_changed_by_other_hands_is_noticed_and_made_anew(
    run_on_database: Run, database: Database, damage: str, said: str
) -> None:
    with database.write() as session:
        session.execute(update(Counterpart).values(forms="form", other_forms="another"))
        digest = counterparts_digest(session)
        session.execute(update(Learning).values(digest=digest))
        number = session.execute(select(func.count()).select_from(Counterpart)).scalar_one()
        words = set(session.exec(select(Word.term, Word.word, Word.documents)))
    assert run_on_database("doctor").code == 0
    with database.write() as session:
        assert session.connection().execute(text(damage)).rowcount > 0
    ended = run_on_database("doctor")
    assert ended.code == 1
    assert f"{said.format(number)}; repair: dragoman reindex --rebuild" in ended.out.splitlines()
    assert run_on_database("reindex", "--rebuild").code == 0
    assert run_on_database("doctor").code == 0
    with database.read() as session:
        assert set(session.exec(select(Word.term, Word.word, Word.documents))) == words


def test_corrections_and_withdrawn_texts_leave_counts_that_are_right(
    run_on_database: Run, database: Database, tmp_path: Path
) -> None:
    for number, word in enumerate(("haven", "brug", "sluis")):
        texts = {"nl": f"Kade dicht\n\nDe {word} is dicht.\n"}
        import_texts(database, tmp_path / str(number), {"one": texts})
        assert run_on_database("doctor").code == 0
    with database.write() as session:
        session.execute(update(Article).values(status="withheld"))
    assert run_on_database("reindex", "--rebuild").code == 0
    assert run_on_database("doctor").code == 0


def test_common_words_that_are_counted_as_rare_are_noticed(
    run_on_database: Run, database: Database, tmp_path: Path
) -> None:
    for number in range(24):
        (tmp_path / f"article-{number}").mkdir()
        (tmp_path / f"article-{number}" / "nl.txt").write_text(
            f"Kade {number}\n\nDe haven is open.\n", "utf-8"
        )
    import_folder(database, tmp_path)
    assert run_on_database("doctor").code == 0
    with database.write() as session:
        session.execute(text("UPDATE word SET documents = 1 WHERE term IN ('nl:hav', 'nl:haven')"))
    assert "word counts: nl: 1 words of many texts are counted in hardly any" in run_on_database("doctor").out


def test_counts_of_some_texts_for_all_are_right(
    run_on_database: Run, database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counting, "_COUNTED_EACH", 2)
    weights = [counting.weight(number) for number in range(1, 41)]
    assert 1 <= weights.count(16) <= 20
    for number, weight in enumerate(weights):
        (tmp_path / f"article-{number:02}").mkdir()
        place = "De haven is open." if weight == 16 else "De haven en de brug zijn open."
        (tmp_path / f"article-{number:02}" / "nl.txt").write_text(f"Kade {number}\n\n{place}\n", "utf-8")
    import_folder(database, tmp_path)
    with database.read() as session:
        assert session.exec(select(Word.documents).where(Word.word == "brug")).all() == [2]
    assert run_on_database("doctor").code == 0


@pytest.mark.usefixtures("ottawa")
def test_what_is_wrong_is_said_with_what_repairs_it(run_on_database: Run, database: Database) -> None:
    with database.write() as session:
        session.execute(delete(IndexedText))
    ended = run_on_database("doctor", "--json")
    assert ended.code == 1
    objects = {each["name"]: each for each in map(json.loads, ended.out.splitlines())}
    assert objects["database"] == {"name": "database", "wrong": None, "repair": None}
    assert objects["indexed versions"]["wrong"] == "2 are not as articles have them"
    assert objects["indexed versions"]["repair"] == "dragoman reindex --rebuild"
    assert run_on_database(*objects["indexed versions"]["repair"].split()[1:]).code == 0
    assert run_on_database("doctor").code == 0


@pytest.mark.usefixtures("ottawa")
@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_an_index_that_says_something_else_than_its_table_is_wrong(
    run_on_database: Run, database: Database
) -> None:
    with database.write() as session:
        session.execute(update(IndexedText).values(headline=" nl:nooit "))
    ended = run_on_database("doctor")
    assert ended.code == 1
    assert "full text: the index and its table differ; repair: dragoman reindex --rebuild" in ended.out


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_an_index_that_finds_only_some_words_is_wrong(
    run_on_database: Run, database: Database, tmp_path: Path
) -> None:
    words = " ".join("abcdefghij"[number // 100] * 3 + f"word{number}" for number in range(1000))
    (tmp_path / "inbox" / "long").mkdir(parents=True)
    (tmp_path / "inbox" / "long" / "en.txt").write_text(f"A list\n\nOf words.\n\n{words}.\n", "utf-8")
    import_folder(database, tmp_path / "inbox")
    assert run_on_database("doctor").code == 0
    with database.write() as session:
        session.execute(text("DELETE FROM full_text_idx"))
    ended = run_on_database("doctor")
    assert ended.code == 1
    said = "full text: 1 of 1 compared are not found by their words; repair: dragoman reindex --rebuild"
    assert said in ended.out.splitlines()
    assert run_on_database("reindex", "--rebuild").code == 0
    assert run_on_database("doctor").code == 0


@pytest.mark.usefixtures("ottawa")
@pytest.mark.parametrize("backend", ["postgresql"], indirect=True)
def test_an_index_that_was_not_kept_up_is_wrong(run_on_database: Run, database: Database) -> None:
    ready = "UPDATE pg_index SET indisready = {} WHERE indexrelid = to_regclass('ix_indexed_text_terms')"
    with database.write() as session:
        session.execute(text(ready.format("false")))
    with database.write() as session:
        session.execute(text("CREATE TEMPORARY TABLE kept ON COMMIT DROP AS SELECT * FROM indexed_text"))
        session.execute(text("DELETE FROM indexed_text"))
        session.execute(text("INSERT INTO indexed_text SELECT * FROM kept"))
    with database.write() as session:
        session.execute(text(ready.format("true")))
    ended = run_on_database("doctor")
    assert ended.code == 1
    assert "full text: 2 of 2 compared are not found by their words" in ended.out
    assert run_on_database("reindex", "--rebuild").code == 0
    assert run_on_database("doctor").code == 0


@pytest.mark.usefixtures("ottawa")
@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_a_damaged_index_is_made_anew_without_a_backup(run_on_database: Run, database: Database) -> None:
    with database.write() as session:
        session.execute(text("UPDATE full_text_data SET block = zeroblob(20) WHERE id > 10"))
    ended = run_on_database("doctor", "--json")
    wrong = {
        each["name"]: each["repair"] for each in map(json.loads, ended.out.splitlines()) if each["wrong"]
    }
    assert wrong == {"full text": "dragoman reindex --rebuild"}
    ended = run_on_database("reindex", "--rebuild")
    assert (ended.code, ended.err) == (0, "")
    assert run_on_database("doctor").code == 0


@pytest.mark.usefixtures("ottawa")
@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
@pytest.mark.parametrize(("table", "found"), [("full_text_data", "full text"), ("mention", "database")])
def test_a_damaged_page_is_of_the_index_or_of_what_only_a_backup_has(
    run_on_database: Run, database_url: str, table: str, found: str
) -> None:
    path = Path(database_url.removeprefix("sqlite:///"))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint (TRUNCATE)")
        [root] = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
        [size] = connection.execute("PRAGMA page_size").fetchone()
    with path.open("r+b") as file:
        file.seek((root - 1) * size + 5)
        file.write(b"\x00\x01")  # where its cells begin
    ended = run_on_database("doctor", "--json")
    wrong = [each["name"] for each in map(json.loads, ended.out.splitlines()) if each["wrong"]]
    assert wrong[0] == found, ended.out


@pytest.mark.usefixtures("ottawa")
@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_an_index_without_table_and_words_is_repaired_by_what_is_said(
    run_on_database: Run, database: Database
) -> None:
    with database.write() as session:
        session.execute(text("DROP TABLE full_text"))
        session.execute(text("DELETE FROM word"))
    assert run_on_database("doctor").code == 1
    ended = run_on_database("reindex", "--rebuild")
    assert (ended.code, ended.err) == (0, "")
    assert run_on_database("doctor").code == 0


@pytest.mark.usefixtures("ottawa")
def test_texts_are_compared_evenly_or_all(
    run_on_database: Run, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.cli.doctor.MOST_COMPARED", 1)
    with database.write() as session:
        session.execute(update(Revision).values(headline="Iets anders"))
    assert "indexed texts: 1 of 1 compared say something else" in run_on_database("doctor").out
    assert "indexed texts: 2 of 2 compared say something else" in run_on_database("doctor", "--all").out


def test_a_database_that_is_not_there_is_not_made(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_DATABASE_URL", "sqlite:////nowhere/at-all.db")
    assert run("doctor").code == 3


@pytest.mark.usefixtures("ottawa")
def test_words_that_go_together_one_way_only_are_learnt_anew(
    run_on_database: Run, database: Database
) -> None:
    with database.write() as session:
        session.add(Counterpart(term="nl:wederopbouw", counterpart="en:reconstruct", strength=1.0))
    said = run_on_database("doctor").out
    assert "counterparts: 1 go one way only; repair: dragoman reindex --rebuild" in said
    assert run_on_database("reindex", "--rebuild").code == 0
    assert run_on_database("doctor").code == 0


@pytest.mark.usefixtures("ottawa")
def test_counterparts_that_are_gone_are_missed(run_on_database: Run, database: Database) -> None:
    with database.write() as session:
        [*learnt] = session.execute(delete(Counterpart).returning(col(Counterpart.term)))
    assert learnt
    ended = run_on_database("doctor")
    assert ended.code == 1
    said = f"counterparts: 0 are there, and {len(learnt)} were learnt; repair: dragoman reindex --rebuild"
    assert said in ended.out.splitlines()
    assert run_on_database("reindex", "--rebuild").code == 0
    assert run_on_database("doctor").code == 0
