"""Texts are searched again for names when anybody is called otherwise."""

from pathlib import Path

import pytest
from sqlalchemy import update
from sqlmodel import col, select

from app.commands import turns
from app.commands.link_mentions import link_some, store_linkings
from app.commands.names_version import change_names_version
from app.commands.reindex import RelinkReport, reindex
from app.database.engine import Database
from app.gazetteer.keys import opening
from app.models import Mention, NamesVersion, Representation, Term, Translation
from app.queries.names import Names, count_linked_otherwise, names_digest
from tests.conftest import import_folder

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


def _import(database: Database, folder: Path, article: str, text: str) -> None:
    (folder / article).mkdir(exist_ok=True)
    (folder / article / "en.txt").write_text(text, "utf-8")
    import_folder(database, folder)


def test_names_that_change_while_texts_are_linked_anew_are_those_that_are_linked(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for article in ("one", "two", "three"):
        _import(
            database,
            tmp_path,
            article,
            f"News {article}\n\nThey met in Ottawa, not in Bytown.\n\nSo be it.\n",
        )
    monkeypatch.setattr(turns, "_TURN_SECONDS", 0)
    _rename(database, "Ottawa", "Nowhere")
    relinking = reindex(database)
    next(relinking)
    _rename(database, "Nowhere", "Bytown")
    list(relinking)
    assert _surfaces(database, "ottawa") == {"Bytown"}
    with database.read() as session:
        assert len(session.exec(select(Mention).where(Mention.surface == "Bytown")).all()) == 3
        assert count_linked_otherwise(session) == 0


def test_a_text_that_is_revised_while_it_is_linked_anew_keeps_what_it_names(
    database: Database, tmp_path: Path
) -> None:
    _import(database, tmp_path, "one", "News\n\nThey met in Ottawa.\n\nSo be it.\n")
    _rename(database, "Ottawa", "Bytown")
    with database.read() as session:
        linkings = link_some(session, Names(), limit=100)
        digest = names_digest(session)
    _import(database, tmp_path, "one", "News\n\nThey met in Bytown.\n\nSo be it.\n")
    with database.write() as session:
        assert "one" not in store_linkings(session, linkings, digest)
    assert "Bytown" in _surfaces(database, "ottawa")
