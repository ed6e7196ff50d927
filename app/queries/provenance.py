"""Where what is known of people and places comes from."""

from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import or_, select
from sqlmodel import Session, col

from app.models import Place, Provenance, Term


def load_provenance_ids(session: Session) -> Mapping[str, int]:
    """By key."""
    return {row.key: row.id for row in session.execute(select(Provenance)).scalars()}


def list_described_places(session: Session, key: str, kinds: Collection[str]) -> Iterable[str]:
    """The ids of the places of these kinds that the source describes or names."""
    source = select(col(Provenance.id)).where(col(Provenance.key) == key).scalar_subquery()
    named = select(col(Term.place_id)).where(
        col(Term.provenance_id) == source, col(Term.place_id).is_not(None)
    )
    query = select(col(Place.id)).where(
        col(Place.kind).in_(kinds),
        or_(col(Place.provenance_id) == source, col(Place.id).in_(named)),
    )
    return session.execute(query).scalars()
