"""Who and what a query names, of those that articles mention."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal, cast

from sqlalchemy import and_, exists, or_, select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from app.gazetteer.names import EntityKind, Name, NameKind, Referent
from app.models import Mention, Person, Place, Term
from app.queries.naming import WITH_PARTS
from app.search.names import find_asked, openings_asked

_MOST_NAMES = 2_000
"""That are compared with what was typed."""
_MOST_BEARERS = 5
"""Of one name: whom it means most likely, the most populous places first."""


@dataclass(frozen=True, slots=True)
class NamedInQuery:
    """``start`` and ``end`` are where in what was typed, ``surface`` is what stands there."""

    kind: Literal["person", "place"]
    id: str
    start: int
    end: int
    surface: str


def find_named(session: Session, typed: str, languages: Sequence[str]) -> list[NamedInQuery]:
    """In order; ``languages`` are the site's."""
    openings = openings_asked(typed, languages)
    if not openings:
        return []
    found = find_asked(typed, list(_names(session, openings)), languages)
    mentioned = _mentioned(session, {name.referent for each in found for name in each.names})
    return [
        NamedInQuery(
            "person" if name.referent.kind == "person" else "place",
            name.referent.id,
            each.start,
            each.end,
            typed[each.start : each.end],
        )
        for each in found
        for name in _likeliest(each.names, mentioned)
    ]


def _likeliest(names: Sequence[Name], mentioned: Collection[Referent]) -> Iterator[Name]:
    bearers = (name for name in names if name.referent in mentioned)
    return islice(sorted(bearers, key=lambda name: -(name.referent.population or 0)), _MOST_BEARERS)


def _names(session: Session, openings: Collection[str]) -> Iterator[Name]:
    """Of people the surname, too."""
    query = (
        select(Term, Place)
        .outerjoin(Place, col(Place.id) == Term.place_id)
        .where(
            or_(col(Term.opening).in_(openings), col(Term.surname).in_(openings)),
            col(Term.kind) != "description",
        )
        .limit(_MOST_NAMES)
    )
    for term, place in session.execute(query):
        name = Name(term.text, term.language, cast(NameKind, term.kind), _referent(term, place))
        yield name
        if term.surname in openings:
            yield replace(name, text=term.surname)


def _referent(term: Term, place: Place | None) -> Referent:
    if place is None:
        return Referent("person", str(term.person_id))
    return Referent(cast(EntityKind, place.kind), place.id, place.country, place.population)


def _mentioned(session: Session, referents: Collection[Referent]) -> set[Referent]:
    people = [each.id for each in referents if each.kind == "person"]
    places = [each.id for each in referents if each.kind != "person"]
    part = aliased(Place)
    named = exists().where(col(Mention.person_id) == Person.id)
    is_named = exists().where(col(Mention.place_id) == Place.id)
    has_named = exists().where(col(part.country) == Place.country, col(Mention.place_id) == part.id)
    of_people = select(col(Person.id)).where(col(Person.id).in_(people), named)
    of_places = select(col(Place.id)).where(
        col(Place.id).in_(places), or_(is_named, and_(col(Place.kind).in_(WITH_PARTS), has_named))
    )
    found: set[tuple[bool, str]] = set()
    for is_person, ids, query in ((True, people, of_people), (False, places, of_places)):
        if ids:
            found.update((is_person, id_) for id_ in session.execute(query).scalars())
    return {each for each in referents if (each.kind == "person", each.id) in found}
