"""Which words go together is learnt again when there is enough that is new to learn it from."""

from pathlib import Path

import pytest
from sqlalchemy import func, update
from sqlmodel import col, select

from app.commands.import_inbox import import_inbox
from app.commands.index_article import rebuild_index
from app.commands.reindex import LearnReport, reindex
from app.database.engine import Database
from app.intake.article_folder import find_inbox
from app.models import Article, Counterpart, Learning
from tests.conftest import import_folder

WORDS = (
    *(("brug", "bridge"), ("haven", "port"), ("kerk", "church"), ("fiets", "bicycle"), ("boer", "farmer")),
    *(("wolk", "cloud"), ("vogel", "bird"), ("tuin", "garden"), ("spiegel", "mirror"), ("molen", "mill")),
)
"""Of Dutch and English. Each article has one and the next."""
TEXTS = (
    ("nl", "Nummer {0}\n\nEen {1} telt {3}.\n\nHier staat een {2} van {4}.\n"),
    ("en", "Number {0}\n\nA {1} counts {3}.\n\nHere stands a {2} of {4}.\n"),
)


def _write(folder: Path, *numbers: int) -> Path:
    for number in numbers:
        (folder / f"article-{number}").mkdir(parents=True)
        for which, (language, text) in enumerate(TEXTS):
            words = (pair[which] for pair in WORDS[number : number + 2])
            path = folder / f"article-{number}" / f"{language}.txt"
            path.write_text(text.format(number, *words, 100 + number, 300 + number), "utf-8")
    return folder


@pytest.fixture(autouse=True)
def _articles(database: Database, tmp_path: Path) -> None:
    import_folder(database, _write(tmp_path / "first", *range(8)))


def _counterparts(database: Database, term: str) -> list[str]:
    with database.read() as session:
        return list(session.exec(select(Counterpart.counterpart).where(Counterpart.term == term)).all())


def _articles_read(database: Database) -> int:
    return sum(report.articles for report in reindex(database) if isinstance(report, LearnReport))


def test_an_import_learns_what_goes_together_both_ways(database: Database) -> None:
    assert _counterparts(database, "nl:vogel") == ["en:bird"]
    assert _counterparts(database, "en:bird") == ["nl:vogel"]


def test_it_is_noted_how_many_were_learnt(database: Database) -> None:
    with database.read() as session:
        stored = session.exec(select(func.count()).select_from(Counterpart)).one()
        assert session.get_one(Learning, 1).counterparts == stored > 0


def test_where_nothing_is_new_nothing_is_learnt(database: Database) -> None:
    assert _articles_read(database) == 0


def test_an_import_of_little_leaves_it_to_reindex(database: Database, tmp_path: Path) -> None:
    inbox = find_inbox([_write(tmp_path / "second", 8)])
    reports = list(import_inbox(database, inbox, default_language="en"))
    assert not [report for report in reports if isinstance(report, LearnReport)]
    assert _counterparts(database, "nl:spiegel") == []
    assert _articles_read(database) == 9
    assert _counterparts(database, "nl:spiegel") == ["en:mirror"]
    assert _articles_read(database) == 0


def test_what_may_not_be_served_is_not_learnt_from(database: Database) -> None:
    with database.write() as session:
        session.execute(update(Article).where(col(Article.id) == "article-6").values(status="withheld"))
    rebuild_index(database)
    assert _articles_read(database) == 7
    assert _counterparts(database, "nl:vogel") == []
    assert _counterparts(database, "nl:kerk") == ["en:church"]


def test_only_the_last_alignments_are_read(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.commands.learn_counterparts.MOST_ALIGNMENTS", 3)
    rebuild_index(database)
    assert _articles_read(database) == 3
