"""An import beside what it consists of: reading the texts, and storing the same rows with executemany.

Exit code 1: nothing was imported.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Table

from app.commands.import_inbox import import_inbox
from app.database.engine import Database
from app.database.migrations import open_database
from app.intake.article_folder import Inbox, find_inbox, read_submission
from app.models import metadata
from app.settings import Settings
from benchmarks.generated import generate_articles
from benchmarks.server import REPOSITORY

Rows = Mapping[str, Sequence[Sequence[object]]]
"""All rows by table, in an order in which they can be stored."""


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.importing", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", help="of articles, instead of generated ones")
    parser.add_argument("--articles", type=int, default=300, help="to generate, two languages each (300)")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="dragoman-benchmark-") as name:
        articles = options.folder or Path(name, "articles")
        if options.folder is None:
            generate_articles(articles, options.articles)
        entities = [REPOSITORY / "data" / "people.toml", REPOSITORY / "data" / "places.toml"]
        return _compare(find_inbox([*entities, articles]), Path(name))


def _compare(inbox: Inbox, folder: Path) -> int:
    with (
        closing(_empty_database(folder / "imported.db")) as imported,
        closing(_empty_database(folder / "copied.db")) as copied,
    ):
        reading = _cpu_seconds(lambda: _read(inbox))
        importing = _cpu_seconds(lambda: _import(imported, inbox))
        rows = _all_rows(imported)
        copying = _cpu_seconds(lambda: _copy(copied, rows))
    if not rows["article"]:
        print("nothing was imported", file=sys.stderr)
        return 1
    counts = [len(rows["article"]), len(rows["translation"]), sum(map(len, rows.values()))]
    print("| | CPU s | articles/CPU s | language versions/CPU s | rows/CPU s |\n|---|--:|--:|--:|--:|")
    for what, seconds in (
        ("reading and parsing, nothing stored", reading),
        ("import, one transaction an article", importing),
        ("executemany of the same rows, one transaction", copying),
    ):
        print(f"| {what} | {seconds:.2f} |", " | ".join(f"{count / seconds:,.0f}" for count in counts), "|")
    print("\n{} articles, {} language versions, {} rows".format(*counts))
    return 0


def _empty_database(path: Path) -> Database:
    return open_database(Settings(database_url=f"sqlite:///{path}"))


def _cpu_seconds(work: Callable[[], object]) -> float:
    """User and system time of this process."""
    before = time.process_time()
    work()
    return time.process_time() - before


def _read(inbox: Inbox) -> None:
    for folder in inbox.article_folders:
        read_submission(folder, "en")


def _import(database: Database, inbox: Inbox) -> None:
    for _ in import_inbox(database, inbox, default_language="en"):
        pass


def _all_rows(database: Database) -> Rows:
    with database.read() as session:
        connection = session.connection()
        return {
            table.name: connection.exec_driver_sql(_all_of(table)).all() for table in metadata.sorted_tables
        }


def _all_of(table: Table) -> str:
    key = ", ".join(f'"{column.name}"' for column in table.primary_key)
    return f'SELECT * FROM "{table.name}" ORDER BY {key}'  # noqa: S608  # our own names


def _copy(database: Database, rows: Rows) -> None:
    with database.writer.begin() as connection:
        driver_connection: Any = connection.connection.driver_connection
        for name, rows_of_table in rows.items():
            driver_connection.execute(f'DELETE FROM "{name}"')  # noqa: S608  # our own tables' names
            if rows_of_table:
                values = ", ".join("?" * len(rows_of_table[0]))
                statement = f'INSERT INTO "{name}" VALUES ({values})'  # noqa: S608  # our own tables' names
                driver_connection.executemany(statement, rows_of_table)


if __name__ == "__main__":
    sys.exit(main())
