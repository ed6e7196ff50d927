"""What is looked for: names, and whom or what they point at."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, get_args

from app.gazetteer.openings import Openings

EntityKind = Literal["person", "country", "territory", "region", "city", "nothing"]
NameKind = Literal["label", "alias", "misspelling", "demonym"]
NAME_KINDS: tuple[NameKind, ...] = get_args(NameKind)
Evidence = Literal["label", "alias", "misspelling", "demonym", "surname"]

COUNTRIES = ("country", "territory")

WELL_KNOWN = 200_000
"""Inhabitants."""
VERY_LARGE = 1_000_000


@dataclass(frozen=True, slots=True)
class Referent:
    """``country`` is the ISO 3166-1 code of the country it is or lies in; ``population`` None where unknown.

    ``by_surname``: whether the surname alone, after the whole name, means this person.
    """

    kind: EntityKind
    id: str
    country: str | None = None
    population: int | None = None
    is_capital: bool = False
    by_surname: bool = True

    def __hash__(self) -> int:
        return hash(self.id)

    def has(self, inhabitants: int) -> bool:
        """At least so many; not where nobody knows."""
        return (self.population or 0) >= inhabitants


@dataclass(frozen=True, slots=True)
class Name:
    """``language`` is a canonical tag, ``mul`` for a name of every language, ``und`` if nobody says.

    ``by_editor``: whether an editor's own file has it, which counts more than any gazetteer.
    """

    text: str
    language: str
    kind: NameKind
    referent: Referent
    by_editor: bool = False


class Lookup(Protocol):
    """Where names are looked up by their openings (``keys.opening``)."""

    def openings(self, languages: Sequence[str], more: Iterable[str]) -> Openings:
        """Of all names in one of the languages, at least, and ``more`` of them."""

    def names(self, openings: Sequence[str], languages: Sequence[str]) -> Iterable[tuple[str, Name]]:
        """Those in one of the languages, each with its opening."""
