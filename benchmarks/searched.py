"""Databases to be searched, of any size: documents of NTREX with their translations, copied under other ids.

A copy's number ends its headlines too, so that each article has a word that no other one has.
"""

import random
import shutil
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from sqlalchemy import select

from app.commands.import_inbox import import_inbox
from app.commands.render_article import render_article
from app.database.engine import Database
from app.intake.article_folder import find_inbox
from app.models import metadata
from app.search.program import program
from benchmarks.filling import (
    ARTICLE,
    REPRESENTATION,
    TRANSLATION,
    WronglyFilled,
    finished,
    numbered,
    open_sqlite,
    plan_copying,
)
from benchmarks.indexed_copies import INDEXED_TEXT, copy_index, finish_index, index_anew, indexed
from benchmarks.server import REPOSITORY
from benchmarks.telling import Tell

LANGUAGES = (
    "en", "nl", "de", "fr", "es", "it", "pt-BR", "sv", "pl", "ru", "tr", "ar", "he", "hi", "ja", "zh-Hans",
)  # fmt: skip
CORPUS = REPOSITORY.parent / "shared" / "corpus" / "ntrex"
MOST_BYTES = 1_700
"""Of a document in English: the shorter half, so that a million versions fit on a disk."""
READ = 100
"""Articles that are rendered, to be read while others search."""
BATCH = 20
CHECKED = 5

REVISION = metadata.tables["revision"]


def searched(folder: Path, versions: int, *, corpus: Path, tell: Tell) -> Path:
    """A SQLite file with at least so many language versions; one of this program's is taken as it is."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"searched-{versions}-{program()}.db"
    if not path.exists():
        with finished(path) as unfinished:
            _fill(unfinished, versions, corpus, tell)
    return path


def read_articles(path: Path) -> Sequence[str]:
    """The ids of those that are rendered."""
    with closing(open_sqlite(path)) as database, database.read() as session:
        rendered = select(TRANSLATION.c.article_id).join(REPRESENTATION).distinct()
        return session.execute(rendered.order_by(TRANSLATION.c.article_id)).scalars().all()


def _fill(path: Path, versions: int, corpus: Path, tell: Tell) -> None:
    inbox = _write_inbox(path.with_name("inbox"), corpus)
    tell("importing the originals")
    with closing(open_sqlite(path)) as database:
        for _ in import_inbox(database, find_inbox([inbox]), default_language="en"):
            pass
        with database.read() as session:
            originals = session.execute(select(ARTICLE.c.id)).scalars().all()
        copies = _copy(database, versions, tell)
        tell("indexing the copies")
        with database.writer.begin() as connection:
            finish_index(connection, copies, numbered=True)
        with database.writer.connect() as connection:
            connection.execution_options(isolation_level="AUTOCOMMIT").exec_driver_sql("ANALYZE")
        chance = random.Random(versions)  # noqa: S311  # nothing here is secret
        some = {numbered(chance.choice(originals), chance.randint(1, copies)) for _ in range(READ)}
        _check(database, sorted(some)[:CHECKED])
        for article_id in sorted(some):
            with database.write() as session:
                render_article(session, article_id)


def _write_inbox(inbox: Path, corpus: Path) -> Path:
    """All were published at the same moment: their rows in the index follow each other."""
    for document in sorted(corpus.iterdir()):
        if (document / "en.txt").stat().st_size <= MOST_BYTES:
            article = inbox / document.name.replace(".", "-")
            article.mkdir(parents=True)
            (article / "article.toml").write_text("published_at = 2018-09-30\n", encoding="utf-8")
            for language in LANGUAGES:
                shutil.copy(document / f"{language}.txt", article)
    return inbox


def _copy(database: Database, versions: int, tell: Tell) -> int:
    """How many copies each article has then."""
    with database.writer.begin() as connection:
        copying = plan_copying(
            connection,
            ARTICLE,
            named=[ARTICLE.c.id, TRANSLATION.c.slug, REVISION.c.headline],
            without=[REPRESENTATION, INDEXED_TEXT],
        )
        connection.execute(REPRESENTATION.delete())
    originals = len(copying.originals[TRANSLATION])
    copies = -(-versions // originals) - 1
    for first in range(1, copies + 1, BATCH):
        numbers = range(first, min(first + BATCH, copies + 1))
        with database.writer.begin() as connection:
            copying.copy(connection, numbers)
            articles, step = len(copying.originals[ARTICLE]), copying.step(TRANSLATION)
            copy_index(connection, numbers, articles=articles, translations=step, numbered=True)
        tell(f"{numbers[-1] * originals:,} of {copies * originals:,} language versions")
    return copies


def _check(database: Database, article_ids: Sequence[str]) -> None:
    """Raises WronglyFilled."""
    for article_id in article_ids:
        with database.write(rehearsal=True) as session:
            copied = indexed(session.connection(), article_id)
            index_anew(session, article_id)
            session.flush()
            if not copied or copied != indexed(session.connection(), article_id):
                raise WronglyFilled(f"{article_id} is not indexed as the program indexes it")
