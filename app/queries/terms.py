"""Terms as they are stored, with who said so."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Literal, NamedTuple

from sqlalchemy import select
from sqlmodel import Session, col

from app.models import Provenance, SuppressedName, Term

Owner = Literal["person_id", "place_id"]
"""Whose: the column of the tables that have both."""


class TermName(NamedTuple):
    kind: str
    language: str
    text: str


class StoredTerm(NamedTuple):
    """``source`` is the key of its provenance."""

    id: int
    name: TermName
    source: str


def load_terms(session: Session, owner: Owner, ids: Collection[str]) -> Mapping[str, list[StoredTerm]]:
    """By the id of the person or place."""
    owned = col(getattr(Term, owner))
    query = (
        select(owned, col(Term.id), col(Term.kind), col(Term.language), col(Term.text), col(Provenance.key))
        .join(Provenance, col(Provenance.id) == col(Term.provenance_id))
        .where(owned.in_(ids))
    )
    found: dict[str, list[StoredTerm]] = defaultdict(list)
    for owner_id, id_, kind, language, text, source in session.execute(query):
        found[owner_id].append(StoredTerm(id_, TermName(kind, language, text), source))
    return found


def load_suppressed_names(
    session: Session, owner: Owner, ids: Collection[str]
) -> Mapping[str, set[tuple[str, str]]]:
    """Languages and texts, by the id of the person or place."""
    owned = col(getattr(SuppressedName, owner))
    query = select(owned, col(SuppressedName.language), col(SuppressedName.text)).where(owned.in_(ids))
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for owner_id, language, text in session.execute(query):
        found[owner_id].add((language, text))
    return found
