from datetime import datetime

from sqlalchemy import func, select, text
from sqlmodel import Session, col

from app.models import Article, Translation
from app.models.article import USABLE

# Hops from one language to the next on the index: DISTINCT would read every language version.
_LANGUAGES = text("""
    WITH RECURSIVE found(language) AS (
        SELECT min(language) FROM translation
        UNION ALL
        SELECT (SELECT min(language) FROM translation WHERE language > found.language)
        FROM found WHERE found.language IS NOT NULL
    )
    SELECT language FROM found WHERE language IS NOT NULL
""")


def list_languages(session: Session) -> list[str]:
    """Every language that some article has, by tag."""
    return list(session.execute(_LANGUAGES).scalars())


def count_articles_by_language(session: Session, now: datetime) -> dict[str, int]:
    query = (
        select(col(Translation.language), func.count())
        .join(Article, col(Article.id) == Translation.article_id)
        .where(col(Article.status) == USABLE, col(Article.listed_at) <= now)
        .group_by(col(Translation.language))
        .order_by(col(Translation.language))
    )
    return {language: number for language, number in session.execute(query)}  # noqa: C416  # rows are no pairs to mypy
