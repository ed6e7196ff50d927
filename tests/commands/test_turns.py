"""Long work leaves other writers their turns."""

from collections.abc import Iterator

import pytest
from sqlmodel import col, select

from app.commands import turns
from app.commands.turns import in_turns
from app.database.engine import Database
from app.database.session import WriteSession
from app.models import Source


def _store(session: WriteSession, name: str) -> int:
    session.add(Source(name=name))
    return 1


def _stored(database: Database) -> list[str]:
    with database.read() as session:
        return sorted(session.exec(select(col(Source.name))).all())


@pytest.fixture
def short_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "_TURN_SECONDS", 0)


def _in_turns(database: Database) -> Iterator[int]:
    return in_turns(database, ["one", "two", "three"], _store)


@pytest.mark.usefixtures("short_turns")
def test_what_a_turn_has_done_is_stored_and_another_writer_comes_before_the_next(database: Database) -> None:
    working = _in_turns(database)
    assert next(working) == 1
    with database.write() as session:
        _store(session, "other")
    assert _stored(database) == ["one", "other"]
    assert list(working) == [1, 1]
    assert _stored(database) == ["one", "other", "three", "two"]


def test_short_work_is_done_in_one_turn(database: Database) -> None:
    assert list(_in_turns(database)) == [3]
