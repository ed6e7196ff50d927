"""Who and what a query names, of those that articles name."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from typing import Literal, cast

from sqlalchemy import or_, select
from sqlmodel import Session, col

from app.database.one_of import is_one_of
from app.gazetteer.false_friends import is_frequent_word
from app.gazetteer.keys import fold
from app.gazetteer.names import COUNTRIES, EntityKind, Name, NameKind, Referent
from app.models import Person, Place, Term
from app.parallel.checks.function_words import function_words
from app.queries.naming import list_named
from app.search.names import Asked, find_asked, openings_asked

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


def find_named(
    session: Session, typed: str, languages: Sequence[str], now: datetime, read: str | None = None
) -> list[NamedInQuery]:
    """In order; ``languages`` are the site's, ``read`` is the reader's, whose common words name nobody."""
    openings = openings_asked(typed, languages)
    if not openings:
        return []
    found = find_asked(typed, list(_names(session, openings)), languages)
    named = _named(session, {name.referent for each in found for name in each.names}, now)
    return [
        NamedInQuery(
            "person" if name.referent.kind == "person" else "place",
            name.referent.id,
            each.start,
            each.end,
            typed[each.start : each.end],
        )
        for each in found
        for name in _meant(each, named)
        if not (read and _is_common(typed[each.start : each.end], name, read))
    ]


def end_of_name(
    session: Session, kind: Literal["person", "place"], typed: str, languages: Sequence[str]
) -> int:
    """Where the longest name ends that the text begins with, of anybody such; 0 without one."""
    openings = openings_asked(typed, languages)
    names = [
        name for name in _names(session, openings) if (name.referent.kind == "person") == (kind == "person")
    ]
    found = find_asked(typed, names, languages)
    first = next((each for each in found if not any(map(str.isalnum, typed[: each.start]))), None)
    return first.end if first else 0


def _is_common(surface: str, name: Name, read: str) -> bool:
    """As ``un`` in French, which is a surname too. Countries are known in small letters, too."""
    if not surface.islower() or name.referent.kind in COUNTRIES:
        return False
    return is_frequent_word(fold(surface), read) or surface in function_words(read)


def _meant(asked: Asked, named: Collection[Referent]) -> list[Name]:
    """A name that is known as it was typed leaves no room for one with an ending."""
    return list(_likeliest(asked.exact, named)) or list(_likeliest(asked.names, named))


def _likeliest(names: Sequence[Name], named: Collection[Referent]) -> Iterator[Name]:
    bearers = (name for name in names if name.referent in named)
    return islice(sorted(bearers, key=_unlikeliness), _MOST_BEARERS)


def _unlikeliness(name: Name) -> tuple[int, str, str]:
    referent = name.referent
    return -(referent.population or 0), referent.kind, referent.id


def _names(session: Session, openings: Collection[str]) -> Iterator[Name]:
    """Of people the surname, too."""
    query = (
        select(Term, Place)
        .outerjoin(Place, col(Place.id) == Term.place_id)
        .where(
            or_(
                is_one_of(session, col(Term.opening), openings),
                is_one_of(session, col(Term.surname), openings),
            ),
            col(Term.kind) != "description",
        )
        .order_by(col(Term.id) + 0)  # not by its index, which would be gone through
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


def _named(session: Session, referents: Collection[Referent], now: datetime) -> set[Referent]:
    people = {each.id for each in referents if each.kind == "person"}
    places = {each.id for each in referents if each.kind != "person"}
    named_people = list_named(session, Person, people, now)
    named_places = list_named(session, Place, places, now)
    return {
        each for each in referents if each.id in (named_people if each.kind == "person" else named_places)
    }
