from datetime import datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Mapped
from sqlmodel import Session, col

from app.language.tag import EVERYWHERE, UNDETERMINED
from app.models import Article, Term, Translation
from app.models.article import USABLE


def list_languages(session: Session) -> list[str]:
    """Every language that some article has, by tag."""
    return _distinct(session, col(Translation.language))


def list_label_languages(session: Session) -> list[str]:
    """Every language that some person or place has a label in, by tag."""
    languages = _distinct(session, col(Term.language), col(Term.kind) == "label")
    return [language for language in languages if language not in (EVERYWHERE, UNDETERMINED)]


def _distinct(session: Session, column: Mapped[str], *conditions: ColumnElement[bool]) -> list[str]:
    """Hops from one value to the next on the index: DISTINCT would read every row."""
    first = select(func.min(column).label("value")).where(*conditions)
    found = first.cte("found", recursive=True)
    following = select(func.min(column)).where(*conditions, column > found.c.value).scalar_subquery()
    found = found.union_all(select(following).where(found.c.value.is_not(None)))
    return list(session.execute(select(found.c.value).where(found.c.value.is_not(None))).scalars())


def count_articles_by_language(session: Session, now: datetime) -> dict[str, int]:
    query = (
        select(col(Translation.language), func.count())
        .join(Article, col(Article.id) == Translation.article_id)
        .where(col(Article.status) == USABLE, col(Article.listed_at) <= now)
        .group_by(col(Translation.language))
        .order_by(col(Translation.language))
    )
    return {language: number for language, number in session.execute(query)}  # noqa: C416  # rows are no pairs to mypy
