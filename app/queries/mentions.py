"""Whom and what the texts of an article name, and by what they were recognised."""

from collections.abc import Iterator

from sqlmodel import Session, col, select

from app.models import Mention, Revision, Translation
from app.queries.revisions import is_current


def list_mentions(session: Session, article_id: str) -> Iterator[tuple[str, Mention]]:
    """Each with the language of its text; by language, in the order of the text."""
    query = (
        select(Translation.language, Mention)
        .join(Revision, is_current())
        .join(Mention, col(Mention.revision_id) == Revision.id)
        .where(Translation.article_id == article_id)
        .order_by(col(Translation.language), col(Mention.id))
    )
    yield from session.exec(query)
