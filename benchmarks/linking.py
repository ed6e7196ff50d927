"""What it costs to find the names of a text, and to search all texts again when somebody is called otherwise.

    python -m benchmarks.linking [folder of NTREX documents] [--population 200000] [--versions 1000]

The names are what the loaders bring, with cities of at least ``--population`` inhabitants: 155,000 names with
200,000 of them, 373,000 with 15,000. Each document is read once in each of its languages, so that words and
names are new to the program. Then ``--versions`` language versions, two of an article, are linked: for the
first time, when all have new mentions, are searched for unknown names and are rendered; and again, when
nothing changes but the version of the names. On SQLite, and on a PostgreSQL of its own. Processor time of the
one process that does it: that of PostgreSQL's own is left out.
"""

import argparse
import gc
import os
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import UTC, datetime
from itertools import cycle
from multiprocessing import get_context
from pathlib import Path

from sqlalchemy import func, insert, select
from sqlmodel import col

from app.commands.load_gazetteer import load_gazetteer
from app.commands.names_version import change_names_version
from app.commands.reindex import relink
from app.database.engine import Database
from app.database.migrations import open_database
from app.database.session import WriteSession
from app.intake.gazetteers.abbreviations import OWN_NAMES, read_abbreviations, read_capitals
from app.intake.gazetteers.cities import describe_geonames, read_cities, read_country_facts
from app.intake.gazetteers.countries import CLDR, read_countries
from app.intake.gazetteers.demonyms import DEMONYMS, read_demonyms
from app.intake.gazetteers.exemplar_cities import read_exemplar_cities
from app.models import Article, Block, Revision, Term, Translation
from app.queries.names import Names
from app.settings import Settings
from benchmarks.filling import copy_to_postgresql, open_sqlite

Document = Mapping[str, str]
"""One text, by language."""

FIRST_TEXT = "In Berlin, Germany, Anne Paris met Jordan Smith of London, Ontario."
"""Of which the lists of words, and of people's names, are read that all languages share."""


def fill_names(database: Database, population: int) -> None:
    cities = read_cities(population)
    for gazetteer, entries in (
        (CLDR, read_countries()),
        (OWN_NAMES, read_abbreviations()),
        (describe_geonames(), [*read_country_facts(), *(city.entry for city in cities)]),
        (CLDR, read_exemplar_cities(cities)),
        (OWN_NAMES, read_capitals(cities)),
        (DEMONYMS, read_demonyms()),
    ):
        for _ in load_gazetteer(database, gazetteer, entries):
            pass


def read_documents(corpus: Path) -> list[Document]:
    folders = sorted({path.parent for path in corpus.glob("*/*.txt")})
    return [
        {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))}
        for folder in folders
    ]


def measure_texts(database: Database, documents: Sequence[Document]) -> None:
    by_language = defaultdict(list)
    for document in documents:
        for language, text in document.items():
            by_language[language].append(text)
    names = Names()
    with database.read() as session:
        number = session.execute(select(func.count()).where(col(Term.opening).is_not(None))).scalar_one()
        began = processor_seconds(lambda: names.recognise(session, [("b1", FIRST_TEXT)], "en"))
        gc.freeze()  # as commands do
        print(f"{number:,} names; before the first text {began * 1000:.0f} ms\n")
        print("| texts | ms a kB | ms a thousand characters | load |\n|---|--:|--:|--:|")
        for language, texts in sorted(by_language.items()):
            blocks = [list(blocks_of(text)) for text in texts]
            took = 1000 * processor_seconds(
                lambda: [names.recognise(session, each, language) for each in blocks]  # noqa: B023  # called at once
            )
            size, characters = sum(len(text.encode()) for text in texts), sum(map(len, texts))
            a_kilobyte, a_thousand = took / size * 1000, took / characters * 1000
            print(f"| {language} | {a_kilobyte:.2f} | {a_thousand:.2f} | {os.getloadavg()[0]:.1f} |")


def fill_articles(database: Database, documents: Sequence[Document], versions: int) -> None:
    """Of two languages each, not linked yet; with the same texts again where there are too few."""
    pairs = [
        dict(list(document.items())[start : start + 2])
        for document in documents
        for start in range(0, len(document), 2)
    ]
    with database.write() as session:
        for number, texts in zip(range(versions // 2), cycle(pairs), strict=False):
            store_article(session, f"a{number:06}", texts)


def store_article(session: WriteSession, article_id: str, texts: Document) -> None:
    now = datetime.now(UTC)
    original = next(iter(texts))
    session.add(
        Article(id=article_id, source_language=original, listed_at=now, created_at=now, updated_at=now)
    )
    session.flush()
    for language, text in texts.items():
        translation = Translation(article_id=article_id, language=language, direction="ltr", slug=article_id)
        session.add(translation)
        session.flush()
        (_, headline), *rest = blocks_of(text)
        revision = Revision(
            translation_id=translation.id, number=1, headline=headline, content_hash="", created_at=now
        )
        session.add(revision)
        session.flush()
        session.execute(
            insert(Block),
            [
                {
                    "revision_id": revision.id,
                    "position": at,
                    "key": key,
                    "type": "paragraph",
                    "text": block,
                }
                for at, (key, block) in enumerate(rest)
            ],
        )


def measure_relinking(database: Database) -> None:
    print("| relinking | language versions | each second of CPU |\n|---|--:|--:|")
    for what in ("all have new mentions", "nothing changes"):
        with database.write() as session:
            change_names_version(session)
        done: list[int] = []
        took = processor_seconds(lambda: done.extend(report.translations for report in relink(database)))  # noqa: B023  # called at once
        print(f"| {what} | {sum(done):,} | {sum(done) / took:.0f} |")


def processor_seconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def blocks_of(text: str) -> Iterator[tuple[str, str]]:
    lines = filter(None, text.splitlines())
    return ((f"b{number}", line) for number, line in enumerate(lines, 1))


def measure(name: str, url: str, documents: Sequence[Document], versions: int) -> None:
    with closing(open_database(Settings(database_url=url))) as database:
        print(f"\n{name}: ", end="")
        measure_texts(database, documents)
        fill_articles(database, documents, versions)
        print()
        measure_relinking(database)


def main() -> None:
    from tests.postgresql import create_database, postgresql_server  # noqa: PLC0415  # needs the test packages

    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path, nargs="?", default=Path("../shared/corpus/ntrex"))
    parser.add_argument("--population", type=int, default=200_000)
    parser.add_argument("--versions", type=int, default=1000)
    given = parser.parse_args()
    documents = read_documents(given.corpus)
    with tempfile.TemporaryDirectory() as folder, postgresql_server() as server:
        path = Path(folder, "names.db")
        with closing(open_sqlite(path)) as database:
            fill_names(database, given.population)
        create_database(server, "names")
        address = server.set(database="names").render_as_string(hide_password=False)
        copy_to_postgresql(path, address, tell=lambda _: None)
        for name, url in (("SQLite", f"sqlite:///{path}"), ("PostgreSQL", address)):
            # A process that has not met any of the words.
            process = get_context("spawn").Process(
                target=measure, args=(name, url, documents, given.versions)
            )
            process.start()
            process.join()


if __name__ == "__main__":
    main()
