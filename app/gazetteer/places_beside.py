"""What a place beside another says of it: ``Cambridge, England``; ``Savannah, Georgia``."""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from app.gazetteer.names import COUNTRIES, Referent
from app.gazetteer.readings import PUBLISHED, Reading, likeliest

_OF_WHICH_IT_IS = (", ", " (", "，", "、", "، ", "（")
_AND_ANOTHER = re.compile(r"(?:,|،|，|、)? ?(?:[^\W\d]{1,3} )?|, ")
_LARGER = (*COUNTRIES, "region")
_SMALLER = ("city", "region")


def tell_by_place_behind(text: str, readings: Sequence[Reading]) -> None:
    """Of a text's readings in their order: the name after a comma decides whose namesake is meant.

    In a list of countries it does not. A region in which there is no such city leaves nobody.
    """
    for position, (reading, behind) in enumerate(pairwise(readings)):
        gap = text[reading.span.end : behind.span.start]
        if gap in _OF_WHICH_IT_IS and not _is_list(text, readings, position):
            _tell(reading, behind)


def _is_list(text: str, readings: Sequence[Reading], position: int) -> bool:
    """``London, Canada and the United States``."""
    if position + 2 >= len(readings):
        return False
    behind, last = readings[position + 1 : position + 3]
    gap = text[behind.span.end : last.span.start]
    return bool(_places(last, _LARGER)) and bool(gap.strip()) and _AND_ANOTHER.fullmatch(gap) is not None


def _tell(reading: Reading, behind: Reading) -> None:
    larger = _places(behind, _LARGER)
    if not larger:
        return
    smaller = _places(reading, _SMALLER)
    if _places(reading, COUNTRIES) and any(each.kind in COUNTRIES for each in larger):
        smaller = [each for each in smaller if each.kind == "region"]
    countries = {each.country for each in larger}
    inside = [each for each in smaller if each.country in countries]
    if inside:
        largest = max(inside, key=lambda each: each.population or 0)
        reading.tell([largest])
        if len(countries) > 1:
            behind.tell([each for each in larger if each.country == largest.country])
    elif smaller and all(each.kind == "region" for each in larger):
        reading.tell([])


def _places(reading: Reading, kinds: Collection[str]) -> list[Referent]:
    """None where the name is a demonym here."""
    return [
        each
        for each in reading.referents(kinds)
        if reading.scores[each][1].name.kind != "demonym" and not reading.span.is_demonym
    ]


def tell_by_cities(readings: Sequence[Reading]) -> None:
    """An article that names cities of the American Georgia, and none of the other's, means the former."""
    shared = [
        reading
        for reading in readings
        if reading.told is None and _places(reading, ("region",)) and _places(reading, COUNTRIES)
    ]
    if not shared:
        return
    surfaces = {reading.surface for reading in shared}
    named = [
        best[1].name.referent
        for reading in readings
        if reading.surface not in surfaces and (best := likeliest(reading.scores)) and best[0] >= PUBLISHED
    ]
    countries = {each.country for each in named}
    countries_of_cities = {each.country for each in named if each.kind in _SMALLER}
    for reading in shared:
        regions = [each for each in _places(reading, ("region",)) if each.country in countries_of_cities]
        if regions and not any(each.country in countries for each in _places(reading, COUNTRIES)):
            reading.tell(regions)
