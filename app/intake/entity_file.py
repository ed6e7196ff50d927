"""``people.toml`` and ``places.toml``: who and where, as an editor writes them down."""

import re
from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, RootModel, StringConstraints, model_validator

from app.intake.article_file import Line, distinct_languages
from app.intake.toml_file import Entry
from app.language.tag import EVERYWHERE, parse_language_tag

PEOPLE = "people.toml"
PLACES = "places.toml"
NAMES = (PEOPLE, PLACES)

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,127}")


def _term_language(tag: str) -> str:
    return tag if tag == EVERYWHERE else parse_language_tag(tag)


def _entity_id(name: str) -> str:
    if not _ID.fullmatch(name):
        raise ValueError(f"{name!r} cannot be an id: at most 128 of a-z 0-9 -")
    return name


TermLanguage = Annotated[str, AfterValidator(_term_language)]
DISTINCT = BeforeValidator(distinct_languages)
EntityId = Annotated[str, AfterValidator(_entity_id)]
CountryCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]


class EntityEntry(Entry):
    """Labels, aliases and descriptions by language; ``mul`` holds what is the same in every language."""

    labels: Annotated[dict[TermLanguage, Line], DISTINCT] = Field(min_length=1)
    aliases: Annotated[dict[TermLanguage, list[Line]], DISTINCT] = Field(default_factory=dict)
    descriptions: Annotated[dict[TermLanguage, Line], DISTINCT] = Field(default_factory=dict)

    def terms(self) -> Iterator[tuple[str, str, str]]:
        """Kind, language and text of each, once."""
        for language, label in self.labels.items():
            yield "label", language, label
        for language, aliases in self.aliases.items():
            for alias in dict.fromkeys(aliases):
                yield "alias", language, alias
        for language, description in self.descriptions.items():
            yield "description", language, description


class PersonEntry(EntityEntry):
    external_ids: dict[Literal["wikidata"], Line] = Field(default_factory=dict)


class PlaceEntry(EntityEntry):
    """``country`` is ISO 3166-1 alpha-2; latitude and longitude are degrees in WGS 84."""

    kind: Literal["country", "city"]
    country: CountryCode | None = None
    latitude: Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False)] | None = None
    longitude: Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False)] | None = None
    external_ids: dict[Literal["geonames", "iso3166-1", "wikidata"], Line] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _both_coordinates(self) -> Any:
        if (self.latitude is None) != (self.longitude is None):
            raise ValueError("latitude and longitude go together")
        return self


class PeopleFile(RootModel[dict[EntityId, PersonEntry]]):
    pass


class PlacesFile(RootModel[dict[EntityId, PlaceEntry]]):
    pass
