"""A disk that fills up or takes no writes: what was reported stays, an import goes on where it stopped."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.database.engine import Database
from app.settings import Settings
from tests.durability.conftest import Newsroom
from tests.durability.stored import faults, read_stored
from tests.program import finish, start

TIMES_AN_EMPTY_DATABASE = 2
LARGE = "size=64m"


class Disk:
    """A file system of its own, with an empty database on it."""

    def __init__(self, folder: Path, migrated: Path) -> None:
        self._folder = folder
        folder.mkdir()
        size = TIMES_AN_EMPTY_DATABASE * migrated.stat().st_size
        _mount("-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder))
        shutil.copy(migrated, folder / "dragoman.db")
        self.database_url = f"sqlite:///{folder / 'dragoman.db'}"

    def change(self, option: str) -> None:
        _mount("-o", f"remount,{option}", str(self._folder))

    def unmount(self) -> None:
        subprocess.run(["umount", str(self._folder)], check=True)


def _mount(*arguments: str) -> None:
    subprocess.run(["mount", *arguments], check=True, capture_output=True)


@pytest.fixture
def disk(tmp_path: Path, migrated_sqlite: Path) -> Iterator[Disk]:
    if os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    try:
        disk = Disk(tmp_path / "disk", migrated_sqlite)
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"no small disk can be mounted here: {error}")
    yield disk
    disk.unmount()


def test_an_import_onto_a_full_disk_stops_and_ends_once_there_is_room(disk: Disk, newsroom: Newsroom) -> None:
    newsroom.bring_out()
    process = start("import", "--json", newsroom.inbox, database_url=disk.database_url)
    out, err = finish(process)
    assert process.returncode == 3
    assert err.startswith("dragoman: The disk that holds the database is full.")
    assert err.count("\n") == 1
    reported = {
        document["article"] for document in map(json.loads, out.splitlines()) if "article" in document
    }
    database = Database(Settings(database_url=disk.database_url))
    stored = read_stored(database)
    assert faults(database) == []
    database.close()
    assert 0 < len(reported) < len(newsroom.states[-1].articles)
    assert set(stored.articles) == reported
    assert all(stored.texts(article) == newsroom.states[-1].texts(article) for article in reported)

    disk.change(LARGE)
    process = start("import", "--json", newsroom.inbox, database_url=disk.database_url)
    finish(process)
    assert process.returncode == 0
    database = Database(Settings(database_url=disk.database_url))
    assert read_stored(database) == newsroom.states[-1]
    assert faults(database) == []
    database.close()


def test_a_disk_that_takes_no_writes_is_said_to_be_the_reason(disk: Disk, newsroom: Newsroom) -> None:
    newsroom.bring_out()
    disk.change("ro")
    process = start("import", newsroom.inbox, database_url=disk.database_url)
    _, err = finish(process)
    disk.change("rw")
    assert process.returncode == 3
    assert err.startswith("dragoman: The database file cannot be ")
    assert err.count("\n") == 1
