"""What is in the full-text index, and what is to be put there."""

from collections.abc import Collection
from functools import cache
from itertools import pairwise
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, and_, func, or_, select, true, union_all
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from app.database.dialect import is_sqlite
from app.database.one_of import is_one_of_parameter
from app.models import Article, IndexedText, Mention, Place, Translation
from app.models.article import USABLE
from app.queries.naming import WITH_PARTS, lies_in_either, stands_for_country
from app.queries.revisions import get_current_revision, list_blocks, list_captions
from app.search.document import SearchDocument, search_document
from app.search.expression import Field, person_keyword, place_keyword
from app.search.row_number import first_number


def list_row_numbers(session: Session, article_id: str) -> dict[int, int]:
    """By translation id."""
    query = (
        select(col(IndexedText.translation_id), col(IndexedText.id))
        .join(Translation, col(Translation.id) == IndexedText.translation_id)
        .where(col(Translation.article_id) == article_id)
    )
    return {translation_id: number for translation_id, number in session.execute(query)}  # noqa: C416  # rows are no pairs to mypy


def find_last_number(session: Session, second: int) -> int | None:
    """Of the articles of that second."""
    number = col(IndexedText.id)
    query = select(func.max(number)).where(number >= first_number(second), number < first_number(second + 1))
    last: int | None = session.execute(query).scalar_one()
    return last


def list_keywords(session: Session, revision_id: int) -> set[str]:
    """Of who and what is named; who names a place names the country or territory that it lies in."""
    whole = aliased(Place)
    lies_in = and_(
        stands_for_country(),
        col(whole.country) == Place.country,
        col(whole.kind).in_(WITH_PARTS),
    )
    query = (
        select(col(Mention.person_id), col(Mention.place_id), col(whole.id))
        .outerjoin(Place, col(Place.id) == Mention.place_id)
        .outerjoin(whole, lies_in)
        .where(col(Mention.revision_id) == revision_id)
        .distinct()
    )
    keywords = set()
    for person_id, *place_ids in session.execute(query):
        keywords |= {person_keyword(person_id)} if person_id else set()
        keywords |= {place_keyword(place_id) for place_id in place_ids if place_id}
    return keywords


def list_keywords_of_places(session: Session, place_ids: Collection[str]) -> dict[str, list[str]]:
    """Of each place, its own and those of the country or territory and of the region that it lies in."""
    keywords = {place_id: [place_keyword(place_id)] for place_id in place_ids}
    statement = _wholes_of(on_sqlite=is_sqlite(session))
    for place_id, whole_id in session.execute(statement, {"ids": list(place_ids)}):
        keywords[place_id].append(place_keyword(whole_id))
    return keywords


@cache
def _wholes_of(*, on_sqlite: bool) -> CompoundSelect[Any]:
    """By place, of the places ``ids``. Built once: that takes longer than to run it."""
    whole = aliased(Place)
    is_meant = is_one_of_parameter(col(Place.id), "ids", on_sqlite=on_sqlite)
    return union_all(
        *(
            select(col(Place.id), col(whole.id)).join(whole, lies_in).where(is_meant)
            for lies_in in lies_in_either(Place, whole)
        )
    )


def _is_indexed_otherwise(program: str) -> ColumnElement[bool]:
    """Not yet, or by another program. Two comparisons, so that an index finds the few that are."""
    indexed_with = col(Translation.indexed_with)
    return or_(indexed_with < program, indexed_with > program)


def count_indexed_otherwise(session: Session, program: str) -> int:
    query = select(func.count()).select_from(Translation).where(_is_indexed_otherwise(program))
    return int(session.execute(query).scalar_one())


def is_any_indexed_by_another(session: Session, *programs: str) -> bool:
    """By none of these; what was not indexed yet does not count."""
    between = pairwise(("", *sorted(programs), None))
    indexed_with = col(Translation.indexed_with)
    others = (and_(indexed_with > one, indexed_with < next_ if next_ else true()) for one, next_ in between)
    return bool(
        session.execute(select(or_(*(select(1).where(other).exists() for other in others)))).scalar_one()
    )


def list_articles_indexed_otherwise(session: Session, program: str, limit: int) -> list[str]:
    """The ids of some, in no order: once they are indexed they are not found again."""
    query = select(col(Translation.article_id)).where(_is_indexed_otherwise(program)).limit(limit)
    return list(dict.fromkeys(session.execute(query).scalars()))


def is_missing() -> ColumnElement[bool]:
    """Of ``Translation`` and its article: said to be in the index, and is not."""
    return and_(col(Translation.indexed_with) != "", col(Article.status) == USABLE, ~has_row())


def is_superfluous() -> ColumnElement[bool]:
    """Of ``Translation`` and its article: in the index, though it may not be served."""
    return and_(col(Article.status) != USABLE, has_row())


def is_under_another_language() -> ColumnElement[bool]:
    """Of ``Translation``: in the index as if it were in another one."""
    is_in_another = col(IndexedText.language) != Translation.language
    return select(1).where(col(IndexedText.translation_id) == Translation.id, is_in_another).exists()


def has_row() -> ColumnElement[bool]:
    return select(1).where(col(IndexedText.translation_id) == Translation.id).exists()


def read_document(session: Session, version: Translation) -> SearchDocument:
    """What the index is to have of a language version."""
    revision = get_current_revision(session, version)
    texts: dict[Field, list[str]] = {
        "headline": [revision.headline],
        "lead": [revision.lead or ""],
        "captions": [caption.text for caption, _ in list_captions(session, revision.id)],
        "body": [block.text for block in list_blocks(session, revision.id)],
    }
    return search_document(texts, version.language, list_keywords(session, revision.id))
