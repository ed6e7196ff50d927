"""What other registers call people and places."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import select
from sqlmodel import Session, col

from app.models import ExternalId, FormerExternalId, FormerId, Place
from app.queries.terms import Owner

ExternalIdPair = tuple[str, str]
"""Scheme and value."""


def find_by_external_ids(
    session: Session, owner: Owner, pairs: Iterable[ExternalIdPair]
) -> Mapping[ExternalIdPair, str]:
    """The id of the person or place that each pair belongs to, if any."""
    return _find(session, ExternalId, owner, pairs)


def find_by_former_external_ids(
    session: Session, owner: Owner, pairs: Iterable[ExternalIdPair]
) -> Mapping[ExternalIdPair, str]:
    """The id of the one into which each pair's person or place was merged, if any."""
    return _find(session, FormerExternalId, owner, pairs)


def list_survivors(session: Session, owner: Owner, ids: Collection[str]) -> Collection[str]:
    """Those of the ids into which another was merged that a register calls otherwise."""
    owned = col(getattr(FormerExternalId, owner))
    is_its_own = (
        select(1)
        .where(
            col(getattr(ExternalId, owner)) == owned,
            col(ExternalId.scheme) == col(FormerExternalId.scheme),
            col(ExternalId.value) == col(FormerExternalId.value),
        )
        .exists()
    )
    return set(session.execute(select(owned).where(owned.in_(ids), ~is_its_own)).scalars())


def list_former_external_ids(
    session: Session, owner: Owner, entity_id: str, former_id: str
) -> Mapping[str, str]:
    """What registers called the one that had the former id before it was merged: values by scheme.

    Both lists are in the order of the merges; where they are not as long, nobody knows whose a value was.
    """
    owned = col(getattr(FormerId, owner)) == entity_id
    former = session.execute(select(col(FormerId.former)).where(owned).order_by(col(FormerId.id)))
    merged = list(former.scalars())
    if former_id not in merged:
        return {}
    values: dict[str, list[str]] = defaultdict(list)
    query = select(col(FormerExternalId.scheme), col(FormerExternalId.value)).where(
        col(getattr(FormerExternalId, owner)) == entity_id
    )
    for scheme, value in session.execute(query.order_by(col(FormerExternalId.id))):
        values[scheme].append(value)
    place = merged.index(former_id)
    return {scheme: known[place] for scheme, known in values.items() if len(known) == len(merged)}


def _find(
    session: Session,
    table: type[ExternalId] | type[FormerExternalId],
    owner: Owner,
    pairs: Iterable[ExternalIdPair],
) -> Mapping[ExternalIdPair, str]:
    values: dict[str, list[str]] = defaultdict(list)
    for scheme, value in pairs:
        values[scheme].append(value)
    owned = col(getattr(table, owner))
    found = {}
    for scheme, wanted in values.items():
        query = select(col(table.value), owned).where(
            col(table.scheme) == scheme, col(table.value).in_(wanted), owned.is_not(None)
        )
        for value, id_ in session.execute(query.order_by(owned.desc())):
            found[scheme, value] = id_
    return found


def load_external_ids(session: Session, owner: Owner, ids: Collection[str]) -> Mapping[str, dict[str, str]]:
    owned = col(getattr(ExternalId, owner))
    query = select(owned, col(ExternalId.scheme), col(ExternalId.value)).where(owned.in_(ids))
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for id_, scheme, value in session.execute(query):
        found[id_][scheme] = value
    return found


def load_country_codes(session: Session, wikidata_ids: Collection[str]) -> dict[str, str]:
    """ISO 3166-1 codes of countries and territories, by Wikidata id."""
    if not wikidata_ids:
        return {}
    query = (
        select(col(ExternalId.value), col(Place.country))
        .join(Place, col(Place.id) == col(ExternalId.place_id))
        .where(
            col(ExternalId.scheme) == "wikidata",
            col(ExternalId.value).in_(wikidata_ids),
            col(Place.kind).in_(("country", "territory")),
            col(Place.country).is_not(None),
        )
    )
    return {row.value: row.country for row in session.execute(query)}
