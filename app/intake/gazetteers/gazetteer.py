"""What a gazetteer says: the form that all sources are brought into."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

PersonKind = Literal["person"]
PlaceKind = Literal["country", "territory", "region", "city"]
TermKind = Literal["label", "alias", "demonym", "description"]


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """``license`` is an SPDX identifier."""

    key: str
    name: str
    version: str
    license: str
    url: str


class GazetteerTerm(NamedTuple):
    kind: TermKind
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class GazetteerEntry:
    """One person or place. ``country`` is an ISO 3166-1 alpha-2 code, ``region`` an ISO 3166-2 code.

    Degrees are WGS 84; None: not said.

    ``country_wikidata`` is the country by its Wikidata id, where the source knows it by that alone. An
    entry without a label says something of a place that another source describes, and of no other.
    """

    kind: PersonKind | PlaceKind
    external_ids: Mapping[str, str]
    terms: tuple[GazetteerTerm, ...]
    country: str | None = None
    region: str | None = field(default=None, kw_only=True)
    latitude: float | None = None
    longitude: float | None = None
    population: int | None = None
    is_capital: bool | None = None
    country_wikidata: str | None = field(default=None, kw_only=True)
