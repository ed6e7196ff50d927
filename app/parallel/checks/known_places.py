"""Places that CLDR names in the languages it knows: countries, and the cities that time zones are of."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from babel.core import get_global

from app.parallel.folding import fold_word
from app.parallel.locales import find_locale

_ENGLISH = "en"
_LEAST_STEM, _LONGEST_ENDING = 4, 2
_LONGEST_BEGINNING = 5


def known_place(name: str, language: str) -> str | None:
    """The same for all names of one place, in any case; None of a place that CLDR does not name."""
    if code := _ABBREVIATIONS.get(name):
        return code
    places, stems = _places(language)
    folded = fold_word(name).removeprefix("the ")
    return places.get(folded) or stems.get(_stem(folded))


def place_called(name: str, language: str) -> str | None:
    """Only in the forms that CLDR has."""
    places, _ = _places(language)
    return _ABBREVIATIONS.get(name) or places.get(fold_word(name).removeprefix("the "))


# As written: us is a word.
_ABBREVIATIONS = {"UK": "GB", "U.K.": "GB", "US": "US", "U.S.": "US", "USA": "US", "U.S.A.": "US"}
# CLDR has them as variants, which Babel leaves out.
_OTHER_ENGLISH_NAMES = {
    "Burma": "MM", "Cape Verde": "CV", "Czech Republic": "CZ", "East Timor": "TL", "Ivory Coast": "CI",
    "Swaziland": "SZ", "Turkey": "TR",
}  # fmt: skip
# In no language made of what CLDR calls them.
_PEOPLES = {
    "GB": ("brit", "брит", "βρετ", "بريطان", "ब्रिटि"),
    "US": ("ameri", "amery", "амери", "αμερ", "أمريك", "امريك", "अमेरिक"),
}


def beginnings_of(place: str, language: str) -> frozenset[str]:
    """What its names and the words made of them begin with, folded. ``place`` as of known_place."""
    places, _ = _places(language)
    names = [
        name[: min(_LONGEST_BEGINNING, max(_LEAST_STEM, len(name) - _LONGEST_ENDING))]
        for name, each in places.items()
        if each == place
    ]
    return frozenset((*names, *map(fold_word, _PEOPLES.get(place, ())))) if names else frozenset()


def country_of(place: str) -> str | None:
    """Of a city, as of known_place."""
    return str(get_global("zone_territories")[place]) if place in get_global("zone_territories") else None


def is_country(place: str | None) -> bool:
    """As of known_place."""
    return place is not None and country_of(place) is None


def _stem(name: str) -> str:
    return name[: max(_LEAST_STEM, len(name) - _LONGEST_ENDING)]


@lru_cache(maxsize=64)
def _places(language: str) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """By the name, and by the name without its ending where no two places have that."""
    places = {fold_word(name): place for place, name in _named(language)}
    stems: dict[str, str] = {}
    for name, place in places.items():
        stems[_stem(name)] = place if stems.get(_stem(name), place) == place else ""
    return places, stems


def _named(language: str) -> Iterator[tuple[str, str]]:
    locale = find_locale(language)
    if locale is None:
        return
    if locale.language == _ENGLISH:  # whose cities are those of the zones' own names
        for zone in get_global("zone_territories"):
            yield zone, zone.rpartition("/")[2].replace("_", " ")
        for name, code in _OTHER_ENGLISH_NAMES.items():
            yield code, name
    for zone, names in locale.time_zones.items():
        if "city" in names:
            yield zone, str(names["city"])
    for code, name in locale.territories.items():
        yield code, str(name)
