from datetime import datetime
from functools import cache

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Mapped
from sqlmodel import Session, col

from app.language.tag import EVERYWHERE, UNDETERMINED
from app.models import Article, Term, Translation
from app.models.article import USABLE


def list_languages(session: Session) -> list[str]:
    """Every language that some article has, by tag."""
    return list(session.execute(_languages()).scalars())


def list_label_languages(session: Session) -> list[str]:
    """Every language that some person or place has a label in, by tag."""
    languages = session.execute(_label_languages()).scalars()
    return [language for language in languages if language not in (EVERYWHERE, UNDETERMINED)]


@cache
def _languages() -> Select[str]:
    """Built once, as many requests begin with it."""
    return _distinct(col(Translation.language))


@cache
def _label_languages() -> Select[str]:
    return _distinct(col(Term.language), col(Term.kind) == "label")


def _distinct(column: Mapped[str], *conditions: ColumnElement[bool]) -> Select[str]:
    """Hops from one value to the next on the index: DISTINCT would read every row."""
    first = select(func.min(column).label("value")).where(*conditions)
    found = first.cte("found", recursive=True)
    following = select(func.min(column)).where(*conditions, column > found.c.value).scalar_subquery()
    found = found.union_all(select(following).where(found.c.value.is_not(None)))
    return select(found.c.value).where(found.c.value.is_not(None))


def count_articles_by_language(session: Session, now: datetime) -> dict[str, int]:
    query = (
        select(col(Translation.language), func.count())
        .join(Article, col(Article.id) == Translation.article_id)
        .where(col(Article.status) == USABLE, col(Article.listed_at) <= now)
        .group_by(col(Translation.language))
        .order_by(col(Translation.language))
    )
    return {language: number for language, number in session.execute(query)}  # noqa: C416  # rows are no pairs to mypy
