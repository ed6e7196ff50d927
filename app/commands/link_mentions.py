"""Finds the people and places that texts name, and stores where."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
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


def link_mentions(session: WriteSession, article_id: str, names: Names) -> Collection[int]:
    """The ids of the versions that have other mentions now.

    All are searched, for what one of them tells of its last names counts in the others.
    """
    session.flush()
    linkings = _link(session, [article_id], names)
    return {linking.translation_id for linking in _store(session, linkings, names.digest)}


def link_some(session: ReadSession, names: Names, limit: int) -> list[Linking]:
    """Of the articles of up to ``limit`` language versions that were linked with other names."""
    outdated = is_linked_otherwise(names_digest(session))
    articles = session.execute(select(col(Translation.article_id)).where(outdated).limit(limit)).scalars()
    return _link(session, [*dict.fromkeys(articles)], names)


def store_linkings(session: WriteSession, linkings: Sequence[Linking], digest: str) -> Collection[str]:
    """What was found with the names of ``digest``, where all texts of the article are still the same.

    The articles that have other mentions now.
    """
    changed = _store(session, _of_current_texts(session, linkings), digest)
    if changed:
        note_names(session)
    return dict.fromkeys(linking.article_id for linking in changed)


def _store(session: WriteSession, kept: Sequence[Linking], digest: str) -> Sequence[Linking]:
    """Those that are changed."""
    changed = [linking for linking in kept if linking.is_changed]
    _replace_mentions(session, changed)
    session.execute(update(Translation).where(_are_of(kept)).values(linked_with=digest))
    forget_indexed(session, select(col(Translation.id)).where(_are_of(changed)))
    return changed


def _of_current_texts(session: WriteSession, linkings: Sequence[Linking]) -> Sequence[Linking]:
    searched: dict[str, set[int]] = {}
    for linking in linkings:
        searched.setdefault(linking.article_id, set()).add(linking.revision_id)
    current: dict[str, set[int]] = {}
    query = select(col(Translation.article_id), col(Revision.id)).join(Revision, is_current())
    for article_id, revision_id in session.execute(query.where(col(Translation.article_id).in_(searched))):
        current.setdefault(article_id, set()).add(revision_id)
    return [each for each in linkings if searched[each.article_id] == current.get(each.article_id)]


def _are_of(linkings: Sequence[Linking]) -> ColumnElement[bool]:
    return col(Translation.id).in_([linking.translation_id for linking in linkings])


def _link(session: Session, articles: Sequence[str], names: Names) -> list[Linking]:
    of_articles = (
        select(col(Translation.article_id), col(Translation.id), col(Translation.language), col(Revision.id))
        .join(Revision, is_current())
        .where(col(Translation.article_id).in_(articles))
        .order_by(col(Translation.article_id), col(Translation.id))
    )
    versions = session.execute(of_articles).all()
    revisions = [revision_id for *_, revision_id in versions]
    texts = get_texts(session, revisions)
    stored = _stored_mentions(session, revisions)
    linkings = []
    for article_id, own in groupby(versions, key=itemgetter(0)):
        of_article = [*own]
        to_read = [(texts[revision_id], language) for *_, language, revision_id in of_article]
        recognised = names.recognise_versions(session, to_read)
        for (_, translation_id, _, revision_id), each in zip(of_article, recognised, strict=True):
            found = [*map(_row, each.found)]
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


def _replace_mentions(session: WriteSession, changed: Sequence[Linking]) -> None:
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
