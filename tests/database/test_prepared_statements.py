"""What is asked again and again need not be planned again and again."""

import pytest
from sqlalchemy import text
from sqlmodel import col, select

from app.database.engine import Database
from app.database.one_of import is_one_of
from app.models import Article, Translation
from tests.conftest import OTTAWA

_PREPARED = text("SELECT statement FROM pg_prepared_statements WHERE statement LIKE '%translation%'")


@pytest.mark.parametrize("backend", ["postgresql"], indirect=True)
def test_a_statement_is_prepared_once_for_all_readers_and_however_many_values_it_has(
    database: Database,
) -> None:
    for number in range(10):
        with database.read() as session:
            ids = list(range(number))
            session.exec(select(Translation.slug).where(is_one_of(session, col(Translation.id), ids))).all()
    with database.read() as session:
        assert len(session.execute(_PREPARED).all()) == 1


@pytest.mark.usefixtures("ottawa")
@pytest.mark.parametrize(
    ("ids", "found"), [([], []), ([OTTAWA], [OTTAWA]), (["none", OTTAWA, "é'\""], [OTTAWA])]
)
def test_any_number_of_texts_may_be_asked_for(database: Database, ids: list[str], found: list[str]) -> None:
    with database.read() as session:
        query = select(Article.id).where(is_one_of(session, col(Article.id), ids))
        assert list(session.exec(query)) == found


@pytest.mark.usefixtures("ottawa")
def test_any_number_of_whole_numbers_may_be_asked_for(database: Database) -> None:
    with database.read() as session:
        every = set(session.exec(select(Translation.id)))
        for ids in ([], every, [*every, 0, 1 << 40]):
            query = select(Translation.id).where(is_one_of(session, col(Translation.id), ids))
            assert set(session.exec(query)) == (every if ids else set())
