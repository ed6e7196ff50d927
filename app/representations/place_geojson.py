"""Places as GeoJSON (RFC 7946): degrees are longitude before latitude."""

from typing import Annotated, Literal

from pydantic import Field

from app.representations.document import Document, ListDocument, without_default
from app.representations.place import PlaceDocument

_APART = {"id", "latitude", "longitude"}
"""Members of a place that GeoJSON has a place of its own for."""

Degrees = Annotated[list[float], Field(min_length=2, max_length=2)]


class PointGeometry(Document):
    """Where a place is."""

    type: Literal["Point"] = Field(description="A place is a point.", examples=["Point"])
    coordinates: Degrees = Field(
        description="Longitude, then latitude: degrees, WGS 84.", examples=[[44.40088, 33.34058]]
    )


class PlaceFeature(Document):
    """A place as GeoJSON."""

    type: Literal["Feature"] = Field(description="As GeoJSON calls it.", examples=["Feature"])
    id: str = Field(description="Stable and language-neutral.", examples=["baghdad"])
    geometry: PointGeometry | None = Field(description="Where it is; null where that is not known.")
    properties: dict[str, object] = Field(
        description="All else that the place's JSON has.", examples=[{"name": "Bagdad"}]
    )


class PlaceCollection(Document):
    """Places as GeoJSON, with the members of a list."""

    type: Literal["FeatureCollection"] = Field(
        description="As GeoJSON calls it.", examples=["FeatureCollection"]
    )
    features: list[PlaceFeature] = Field(description="The places of this page, in the list's order.")
    next: str | None = Field(
        description="The address of the next page, null on the last.",
        examples=["/places?cursor=WyJQbGFjZSIsICJiIl0&format=geojson&lang=nl"],
    )
    total: int = Field(
        default=0,
        description="How many there are on all pages; there only with `count=true`.",
        json_schema_extra=without_default,
    )


def place_feature(place: PlaceDocument) -> PlaceFeature:
    geometry = None
    if place.longitude is not None and place.latitude is not None:
        geometry = PointGeometry(type="Point", coordinates=[place.longitude, place.latitude])
    properties = place.model_dump(mode="json", exclude=_APART, exclude_unset=True)
    return PlaceFeature(type="Feature", id=place.id, geometry=geometry, properties=properties)


def place_collection(places: ListDocument[PlaceDocument]) -> PlaceCollection:
    total = places.model_dump(include={"total"}, exclude_unset=True)
    features = [place_feature(place) for place in places.items]
    return PlaceCollection(type="FeatureCollection", features=features, next=places.next, **total)


def as_geojson(document: PlaceDocument | ListDocument[PlaceDocument]) -> PlaceFeature | PlaceCollection:
    return place_feature(document) if isinstance(document, PlaceDocument) else place_collection(document)
