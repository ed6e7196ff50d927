from collections.abc import Iterable
from typing import Any, Literal

from pydantic import Field

from app.models import Mention, Place
from app.queries.entities import Described
from app.representations.addresses import place_address
from app.representations.document import Document, ListDocument
from app.representations.entity import Entity, Named, called, named_in
from app.representations.mention import MentionDocument, mention_documents


class Located(Document):
    latitude: float | None = Field(description="Degrees, WGS 84; null where not known.", examples=[33.34058])
    longitude: float | None = Field(description="Degrees, WGS 84; null where not known.", examples=[44.40088])


class PlaceDocument(Located, Entity):
    """A place that articles may name."""

    kind: Literal["country", "city"] = Field(description="What kind of place it is.", examples=["city"])
    country: str | None = Field(
        description="ISO 3166-1 alpha-2 code of the country it is, or lies in.", examples=["IQ"]
    )


class PlaceList(ListDocument[PlaceDocument]):
    """Places, by id."""


class MentionedPlace(Located, Named):
    """A place that this text names."""

    mentions: list[MentionDocument] = Field(description="Where the text names the place.")


def place_document(place: Described[Place], language: str) -> PlaceDocument:
    return PlaceDocument(
        href=place_address(place.entity.id),
        **named_in(place, language),
        **called(place),
        **_location(place.entity),
        kind="country" if place.entity.kind == "country" else "city",
        country=place.entity.country,
    )


def mentioned_place(place: Described[Place], mentions: Iterable[Mention], language: str) -> MentionedPlace:
    return MentionedPlace(
        href=place_address(place.entity.id),
        **named_in(place, language),
        **_location(place.entity),
        mentions=mention_documents(mentions),
    )


def _location(place: Place) -> dict[str, Any]:
    return {"latitude": place.latitude, "longitude": place.longitude}
