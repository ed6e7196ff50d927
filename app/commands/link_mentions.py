"""Finds the people and places that texts name, and stores where."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, delete, insert, select, update
from sqlmodel import Session, col

from app.commands.index_article import forget_indexed
from app.commands.purge import note_names
from app.database.session import ReadSession, WriteSession
from app.gazetteer.recognise import Found
from app.models import Mention, Revision, Translation, metadata
from app.queries.names import Names, is_linked_otherwise, names_digest
from app.queries.revisions import get_texts, is_current

_STORED = ("person_id", "place_id", "block", "start", "end", "surface", "evidence", "score")
_MENTION = metadata.tables["mention"]

MentionRow = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Linking:
    """What a language version names. ``is_changed``: whether other mentions of it are stored."""

    article_id: str
    translation_id: int
    revision_id: int
    mentions: Sequence[MentionRow]
    is_changed: bool


def link_mentions(session: WriteSession, translation: Translation, revision: Revision, names: Names) -> None:
    session.flush()
    version = (translation.article_id, translation.id, translation.language, revision.id)
    [linking] = _link(session, [version], names)
    translation.linked_with = names.digest
    _replace_mentions(session, [linking])
    if linking.is_changed:
        translation.forget_indexed()


def link_some(session: ReadSession, names: Names, limit: int) -> list[Linking]:
    """Of up to ``limit`` language versions that were linked with other names."""
    outdated = is_linked_otherwise(names_digest(session))
    query = select(
        col(Translation.article_id), col(Translation.id), col(Translation.language), col(Revision.id)
    ).join(Revision, is_current())
    return _link(session, session.execute(query.where(outdated).limit(limit)).all(), names)


def store_linkings(session: WriteSession, linkings: Sequence[Linking], digest: str) -> Collection[str]:
    """What was found with the names of ``digest``, where the texts are still the same.

    The articles that have other mentions now.
    """
    revisions = [linking.revision_id for linking in linkings]
    query = select(col(Revision.id)).join(Translation, is_current()).where(col(Revision.id).in_(revisions))
    current = set(session.execute(query).scalars())
    kept = [linking for linking in linkings if linking.revision_id in current]
    _replace_mentions(session, kept)
    session.execute(update(Translation).where(_are_of(kept)).values(linked_with=digest))
    are_changed = _are_of([linking for linking in kept if linking.is_changed])
    forget_indexed(session, select(col(Translation.id)).where(are_changed))
    changed = dict.fromkeys(linking.article_id for linking in kept if linking.is_changed)
    if changed:
        note_names(session)
    return changed


def _are_of(linkings: Sequence[Linking]) -> ColumnElement[bool]:
    return col(Translation.id).in_([linking.translation_id for linking in linkings])


def _link(session: Session, versions: Sequence[Sequence[Any]], names: Names) -> list[Linking]:
    """``versions`` are the ids of article and translation, the language, and the id of the revision."""
    revisions = [revision_id for *_, revision_id in versions]
    texts = get_texts(session, revisions)
    stored = _stored_mentions(session, revisions)
    linkings = []
    for article_id, translation_id, language, revision_id in versions:
        found = [_row(each) for each in names.recognise(session, texts[revision_id], language)]
        is_changed = found != stored.get(revision_id, [])
        linkings.append(Linking(article_id, translation_id, revision_id, found, is_changed))
    return linkings


def _stored_mentions(session: Session, revisions: Sequence[int]) -> dict[int, list[MentionRow]]:
    stored: dict[int, list[MentionRow]] = {}
    query = select(_MENTION.c.revision_id, *(_MENTION.c[name] for name in _STORED))
    in_order = query.where(_MENTION.c.revision_id.in_(revisions)).order_by(_MENTION.c.id)
    for revision_id, *values in session.connection().execute(in_order):
        stored.setdefault(revision_id, []).append(dict(zip(_STORED, values, strict=True)))
    return stored


def _replace_mentions(session: WriteSession, linkings: Sequence[Linking]) -> None:
    changed = [linking for linking in linkings if linking.is_changed]
    if not changed:
        return
    revisions = [linking.revision_id for linking in changed]
    session.execute(delete(Mention).where(col(Mention.revision_id).in_(revisions)))
    rows = [
        {**mention, "revision_id": linking.revision_id} for linking in changed for mention in linking.mentions
    ]
    if rows:
        session.execute(insert(Mention), rows)


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
