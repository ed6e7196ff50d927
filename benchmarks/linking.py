"""What it costs to find the names of a text, with a hundred thousand of them in the database, and with all.

    python -m benchmarks.linking [folder of NTREX documents] [--populations 100000 15000]

The names are what the loaders bring, with cities of that many inhabitants; the database is SQLite. Three
quarters of the documents are read to fetch the names that their words need, which is done once for each; then
the rest, whose words are new in part; then those again. Processor time, in microseconds a kilobyte of text.

``constant`` is the time of a piece of work that is always the same, in milliseconds: where it differs, so
does the machine, and by how much.
"""

import argparse
import os
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from sqlalchemy import func, select
from sqlmodel import Session, col

from app.commands.load_gazetteer import load_gazetteer
from app.database.engine import Database
from app.database.migrations import open_database
from app.intake.gazetteers.abbreviations import OWN_NAMES, read_abbreviations, read_capitals
from app.intake.gazetteers.cities import describe_geonames, read_cities, read_country_facts
from app.intake.gazetteers.countries import CLDR, read_countries
from app.intake.gazetteers.demonyms import DEMONYMS, read_demonyms
from app.intake.gazetteers.exemplar_cities import read_exemplar_cities
from app.models import Term
from app.queries.names import Names
from app.settings import Settings

_FETCHING = 0.75


def fill(database: Database, population: int) -> None:
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


def measure(database: Database, corpus: Path) -> None:
    with database.read() as session:
        number = session.execute(select(func.count(col(Term.id)))).scalar_one()
        begun = time.process_time()
        Names().recognise(session, [("b1", "Anything")], "en")
        print(f"\n{number} names; to begin with: {(time.process_time() - begun) * 1000:.0f} ms")
        print(f"{'':8} {'fetching':>8} {'new':>8} {'known':>8} {'constant':>8} {'load':>6}")
        for language in sorted({path.stem for path in corpus.glob("*/*.txt")}):
            texts = [path.read_text(encoding="utf-8") for path in sorted(corpus.glob(f"*/{language}.txt"))]
            fetched = int(len(texts) * _FETCHING)
            names = Names()
            names.recognise(session, [("b1", "Anything")], language)
            took = [
                _microseconds_a_kilobyte(names, session, part, language)
                for part in (texts[:fetched], texts[fetched:], texts[fetched:])
            ]
            figures = " ".join(f"{each:8.0f}" for each in took)
            print(f"{language:8} {figures} {constant_work():8.1f} {os.getloadavg()[0]:6.2f}")


def _microseconds_a_kilobyte(names: Names, session: Session, texts: Sequence[str], language: str) -> float:
    prepared = [_blocks(text.splitlines()) for text in texts]
    begun = time.process_time()
    for blocks in prepared:
        names.recognise(session, blocks, language)
    return (time.process_time() - begun) * 1e9 / sum(len(text.encode()) for text in texts)


def _blocks(lines: Iterable[str]) -> list[tuple[str, str]]:
    return [(f"b{number}", line) for number, line in enumerate(lines, 1)]


def constant_work() -> float:
    begun = time.process_time()
    counted: dict[int, str] = {}
    for number in range(200_000):
        counted[number % 1000] = str(number)
    return (time.process_time() - begun) * 1000


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path, nargs="?", default=Path("../shared/corpus/ntrex"))
    parser.add_argument("--populations", type=int, nargs="+", default=[200_000, 15_000])
    given = parser.parse_args()
    for population in given.populations:
        with tempfile.TemporaryDirectory() as folder:
            database = open_database(Settings(database_url=f"sqlite:///{folder}/names.db"))
            try:
                fill(database, population)
                measure(database, given.corpus)
            finally:
                database.close()


if __name__ == "__main__":
    main()
