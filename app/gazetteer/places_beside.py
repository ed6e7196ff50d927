"""What stands beside a place says of it: ``Cambridge, England``; ``Washington state``."""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from app.gazetteer.longer_names import FARTHEST
from app.gazetteer.names import COUNTRIES, WELL_KNOWN, Referent
from app.gazetteer.phrases import patterns
from app.gazetteer.readings import PUBLISHED, Reading, likeliest

_OF_WHICH_IT_IS = (", ", " (", "，", "、", "، ", "（")
_IN_WHICH_IT_MAY_BE = frozenset(
    {" in ", " en ", " em ", " au ", " i ", " w ", " v ", " în ", " в ", " у ", " σε "}
)
_AND_ANOTHER = re.compile(r"(?:,|،|，|、)? ?(?:[^\W\d]{1,3} )?|, ")
_LARGER = (*COUNTRIES, "region")
_SMALLER = ("city", "region")


def tell_by_place_behind(text: str, readings: Sequence[Reading]) -> None:
    """Of a text's readings in their order: the name after a comma decides whose namesake is meant.

    In a list of countries it does not. A region in which there is no such city leaves nobody.
    """
    for position, (reading, behind) in enumerate(pairwise(readings)):
        gap = text[reading.span.end : behind.span.start]
        if gap.removeprefix(",") in _IN_WHICH_IT_MAY_BE:
            _tell_which(reading, behind)
        elif gap in _OF_WHICH_IT_IS and not _is_list(text, readings, position):
            _tell(reading, behind)
            if not _is_among_others(text, readings, position):
                _tell_region(reading, behind)


def tell_by_word_beside(text: str, readings: Sequence[Reading], language: str) -> None:
    """``Washington state``, ``provincie Utrecht``: not the city, though the region be unknown."""
    before, behind = patterns("region_words.toml", language)
    for reading in readings:
        start, end = reading.span.start, reading.span.end
        is_behind = before.search(text, max(0, start - FARTHEST), start)
        if not is_behind and not behind.match(text, end):
            continue
        smaller = _places(reading, _SMALLER)
        regions = [each for each in smaller if each.kind == "region"]
        if regions or (is_behind and smaller and not _places(reading, COUNTRIES)):
            reading.tell(regions)


def _is_list(text: str, readings: Sequence[Reading], position: int) -> bool:
    """``London, Canada and the United States``."""
    if position + 2 >= len(readings):
        return False
    behind, last = readings[position + 1 : position + 3]
    gap = text[behind.span.end : last.span.start]
    return bool(_places(last, _LARGER)) and bool(gap.strip()) and _AND_ANOTHER.fullmatch(gap) is not None


def _is_among_others(text: str, readings: Sequence[Reading], position: int) -> bool:
    """``New York, Washington and Boston``; ``Boston, New York, Washington``."""
    pairs = [readings[position + 1 : position + 3]]
    if position and not _places(readings[position - 1], _LARGER):
        pairs.append(readings[position - 1 : position + 1])
    gaps = [text[pair[0].span.end : pair[1].span.start] for pair in pairs if len(pair) > 1]
    return any(gap.strip() and _AND_ANOTHER.fullmatch(gap) for gap in gaps)


def _tell_region(reading: Reading, behind: Reading) -> None:
    """``Buffalo, New York`` is not in the city; ``New York, New York`` is it."""
    cities = _places(reading, ("city",))
    if not behind.scores.keys().isdisjoint(cities):
        return
    countries = {each.country for each in cities}
    regions = [each for each in _places(behind, ("region",)) if each.country in countries]
    if regions and not _places(behind, COUNTRIES):
        behind.tell(regions)


def _tell_which(reading: Reading, behind: Reading) -> None:
    """``Melbourne in Florida`` is another; somebody in Florida is no place there."""
    best = likeliest(reading.scores)
    countries = {each.country for each in _places(behind, _LARGER)}
    inside = [each for each in _places(reading, ("city",)) if each.country in countries]
    if inside and best and best[0] >= PUBLISHED and best[1].name.referent.country not in countries:
        largest = max(inside, key=lambda each: each.population or 0)
        reading.add(best[0], reading.scores[largest][1])
        reading.tell([largest])


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
    """An article that names cities of the American Georgia, and none of the other's, means the former.

    So does one about Spain that names Granada.
    """
    shared = [
        reading
        for reading in readings
        if reading.told is None and _places(reading, COUNTRIES) and _namesakes_of_country(reading)
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
        likely = [each for each in _namesakes_of_country(reading) if each.country in countries_of_cities]
        if likely and not any(each.country in countries for each in _places(reading, COUNTRIES)):
            reading.tell(likely)


def _namesakes_of_country(reading: Reading) -> Sequence[Referent]:
    """A region, and a city that is not small and that is called so in the first place."""
    own = {each.country for each in _places(reading, COUNTRIES)}
    return [
        each
        for each in _places(reading, _SMALLER)
        if each.country not in own and (each.kind == "region" or _is_called_so(reading, each))
    ]


def _is_called_so(reading: Reading, city: Referent) -> bool:
    return reading.scores[city][1].name.kind == "label" and city.has(WELL_KNOWN)
