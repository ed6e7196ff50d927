from collections.abc import Iterable
from typing import Any, Literal

from pydantic import Field

from app.models import Mention, Place
from app.queries.entities import Described
from app.representations.document import Document, ListDocument, without_default
from app.representations.entity import Entity, Named, called, named_in
from app.representations.mention import MentionDocument, mention_documents

PlaceKind = Literal["country", "territory", "region", "city"]


class Located(Document):
    latitude: float | None = Field(description="Degrees, WGS 84; null where not known.", examples=[33.34058])
    longitude: float | None = Field(description="Degrees, WGS 84; null where not known.", examples=[44.40088])


class PlaceDocument(Located, Entity):
    """A place that articles may name."""

    kind: PlaceKind = Field(
        description="What kind of place it is: a state, a territory with an ISO code that is none, "
        "a region of a country, or a city.",
        examples=["city"],
    )
    country: str | None = Field(
        description="ISO 3166-1 alpha-2 code of the country it is, or lies in.", examples=["IQ"]
    )
    region: str | None = Field(
        description="ISO 3166-2 code of the region it is, or lies in; null where not known.",
        examples=["IQ-BG"],
    )
    population: int | None = Field(description="Inhabitants; null where not known.", examples=[7216000])
    capital: bool = Field(description="Whether it is the capital of its country.", examples=[True])
    demonyms: dict[str, list[str]] = Field(
        description="What the country's people and things are called, in each language.",
        examples=[{"en": ["Iraqi", "Iraqis"]}],
    )
    distance: float = Field(
        default=0,
        description="Kilometres from `near` on a great circle; there only in an answer to it.",
        json_schema_extra=without_default,
    )


class PlaceList(ListDocument[PlaceDocument]):
    """Places, by id or by their distance."""


class MentionedPlace(Located, Named):
    """A place that this text names."""

    mentions: list[MentionDocument] = Field(description="Where the text names the place.")


def place_document(
    place: Described[Place], language: str, articles: int, distance: float | None = None
) -> PlaceDocument:
    return PlaceDocument.model_validate(
        {
            **named_in(place, language),
            **called(place, articles),
            **_location(place.entity),
            "kind": place.entity.kind,
            "country": place.entity.country,
            "region": place.entity.region,
            "population": place.entity.population,
            "capital": place.entity.is_capital,
            "demonyms": place.demonyms,
            **({} if distance is None else {"distance": round(distance, 3)}),
        }
    )


def mentioned_place(place: Described[Place], mentions: Iterable[Mention], language: str) -> MentionedPlace:
    return MentionedPlace(
        **named_in(place, language),
        **_location(place.entity),
        mentions=mention_documents(mentions),
    )


def _location(place: Place) -> dict[str, Any]:
    return {"latitude": place.latitude, "longitude": place.longitude}
