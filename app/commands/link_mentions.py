"""Finds the people and places that a revision's text names, and stores where."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import delete, insert
from sqlmodel import col, select

from app.commands.purge import note_names
from app.database.session import WriteSession
from app.gazetteer.recognise import Found
from app.models import Mention, Revision, Translation
from app.queries.names import Names, is_linked_otherwise, names_digest
from app.queries.revisions import get_current_revision, list_blocks, list_captions

_STORED = ("person_id", "place_id", "block", "start", "end", "surface", "evidence", "score")


def link_mentions(session: WriteSession, translation: Translation, revision: Revision, names: Names) -> bool:
    """Whether there are other mentions than before."""
    session.flush()
    found = names.recognise(session, list(_texts(session, revision)), translation.language)
    translation.linked_with = names.digest
    changed = _replace_mentions(session, revision.id, [_row(each) for each in found])
    if changed:
        translation.indexed_with = ""
    return changed


def _row(found: Found) -> dict[str, Any]:
    is_person = found.referent.kind == "person"
    return {
        "person_id": found.referent.id if is_person else None,
        "place_id": None if is_person else found.referent.id,
        "block": found.key,
        "start": found.start,
        "end": found.end,
        "surface": found.surface,
        "evidence": found.evidence,
        "score": found.score,
    }


def _replace_mentions(session: WriteSession, revision_id: int, rows: Sequence[dict[str, Any]]) -> bool:
    own = col(Mention.revision_id) == revision_id
    stored = session.exec(select(Mention).where(own).order_by(col(Mention.id))).all()
    if [{name: getattr(mention, name) for name in _STORED} for mention in stored] == rows:
        return False
    session.execute(delete(Mention).where(own))
    if rows:
        session.execute(insert(Mention), [{**row, "revision_id": revision_id} for row in rows])
    return True


def _texts(session: WriteSession, revision: Revision) -> Iterator[tuple[str, str]]:
    yield "headline", revision.headline
    if revision.lead:
        yield "lead", revision.lead
    for block in list_blocks(session, revision.id):
        yield block.key, block.text
    for caption, picture in list_captions(session, revision.id):
        yield picture.key, caption.text


def relink_some(session: WriteSession, names: Names, limit: int) -> list[tuple[str, bool]]:
    """Links up to ``limit`` translations anew that were linked with other names.

    The article of each, and whether it has other mentions now.
    """
    query = select(Translation).where(is_linked_otherwise(names_digest(session))).limit(limit)
    relinked = [
        (
            translation.article_id,
            link_mentions(session, translation, get_current_revision(session, translation), names),
        )
        for translation in session.exec(query).all()
    ]
    if any(changed for _, changed in relinked):
        note_names(session)
    return relinked
