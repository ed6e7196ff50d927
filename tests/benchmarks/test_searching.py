from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from benchmarks import search_recall, searched, searching
from benchmarks.filling import TRANSLATION, open_sqlite
from benchmarks.indexed_copies import INDEXED_TEXT
from tests.search.table import NTREX

pytestmark = pytest.mark.skipif(not NTREX.is_dir(), reason=f"the corpus is not at {NTREX}")


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three documents in two languages."""
    monkeypatch.setattr(searched, "LANGUAGES", ("en", "nl"))
    monkeypatch.setattr(searched, "MOST_BYTES", 600)


@pytest.mark.usefixtures("small")
def test_searches_and_readings_are_timed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    few = ["--queries", "2", "--seconds", "1", "--keep", str(tmp_path), "--corpus", str(NTREX)]
    without = ["--without", "postgresql", "--without", "datasette"]
    assert searching.main(["30", *few, *without]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1] == "30 language versions; milliseconds, p50 / p99:"
    assert [line.split(" | ")[0] for line in lines[5:8]] == [
        "| a rare word (2)", "| a middling word (2)", "| a frequent word (2)",
    ]  # fmt: skip
    completed = [line for line in lines if ", completed (" in line]
    assert [line.split(" (")[0] for line in completed] == [
        "| two letters, completed", "| four letters, completed", "| a word and two letters, completed",
    ]  # fmt: skip
    assert not any("–" in line for line in completed)
    assert lines[-1].startswith("| SQLite | ")


@pytest.mark.usefixtures("small")
def test_a_copy_is_found_by_its_number(tmp_path: Path) -> None:
    path = searched.searched(tmp_path, 30, corpus=NTREX, tell=lambda _: None)
    with closing(open_sqlite(path)) as database, database.read() as session:
        numbered = INDEXED_TEXT.c.headline.contains(" nl:000002 ")
        rows = session.execute(select(TRANSLATION.c.article_id).join(INDEXED_TEXT).where(numbered))
        articles = rows.scalars().all()
    assert len(articles) == 3
    assert all(article.endswith("-000002") for article in articles)


def test_a_headline_counts_by_whether_it_has_a_name() -> None:
    found = {("en", "nl"): {"bbc.381746": True, "nytimes.184822": False}, ("nl", "en"): {"bbc.381746": False}}
    assert search_recall._recall(found, with_name=True) == 0.5
    assert search_recall._recall(found, with_name=False) == 0.0
