"""Areas of the Earth's surface, taken as a sphere of its mean radius; degrees are WGS 84.

Longitude 180 is the meridian -180, and at a pole every longitude is the same place.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.texts.text import Text

EARTH_RADIUS = 6371.0088
"""Kilometres: the mean radius of the GRS 80 ellipsoid, as the IUGG defines it."""

HALF_AROUND = math.pi * EARTH_RADIUS
"""Kilometres to the other side, which nothing is beyond."""

_NUMBER = r"-?(?:0|[1-9][0-9]{0,2})(?:\.[0-9]{1,17})?"
_POINT = re.compile(rf"({_NUMBER}),({_NUMBER})", re.ASCII)
_BOX = re.compile(rf"({_NUMBER}),({_NUMBER}),({_NUMBER}),({_NUMBER})", re.ASCII)
_MARGIN = 1e-9
"""Degrees, a tenth of a millimetre: what rounding may take from the box around a circle."""


_ANTIMERIDIAN = 180
_POLE = 90


@dataclass(frozen=True, slots=True)
class Point:
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Box:
    """In degrees, with its borders. Where ``west`` is greater than ``east`` it crosses the antimeridian."""

    west: float
    south: float
    east: float
    north: float

    def flat(self) -> Sequence["Box"]:
        """The same as boxes that hold just the numbers between their borders."""
        return list(dict.fromkeys(self._flat()))

    def _flat(self) -> Iterator["Box"]:
        if self.west > self.east:
            yield Box(self.west, self.south, 180, self.north)
            yield Box(-180, self.south, self.east, self.north)
        else:
            yield self
        if (self.west == -_ANTIMERIDIAN) != (self.east == _ANTIMERIDIAN):
            other = 180 if self.west == -_ANTIMERIDIAN else -180
            yield Box(other, self.south, other, self.north)
        for pole in sorted({self.south, self.north} & {-_POLE, _POLE}):
            yield Box(-180, pole, 180, pole)


@dataclass(frozen=True, slots=True)
class Circle:
    """All that is at most ``radius`` kilometres away from ``center``."""

    center: Point
    radius: float

    def box(self) -> Box:
        """The smallest around it, which has all longitudes where the circle has a pole in it."""
        angle = self.radius / EARTH_RADIUS
        latitude = self.center.latitude
        south = latitude - math.degrees(angle) - _MARGIN
        north = latitude + math.degrees(angle) + _MARGIN
        if south <= -_POLE or north >= _POLE:
            return Box(-180, max(south, -_POLE), 180, min(north, _POLE))
        aside = math.degrees(math.asin(math.sin(angle) / math.cos(math.radians(latitude)))) + _MARGIN
        if aside >= _ANTIMERIDIAN:
            return Box(-180, south, 180, north)
        west, east = self.center.longitude - aside, self.center.longitude + aside
        return Box(_turned(west), south, _turned(east), north)


Area = Box | Circle


def _turned(longitude: float) -> float:
    return (longitude + 180) % 360 - 180


def haversine(kilometres: float) -> float:
    """Of the angle between points that far apart: from 0 for none to 1 for the other side."""
    return math.sin(min(kilometres, HALF_AROUND) / EARTH_RADIUS / 2) ** 2


def distance(haversine_: float) -> float:
    """Kilometres between points by the haversine of the angle between them."""
    return 2 * EARTH_RADIUS * math.asin(math.sqrt(min(haversine_, 1)))


def parse_point(text: str) -> Point:
    """``latitude,longitude``. Raises ValueError of a Text."""
    matched = _POINT.fullmatch(text)
    if matched is None:
        raise ValueError(Text("not latitude,longitude in degrees, as in: 45.41,-75.70"))
    latitude, longitude = map(float, matched.groups())
    _require_on_earth([latitude], [longitude])
    return Point(latitude, longitude)


def parse_box(text: str) -> Box:
    """``west,south,east,north``, as RFC 7946 section 5 has it. Raises ValueError of a Text."""
    matched = _BOX.fullmatch(text)
    if matched is None:
        raise ValueError(Text("not west,south,east,north in degrees, as in: 3.3,50.7,7.3,53.6"))
    west, south, east, north = map(float, matched.groups())
    _require_on_earth([south, north], [west, east])
    if south > north:
        raise ValueError(Text("the south is north of the north: the order is west,south,east,north"))
    return Box(west, south, east, north)


def _require_on_earth(latitudes: Sequence[float], longitudes: Sequence[float]) -> None:
    if any(abs(latitude) > _POLE for latitude in latitudes):
        raise ValueError(Text("a latitude is from -90 to 90 degrees"))
    if any(abs(longitude) > _ANTIMERIDIAN for longitude in longitudes):
        raise ValueError(Text("a longitude is from -180 to 180 degrees"))
