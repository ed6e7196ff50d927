"""What other registers call people and places."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import select
from sqlmodel import Session, col

from app.models import ExternalId, FormerExternalId, Place
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
    """Those of the ids into which another was merged."""
    owned = col(getattr(FormerExternalId, owner))
    return set(session.execute(select(owned).where(owned.in_(ids))).scalars())


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
