"""Finds the people and places that a revision's text names, and stores where."""

from collections.abc import Iterator

from sqlalchemy import delete, insert
from sqlmodel import col, select

from app.commands.purge import note_names
from app.database.session import WriteSession
from app.models import Mention, Revision, Translation
from app.queries.names import Names
from app.queries.revisions import get_current_revision, list_blocks, list_captions


def link_mentions(session: WriteSession, translation: Translation, revision: Revision, names: Names) -> None:
    session.flush()
    session.execute(delete(Mention).where(col(Mention.revision_id) == revision.id))
    gazetteer = names.gazetteer(translation.language)
    rows = [
        {
            "revision_id": revision.id,
            "person_id": span.name.entity[1] if span.name.entity[0] == "person" else None,
            "place_id": span.name.entity[1] if span.name.entity[0] == "place" else None,
            "block": block,
            "start": span.start,
            "end": span.end,
            "surface": text[span.start : span.end],
            "evidence": span.name.evidence,
        }
        for block, text in _texts(session, revision)
        for span in gazetteer.find(text)
    ]
    if rows:
        session.execute(insert(Mention), rows)
    translation.linked_with = names.digest


def _texts(session: WriteSession, revision: Revision) -> Iterator[tuple[str, str]]:
    yield "headline", revision.headline
    if revision.lead:
        yield "lead", revision.lead
    for block in list_blocks(session, revision.id):
        yield block.key, block.text
    for caption, picture in list_captions(session, revision.id):
        yield picture.key, caption.text


def relink_some(session: WriteSession, names: Names, limit: int) -> list[str]:
    """Links up to ``limit`` translations anew that were linked with other names; the article of each."""
    query = select(Translation).where(Translation.linked_with != names.digest).limit(limit)
    outdated = session.exec(query).all()
    for translation in outdated:
        link_mentions(session, translation, get_current_revision(session, translation), names)
    if outdated:
        note_names(session)
    return [translation.article_id for translation in outdated]
