"""Texts are searched again for names when anybody is called otherwise."""

import pytest
from sqlalchemy import update
from sqlmodel import col, select

from app.commands.names_version import change_names_version
from app.commands.reindex import RelinkReport, reindex
from app.database.engine import Database
from app.gazetteer.keys import opening
from app.models import Mention, NamesVersion, Representation, Term, Translation
from app.queries.names import count_linked_otherwise, names_digest

pytestmark = pytest.mark.usefixtures("ottawa")


def _surfaces(database: Database, place: str) -> set[str]:
    with database.read() as session:
        return set(session.exec(select(Mention.surface).where(Mention.place_id == place)).all())


def _rename(database: Database, text: str, new: str) -> None:
    with database.write() as session:
        session.execute(update(Term).where(col(Term.text) == text).values(text=new, opening=opening(new)))
        change_names_version(session)


def _linked_with(database: Database) -> set[str]:
    with database.read() as session:
        return set(session.exec(select(Translation.linked_with)).all())


def test_a_name_that_is_gone_is_no_longer_linked(database: Database) -> None:
    assert "Ottawa" in _surfaces(database, "ottawa")
    _rename(database, "Ottawa", "Bytown")
    reports = list(reindex(database))
    assert _surfaces(database, "ottawa") == set()
    assert sum(report.translations for report in reports if isinstance(report, RelinkReport)) == 2


def test_a_stopped_reindex_goes_on_where_it_was(database: Database) -> None:
    _rename(database, "Ottawa", "Bytown")
    next(reindex(database))
    with database.read() as session:
        assert count_linked_otherwise(session) == 0
        assert _linked_with(database) == {names_digest(session)}
    assert not [report for report in reindex(database) if isinstance(report, RelinkReport)]


def test_what_names_nobody_new_is_not_rendered_again(database: Database) -> None:
    with database.read() as session:
        before = set(session.exec(select(col(Representation.etag))).all())
    with database.write() as session:
        change_names_version(session)
    reports = list(reindex(database))
    assert [type(report) for report in reports] == [RelinkReport]
    with database.read() as session:
        assert set(session.exec(select(col(Representation.etag))).all()) == before


def test_names_are_found_by_the_keys_of_this_program_though_another_one_stored_them(
    database: Database,
) -> None:
    with database.write() as session:
        stored = dict(session.exec(select(Term.id, Term.opening)).all())
        session.execute(update(Term).where(col(Term.kind) != "description").values(opening="as-before"))
        session.execute(update(NamesVersion).values(openings="another program"))
        change_names_version(session)
    list(reindex(database))
    assert "Ottawa" in _surfaces(database, "ottawa")
    with database.read() as session:
        assert dict(session.exec(select(Term.id, Term.opening)).all()) == stored
