"""People and places, each with what it is called."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, Literal, TypeVar

from sqlalchemy import false, func, select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from app.models import ExternalId, Person, Place, Provenance, Term

Entity = TypeVar("Entity", Person, Place)


def owner_column(table: type[Person] | type[Place]) -> Literal["person_id", "place_id"]:
    """By its name, of the tables that belong to people and places."""
    return "person_id" if table is Person else "place_id"


@dataclass(frozen=True, slots=True)
class DescribedBy:
    """A source and the languages of the labels, the other names and the descriptions that it gave.

    ``position``: whether it said where the place is.
    """

    source: Provenance
    labels: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    descriptions: list[str] = field(default_factory=list)
    position: bool = False


@dataclass(slots=True)
class Described(Generic[Entity]):
    """A row with its terms by language, its ids elsewhere by scheme, and who said all that."""

    entity: Entity
    labels: dict[str, str] = field(default_factory=dict)
    aliases: dict[str, list[str]] = field(default_factory=dict)
    misspellings: dict[str, list[str]] = field(default_factory=dict)
    demonyms: dict[str, list[str]] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    external_ids: dict[str, str] = field(default_factory=dict)
    sources: dict[str, DescribedBy] = field(default_factory=dict)


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


def has_entity(session: Session, table: type[Person] | type[Place], entity_id: str) -> bool:
    return session.execute(select(col(table.id)).where(col(table.id) == entity_id)).first() is not None


def count_entities(session: Session, table: type[Entity]) -> int:
    return int(session.execute(select(func.count()).select_from(table)).scalar_one())


Named = Described[Person] | Described[Place]


def get_named(session: Session, names: Iterable[tuple[str, str]]) -> Mapping[tuple[str, str], Named]:
    """People and places, by ``person`` or ``place`` and the id."""
    ids: dict[str, list[str]] = {"person": [], "place": []}
    for kind, id_ in names:
        ids[kind].append(id_)
    people, places = get_entities(session, Person, ids["person"]), get_entities(session, Place, ids["place"])
    return {
        **{("person", id_): person for id_, person in people.items()},
        **{("place", id_): place for id_, place in places.items()},
    }


def get_entities(
    session: Session, table: type[Entity], ids: Sequence[str]
) -> Mapping[str, Described[Entity]]:
    """Those that are there, in the order of their ids."""
    if not ids:
        return {}
    positioner = aliased(Provenance)
    positioned_it = col(positioner.key) == Place.positioned_by if table is Place else false()
    rows = (
        select(table, Provenance, positioner)
        .join(Provenance, col(Provenance.id) == table.provenance_id)
        .outerjoin(positioner, positioned_it)
        .where(col(table.id).in_(ids))
        .order_by(col(table.id))
    )
    found: dict[str, Described[Entity]] = {}
    sources: dict[int, Provenance] = {}
    for row, source, positioned_by in session.execute(rows):
        sources[source.id] = source
        found[row.id] = Described(row, sources={source.key: DescribedBy(source)})
        if positioned_by:
            sources[positioned_by.id] = positioned_by
            found[row.id].sources[positioned_by.key] = DescribedBy(positioned_by, position=True)
    owner = col(Term.person_id if table is Person else Term.place_id)
    query = (
        select(owner, col(Term.kind), col(Term.language), col(Term.text), col(Term.provenance_id))
        .where(owner.in_(ids))
        .order_by(col(Term.language), col(Term.text))
    )
    terms = session.execute(query).all()
    sources |= _load_sources(session, {row.provenance_id for row in terms} - sources.keys())
    for entity_id, kind, language, text, source_id in terms:
        _add_term(found[entity_id], kind, language, text)
        source = sources[source_id]
        said = found[entity_id].sources.get(source.key)
        if said is None:
            said = found[entity_id].sources[source.key] = DescribedBy(source)
        _add_language(said, kind, language)
    owner = col(ExternalId.person_id if table is Person else ExternalId.place_id)
    external_ids = (
        select(owner, col(ExternalId.scheme), col(ExternalId.value))
        .where(owner.in_(ids))
        .order_by(col(ExternalId.scheme))
    )
    for entity_id, scheme, value in session.execute(external_ids):
        found[entity_id].external_ids[scheme] = value
    return found


def _load_sources(session: Session, ids: Collection[int]) -> Mapping[int, Provenance]:
    """A country has hundreds of terms, of a handful of sources."""
    if not ids:
        return {}
    query = select(Provenance).where(col(Provenance.id).in_(ids))
    return {source.id: source for source in session.execute(query).scalars()}


def _add_term(described: Described[Entity], kind: str, language: str, text: str) -> None:
    if kind == "label":
        described.labels[language] = text
    elif kind == "description":
        described.descriptions[language] = text
    else:
        several = {
            "alias": described.aliases,
            "misspelling": described.misspellings,
            "demonym": described.demonyms,
        }
        several[kind].setdefault(language, []).append(text)


def _add_language(said: DescribedBy, kind: str, language: str) -> None:
    """Terms come in the order of their languages."""
    languages = {"label": said.labels, "description": said.descriptions}.get(kind, said.names)
    if language not in languages[-1:]:
        languages.append(language)
