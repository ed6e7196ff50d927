from sqlalchemy import select
from sqlmodel import Session, col

from app.models import Revision, Translation
from app.queries.languages import list_languages
from app.queries.revisions import is_current


def list_some_headlines(session: Session) -> dict[str, str]:
    """One in each language, by tag: that of the last slug, which an index knows."""
    headlines = select(col(Revision.headline)).join(Translation, is_current())
    last = headlines.order_by(col(Translation.slug).desc()).limit(1)
    return {
        language: session.execute(last.where(col(Translation.language) == language)).scalar_one()
        for language in list_languages(session)
    }
