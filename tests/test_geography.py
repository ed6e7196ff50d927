import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.geography import (
    EARTH_RADIUS,
    HALF_AROUND,
    Box,
    Circle,
    Point,
    distance,
    haversine,
    parse_box,
    parse_point,
)

LATITUDES = st.floats(-90, 90) | st.sampled_from([-90.0, 0.0, 90.0])
LONGITUDES = st.floats(-180, 180) | st.sampled_from([-180.0, 0.0, 180.0])
POINTS = st.builds(Point, LATITUDES, LONGITUDES)
RADII = st.floats(0.001, HALF_AROUND) | st.floats(0.001, 500)
WHOLE_LATITUDES, WHOLE_LONGITUDES = st.integers(-90, 90), st.integers(-180, 180)
BOXES = st.builds(
    lambda west, east, latitudes: Box(west, min(latitudes), east, max(latitudes)),
    WHOLE_LONGITUDES,
    WHOLE_LONGITUDES,
    st.tuples(WHOLE_LATITUDES, WHOLE_LATITUDES),
)


def vector(point: Point) -> tuple[float, float, float]:
    latitude, longitude = math.radians(point.latitude), math.radians(point.longitude)
    return (
        math.cos(latitude) * math.cos(longitude),
        math.cos(latitude) * math.sin(longitude),
        math.sin(latitude),
    )


def kilometres(one: Point, other: Point) -> float:
    """By the angle between vectors, not by the haversine."""
    return EARTH_RADIUS * 2 * math.asin(min(math.dist(vector(one), vector(other)) / 2, 1))


def holds(boxes: list[Box], point: Point) -> bool:
    return any(
        box.west <= point.longitude <= box.east and box.south <= point.latitude <= box.north for box in boxes
    )


@given(POINTS, RADII, POINTS)
def test_whatever_is_in_a_circle_is_in_the_boxes_around_it(
    center: Point, radius: float, point: Point
) -> None:
    if kilometres(center, point) < radius:
        assert holds(list(Circle(center, radius).box().flat()), point)


@given(POINTS, st.floats(0, 360), st.floats(10, HALF_AROUND))
def test_a_point_near_the_rim_is_in_the_boxes_too(center: Point, bearing: float, radius: float) -> None:
    """By the direct problem on a sphere."""
    angle, turn = radius / EARTH_RADIUS * 0.999, math.radians(bearing)
    from_latitude = math.radians(center.latitude)
    sine = math.sin(from_latitude) * math.cos(angle)
    sine += math.cos(from_latitude) * math.sin(angle) * math.cos(turn)
    latitude = math.asin(max(-1, min(1, sine)))
    aside = math.atan2(
        math.sin(turn) * math.sin(angle) * math.cos(from_latitude),
        math.cos(angle) - math.sin(from_latitude) * math.sin(latitude),
    )
    longitude = (center.longitude + math.degrees(aside) + 180) % 360 - 180
    point = Point(math.degrees(latitude), longitude)
    assert holds(list(Circle(center, radius).box().flat()), point)


@given(BOXES, WHOLE_LATITUDES, WHOLE_LONGITUDES)
def test_a_box_holds_what_lies_between_its_borders(box: Box, latitude: float, longitude: float) -> None:
    eastward = (longitude - box.west) % 360 <= (box.east - box.west) % 360
    is_all_around = box.west == -180 and box.east == 180
    is_pole = abs(latitude) == 90
    expected = box.south <= latitude <= box.north and (eastward or is_all_around or is_pole)
    assert holds(list(box.flat()), Point(latitude, longitude)) == expected


def test_both_names_of_the_antimeridian_are_the_same_meridian() -> None:
    for box in (Box(170, 0, 180, 10), Box(-180, 0, -170, 10), Box(170, 0, -170, 10)):
        assert holds(list(box.flat()), Point(5, 180))
        assert holds(list(box.flat()), Point(5, -180))


@given(POINTS, POINTS)
def test_the_distance_is_that_between_vectors(one: Point, other: Point) -> None:
    there = kilometres(one, other)
    assert distance(haversine(there)) == pytest.approx(there, abs=1e-3)


@pytest.mark.parametrize(
    ("text", "point"),
    [("45.41,-75.7", Point(45.41, -75.7)), ("-90,180", Point(-90, 180)), ("0,0", Point(0, 0))],
)
def test_a_point_is_its_latitude_before_its_longitude(text: str, point: Point) -> None:
    assert parse_point(text) == point


@pytest.mark.parametrize(
    "text",
    [
        *("", "1", "1,", ",1", "1,2,3", "1, 2", " 1,2", "1,2\n", "+1,2", "01,2", "1.,2", ".5,2", "1e1,2"),
        *("nan,0", "inf,0", "91,0", "-90.1,0", "0,180.1", "0,-999", "１,2", "1;2", "1_0,2", "0x1,2"),
    ],
)
def test_what_is_no_point_on_earth_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"latitude|longitude"):
        parse_point(text)


def test_a_box_is_west_south_east_north() -> None:
    assert parse_box("170,-10.5,-170,10") == Box(170, -10.5, -170, 10)


@pytest.mark.parametrize(
    "text", ["1,2,3", "1,2,3,4,5", "0,50,10,40", "-181,0,0,1", "0,-91,1,0", "a,b,c,d", ""]
)
def test_what_is_no_box_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"degrees|order"):
        parse_box(text)
