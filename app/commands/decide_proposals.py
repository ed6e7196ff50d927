"""Makes a proposed name a person's or a place's, or remembers that it is nobody's."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain, count
from typing import Any, Literal

from sqlalchemy import delete
from sqlmodel import col, select

from app.commands.derive_article import derive_article
from app.commands.link_mentions import link_mentions
from app.commands.names_version import names_changed
from app.commands.provenance import note_editor
from app.commands.store_terms import store_terms
from app.database.session import WriteSession
from app.errors import Refusal
from app.gazetteer.discovery.labels import may_have_ending, shared_labels
from app.gazetteer.discovery.sounds import romanised
from app.language.tag import EVERYWHERE
from app.models import Mention, Person, Place, Proposal, Sighting, Translation
from app.models.proposal import ACCEPTED, REJECTED
from app.models.provenance import EDITOR
from app.queries.entities import owner_column
from app.queries.names import Names
from app.queries.naming import is_known
from app.queries.proposals import EvidencedProposal, find_proposal
from app.queries.provenance import load_provenance_ids
from app.queries.revisions import get_current_revision
from app.queries.terms import Owner, TermName, load_terms

OtherName = Literal["alias", "misspelling"]
_NOT_IN_IDS = re.compile(r"[^a-z0-9]+")
_LONGEST_ID = 128


@dataclass(frozen=True, slots=True)
class Decision:
    """Who or what the name is from now on, and how many of the language versions searched name it.

    ``as_in_texts``: languages whose label stands in a text so, perhaps with a case ending.
    """

    entity_id: str
    labels: Mapping[str, str]
    named_in: int
    as_in_texts: Collection[str] = ()


def accept_as_person(
    session: WriteSession,
    proposal_id: int,
    given: Mapping[str, str],
    *,
    person_id: str | None = None,
    by_surname: bool = True,
) -> Decision:
    """``given`` are labels by language that the editor knows better.

    Raises Refusal for a proposal that is not there, and an id that is taken.
    """
    found = _get(session, proposal_id)
    now = datetime.now(UTC)
    editor = note_editor(session, now)
    id_ = _new_id(session, Person, person_id, found)
    session.add(Person(id=id_, by_surname=by_surname, provenance_id=editor, updated_at=now))
    return _accept(session, found, "person_id", id_, "label", given)


def accept_as_place(
    session: WriteSession,
    proposal_id: int,
    given: Mapping[str, str],
    *,
    place_id: str | None = None,
    **columns: Any,
) -> Decision:
    """``columns`` of ``Place``: at least ``kind``. Raises Refusal like ``accept_as_person``."""
    found = _get(session, proposal_id)
    now = datetime.now(UTC)
    editor = note_editor(session, now)
    id_ = _new_id(session, Place, place_id, found)
    positioned_by = None if columns.get("latitude") is None else EDITOR
    session.add(Place(id=id_, provenance_id=editor, positioned_by=positioned_by, updated_at=now, **columns))
    return _accept(session, found, "place_id", id_, "label", given)


def accept_as_name_of(
    session: WriteSession, proposal_id: int, table: type[Person | Place], entity_id: str, kind: OtherName
) -> Decision:
    """Raises Refusal where either is not there."""
    found = _get(session, proposal_id)
    entity = session.get(table, entity_id)
    if entity is None:
        raise Refusal("no-such-entity", f"there is nobody and nothing of the id {entity_id!r}")
    now = datetime.now(UTC)
    entity.updated_at = now
    note_editor(session, now)
    return _accept(session, found, owner_column(table), entity_id, kind, {})


def reject(session: WriteSession, proposal_id: int) -> EvidencedProposal:
    """It is not proposed again, in whatever article it stands. Raises Refusal where it is not there."""
    found = _get(session, proposal_id)
    _decide(session, found.proposal, REJECTED)
    return found


def _get(session: WriteSession, proposal_id: int) -> EvidencedProposal:
    found = find_proposal(session, proposal_id)
    if found is None or not found.seen:
        raise Refusal("no-such-proposal", f"nothing is proposed under the number {proposal_id}")
    return found


def _new_id(
    session: WriteSession, table: type[Person | Place], wanted: str | None, found: EvidencedProposal
) -> str:
    if wanted is not None:
        if is_known(session, table, wanted):
            raise Refusal("taken-id", f"{wanted!r} is or was somebody or something else: give --id another")
        return wanted
    base = _NOT_IN_IDS.sub("-", romanised(found.proposal.key)).strip("-")[:_LONGEST_ID] or "name"
    candidates = chain((base,), (f"{base}-{number}" for number in count(2)))
    return next(each for each in candidates if not is_known(session, table, each))


def _accept(
    session: WriteSession,
    found: EvidencedProposal,
    owner: Owner,
    id_: str,
    kind: str,
    given: Mapping[str, str],
) -> Decision:
    labels = {**shared_labels(found.labels, EVERYWHERE), **given}
    session.flush()
    stored = load_terms(session, owner, [id_])
    known = {term.name: term.source for term in stored.get(id_, ())}
    called = {(name.language, name.text) for name in known}
    new = {
        TermName(kind, language, text): EDITOR
        for language, text in labels.items()
        if (language, text) not in called
    }
    store_terms(session, owner, stored, {id_: {**known, **new}}, load_provenance_ids(session))
    _decide(session, found.proposal, ACCEPTED)
    names_changed(session)
    revisions = _relink(session, found.articles)
    naming = select(col(Mention.revision_id)).where(
        col(Mention.revision_id).in_(revisions), getattr(Mention, owner) == id_
    )
    as_in_texts = [
        language
        for language, text in labels.items()
        if kind == "label" and language not in given and may_have_ending(text, language)
    ]
    return Decision(id_, labels, len(set(session.exec(naming))), as_in_texts)


def _decide(session: WriteSession, proposal: Proposal, status: str) -> None:
    proposal.status = status
    proposal.updated_at = datetime.now(UTC)
    session.execute(delete(Sighting).where(col(Sighting.proposal_id) == proposal.id))


def _relink(session: WriteSession, articles: list[str]) -> list[int]:
    """The revisions searched: of the articles that were the evidence. ``reindex`` finds it in all others."""
    session.flush()
    names = Names()
    query = select(Translation).where(col(Translation.article_id).in_(articles))
    translations = session.exec(query).all()
    revisions = [get_current_revision(session, translation) for translation in translations]
    for article_id in articles:
        link_mentions(session, article_id, names)
        derive_article(session, article_id)
    session.flush()
    return [revision.id for revision in revisions]
