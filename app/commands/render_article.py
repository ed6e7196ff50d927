"""Stores articles as they are sent, and takes back what shows something that has changed."""

from collections.abc import Collection, Iterator
from typing import Literal

from sqlalchemy import Select, delete, insert, select
from sqlmodel import col

from app.commands.index_article import forget_indexed
from app.commands.purge import note_article
from app.commands.turns import in_turns
from app.database.engine import Database
from app.database.session import WriteSession
from app.models import Mention, Representation, Revision, Translation
from app.queries.articles import get_versions
from app.queries.representations import list_unrendered_articles
from app.representations.article import load_article_documents
from app.representations.renderer import rendered, renderer

BATCH = 100


def render_article(session: WriteSession, article_id: str) -> int:
    """In all its languages; how many there are."""
    session.flush()
    _forget(session, select(col(Translation.id)).where(col(Translation.article_id) == article_id))
    record = get_versions(session, article_id)
    documents = load_article_documents(session, record, list(record.versions))
    rows = [row for document in documents.values() for row in rendered(record, document)]
    session.execute(insert(Representation), rows)
    return len(documents)


def forget_articles_naming(
    session: WriteSession, owner: Literal["person_id", "place_id"], ids: Collection[str]
) -> None:
    """Until they are rendered and indexed anew, the articles that name one of them are put together for each
    reader, and found by what was said before.
    """
    naming = (
        select(col(Translation.article_id))
        .join(Revision, col(Revision.translation_id) == Translation.id)
        .join(Mention, col(Mention.revision_id) == Revision.id)
        .where(col(getattr(Mention, owner)).in_(ids))
    )
    translations = select(col(Translation.id)).where(col(Translation.article_id).in_(naming))
    _forget(session, translations)
    forget_indexed(session, translations)


def _forget(session: WriteSession, translations: Select[int]) -> None:
    session.execute(delete(Representation).where(col(Representation.translation_id).in_(translations)))


def render_rest(database: Database) -> Iterator[int]:
    """Renders what is not, some articles in each turn; how many language versions they have."""
    after = ""
    while True:
        with database.read() as session:
            articles = list_unrendered_articles(session, renderer(), after=after, limit=BATCH)
        yield from in_turns(database, articles, _render_and_note)
        if len(articles) < BATCH:
            return
        after = articles[-1]


def _render_and_note(session: WriteSession, article_id: str) -> int:
    note_article(session, article_id)
    return render_article(session, article_id)
