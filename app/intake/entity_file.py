"""``people.toml`` and ``places.toml``: who and where, as an editor writes them down."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    RootModel,
    Strict,
    StringConstraints,
    model_validator,
)

from app.intake.article_file import Line, distinct_languages
from app.intake.authority_id import is_authority_id
from app.intake.gazetteers.countries import CODES
from app.intake.toml_file import Entry
from app.language.tag import EVERYWHERE, UNDETERMINED, parse_language_tag

PEOPLE = "people.toml"
PLACES = "places.toml"
NAMES = (PEOPLE, PLACES)

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,127}")


def term_language(tag: str) -> str:
    return tag if tag == EVERYWHERE else parse_language_tag(tag)


def usable_id(name: str) -> str:
    """The name of a person's or a place's table. Raises ValueError."""
    if not _ID.fullmatch(name):
        raise ValueError(f"{name!r} cannot be an id: at most 128 of a-z 0-9 -")
    return name


def known_country(code: str) -> str:
    """Raises ValueError where ISO 3166-1 has no such country or territory."""
    if code not in CODES:
        raise ValueError(f"{code!r} is no country's code (ISO 3166-1 alpha-2)")
    return code


def _gazetteer_language(tag: str) -> str:
    return tag if tag == UNDETERMINED else term_language(tag)


TermLanguage = Annotated[str, AfterValidator(term_language)]
GazetteerLanguage = Annotated[str, AfterValidator(_gazetteer_language)]
DISTINCT = BeforeValidator(distinct_languages)
Lines = Annotated[dict[TermLanguage, list[Line]], DISTINCT]
EntityId = Annotated[str, AfterValidator(usable_id)]
CountryCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$"), AfterValidator(known_country)]
RegionCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}-[A-Z0-9]{1,3}$")]
Degrees = Annotated[float, Strict(), Field(allow_inf_nan=False)]


class EntityEntry(Entry):
    """What somebody or somewhere is called, by language; ``mul`` holds what is the same in every language.

    ``not_names`` is what gazetteers call them, and should not. One text has one kind in a language.
    """

    labels: Annotated[dict[TermLanguage, Line], DISTINCT] = Field(min_length=1)
    aliases: Lines = Field(default_factory=dict)
    misspellings: Lines = Field(default_factory=dict)
    not_names: Annotated[dict[GazetteerLanguage, list[Line]], DISTINCT] = Field(default_factory=dict)
    descriptions: Annotated[dict[TermLanguage, Line], DISTINCT] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _no_contradiction(self) -> Any:
        names = {*self.labels.items(), *_each(self.aliases)}
        for what, texts in (("misspellings", self.misspellings), ("not_names", self.not_names)):
            for language, text in _each(texts):
                if (language, text) in names:
                    raise ValueError(f"{text!r} is a name, and among {what}")
        return self

    def terms(self) -> Iterator[tuple[str, str, str]]:
        """Kind, language and text of each, once."""
        for language, label in self.labels.items():
            yield "label", language, label
        for language, alias in _each(self.aliases):
            yield "alias", language, alias
        for language, misspelling in _each(self.misspellings):
            yield "misspelling", language, misspelling
        for language, description in self.descriptions.items():
            yield "description", language, description

    def suppressed_names(self) -> set[tuple[str, str]]:
        """Language and text of each."""
        return set(_each(self.not_names))


def _each(texts: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    return ((language, text) for language, listed in texts.items() for text in dict.fromkeys(listed))


PersonScheme = Literal["wikidata", "viaf", "isni", "gnd", "lcnaf"]


def _usable_ids(ids: dict[PersonScheme, str]) -> dict[PersonScheme, str]:
    for scheme, value in ids.items():
        if scheme != "wikidata" and not is_authority_id(scheme, value):
            raise ValueError(f"{value!r} cannot be an id of {scheme}")
    return ids


class PersonEntry(EntityEntry):
    """``by_surname``: whether the surname alone may stand for the person, once a text gave the full name."""

    by_surname: bool = True
    external_ids: Annotated[dict[PersonScheme, Line], AfterValidator(_usable_ids)] = Field(
        default_factory=dict
    )


class PlaceEntry(EntityEntry):
    """``country`` is ISO 3166-1 alpha-2, ``region`` ISO 3166-2; degrees are WGS 84.

    ``demonyms`` are what the country's people and things are called.
    """

    kind: Literal["country", "territory", "region", "city"]
    country: CountryCode | None = None
    region: RegionCode | None = None
    latitude: Annotated[Degrees, Field(ge=-90, le=90)] | None = None
    longitude: Annotated[Degrees, Field(ge=-180, le=180)] | None = None
    population: Annotated[int, Strict(), Field(ge=0, lt=2**63)] | None = None
    demonyms: Lines = Field(default_factory=dict)
    external_ids: dict[Literal["geonames", "iso3166-1", "iso3166-2", "wikidata"], Line] = Field(
        default_factory=dict
    )

    @model_validator(mode="after")
    def _both_coordinates(self) -> Any:
        if (self.latitude is None) != (self.longitude is None):
            raise ValueError("latitude and longitude go together")
        return self

    def terms(self) -> Iterator[tuple[str, str, str]]:
        yield from super().terms()
        for language, demonym in _each(self.demonyms):
            yield "demonym", language, demonym


class PeopleFile(RootModel[dict[EntityId, PersonEntry]]):
    pass


class PlacesFile(RootModel[dict[EntityId, PlaceEntry]]):
    pass
