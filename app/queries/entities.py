"""People and places, each with what it is called."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from sqlalchemy import func, select
from sqlmodel import Session, col

from app.models import ExternalId, Person, Place, Term

Entity = TypeVar("Entity", Person, Place)


@dataclass(slots=True)
class Described(Generic[Entity]):
    """A row with its terms by language and its ids elsewhere by scheme."""

    entity: Entity
    labels: dict[str, str] = field(default_factory=dict)
    aliases: dict[str, list[str]] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    external_ids: dict[str, str] = field(default_factory=dict)


def find_entity(session: Session, table: type[Entity], entity_id: str) -> Described[Entity] | None:
    return get_entities(session, table, [entity_id]).get(entity_id)


def list_entities(
    session: Session, table: type[Entity], *, after: str | None, limit: int
) -> Sequence[Described[Entity]]:
    """By id, starting behind ``after``."""
    query = select(col(table.id)).order_by(col(table.id)).limit(limit)
    if after is not None:
        query = query.where(col(table.id) > after)
    return list(get_entities(session, table, session.execute(query).scalars().all()).values())


def count_entities(session: Session, table: type[Entity]) -> int:
    return int(session.execute(select(func.count()).select_from(table)).scalar_one())


def get_entities(
    session: Session, table: type[Entity], ids: Sequence[str]
) -> Mapping[str, Described[Entity]]:
    """Those that are there, in the order of their ids."""
    rows = session.execute(select(table).where(col(table.id).in_(ids)).order_by(col(table.id)))
    found: dict[str, Described[Entity]] = {row.id: Described(row) for row in rows.scalars()}
    term_owner = col(Term.person_id if table is Person else Term.place_id)
    terms = select(term_owner, Term).where(term_owner.in_(ids)).order_by(col(Term.language), col(Term.text))
    for owner, term in session.execute(terms):
        _add_term(found[owner], term)
    id_owner = col(ExternalId.person_id if table is Person else ExternalId.place_id)
    external_ids = select(id_owner, ExternalId).where(id_owner.in_(ids)).order_by(col(ExternalId.scheme))
    for owner, external_id in session.execute(external_ids):
        found[owner].external_ids[external_id.scheme] = external_id.value
    return found


def _add_term(described: Described[Entity], term: Term) -> None:
    if term.kind == "label":
        described.labels[term.language] = term.text
    elif term.kind == "alias":
        described.aliases.setdefault(term.language, []).append(term.text)
    else:
        described.descriptions[term.language] = term.text
