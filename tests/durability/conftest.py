import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.commands.import_inbox import import_inbox
from app.database.engine import Database
from app.intake.article_folder import find_inbox
from app.settings import Settings
from tests.articles import write_articles
from tests.durability.stored import faults, read_stored

DESKS = 3
ARTICLES_A_DESK = 8


class Newsroom:
    """Brings out one edition after another, and imports each undisturbed into a database of its own.

    ``desks`` are the folders of an edition, ``states`` what was stored before the first edition and
    after each.
    """

    def __init__(self, inbox: Path, database: Database) -> None:
        self.inbox = inbox
        self.desks = [inbox / f"desk-{number}" for number in range(DESKS)]
        self.states = [read_stored(database)]
        self._database = database
        inbox.mkdir()

    def bring_out(self) -> None:
        for number, desk in enumerate(self.desks):
            articles = range(number * ARTICLES_A_DESK, (number + 1) * ARTICLES_A_DESK)
            write_articles(desk, articles, edition=len(self.states))
        for _ in import_inbox(self._database, find_inbox([self.inbox]), default_language="en"):
            pass
        assert faults(self._database) == []
        self.states.append(read_stored(self._database))


@pytest.fixture
def newsroom(tmp_path: Path, migrated_sqlite: Path) -> Iterator[Newsroom]:
    path = tmp_path / "undisturbed.db"
    shutil.copy(migrated_sqlite, path)
    database = Database(Settings(database_url=f"sqlite:///{path}"))
    yield Newsroom(tmp_path / "inbox", database)
    database.close()
