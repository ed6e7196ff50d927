"""Writers take turns; readers write nothing."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlmodel import select

from app.database import sqlite
from app.database.engine import Database
from app.errors import DatabaseUnavailable, DragomanError
from app.models import Source

OpenDatabase = Callable[..., Database]


def test_no_update_is_lost_among_threads(database: Database) -> None:
    with database.write() as session:
        session.add(Source(id=1, name="0"))

    def count_to_sixty(_: int) -> None:
        for _ in range(60):
            with database.write() as session:
                counter = session.get_one(Source, 1)
                counter.name = str(int(counter.name) + 1)

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(count_to_sixty, range(8)))
    with database.read() as reader:
        assert reader.get_one(Source, 1).name == "480"


def test_a_reader_cannot_write(database: Database) -> None:
    with pytest.raises((DBAPIError, DragomanError)):
        _smuggle(database)
    with database.read() as session:
        assert session.exec(select(Source)).all() == []


def _smuggle(database: Database) -> None:
    with database.read() as session:
        session.add(Source(name="smuggled"))
        session.commit()


def test_a_reader_keeps_its_snapshot_while_a_writer_commits(database: Database) -> None:
    with database.read() as session:
        assert session.exec(select(Source)).all() == []
        with database.write() as writer:
            writer.add(Source(name="new"))
        assert session.exec(select(Source)).all() == []
    with database.read() as session:
        assert [source.name for source in session.exec(select(Source))] == ["new"]


def test_a_second_writer_waits_for_its_turn_and_then_gives_up(open_database: OpenDatabase) -> None:
    first, second = open_database(), open_database(write_timeout=0.3)
    with first.write():
        began = time.monotonic()
        with pytest.raises(DatabaseUnavailable) as refused, second.write():
            pass
    assert time.monotonic() - began >= 0.3
    assert refused.value.status == 503
    assert int(refused.value.headers["Retry-After"]) > 0
    with second.write() as session:
        session.add(Source(name="at last"))


def test_a_thread_of_the_same_process_waits_as_another_process_does(open_database: OpenDatabase) -> None:
    database = open_database(write_timeout=0.3)

    def write() -> None:
        with database.write():
            pass

    with ThreadPoolExecutor(1) as thread, database.write(), pytest.raises(DatabaseUnavailable):
        thread.submit(write).result()


def test_a_block_that_raises_stores_nothing_and_frees_the_turn(database: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        _write_half(database)
    with database.write() as session:
        assert session.exec(select(Source)).all() == []


def _write_half(database: Database) -> None:
    with database.write() as session:
        session.add(Source(name="half"))
        session.flush()
        raise ZeroDivisionError


def test_a_rehearsal_stores_nothing(database: Database) -> None:
    with database.write(rehearsal=True) as session:
        session.add(Source(name="tried"))
    with database.read() as session:
        assert session.exec(select(Source)).all() == []


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_the_write_ahead_log_does_not_grow_without_end(database: Database) -> None:
    megabyte = "x" * 1_000_000
    for number in range(24):
        with database.write() as session:
            session.add(Source(name=f"{number}{megabyte}"))
    log = database.path.with_name(f"{database.path.name}-wal")
    assert log.stat().st_size < 8_000_000


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_only_a_writer_moves_the_log_into_the_file(database: Database) -> None:
    pages = text("PRAGMA wal_autocheckpoint")
    with database.read() as session:
        assert session.connection().execute(pages).scalar_one() == 0
    with database.write() as session:
        assert session.connection().execute(pages).scalar_one() == sqlite.CHECKPOINT_PAGES
