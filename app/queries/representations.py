"""Which language versions have no representation yet, by what is made of them now."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, func, select
from sqlmodel import Session, col

from app.models import Representation, Translation


def list_unrendered_articles(session: Session, renderer: str, *, after: str, limit: int) -> Sequence[str]:
    """Ids behind ``after`` of articles with a version that ``renderer`` has not made a representation of."""
    query = (
        select(col(Translation.article_id))
        .where(_is_unrendered(renderer), col(Translation.article_id) > after)
        .order_by(col(Translation.article_id))
        .distinct()
        .limit(limit)
    )
    return session.execute(query).scalars().all()


def count_unrendered(session: Session, renderer: str) -> int:
    query = select(func.count()).select_from(Translation).where(_is_unrendered(renderer))
    return int(session.execute(query).scalar_one())


def _is_unrendered(renderer: str) -> ColumnElement[bool]:
    rendered = select(1).where(
        col(Representation.translation_id) == Translation.id, col(Representation.renderer) == renderer
    )
    return ~rendered.exists()
