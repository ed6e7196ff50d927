"""Cities in every language: the one that CLDR names each time zone by, joined to GeoNames."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from babel import localedata
from babel.core import get_global

from app.intake.gazetteers.cities import City
from app.intake.gazetteers.cldr_locale import read_locales, read_own_data
from app.intake.gazetteers.gazetteer import GazetteerEntry, GazetteerTerm
from app.intake.gazetteers.printable import printable

_ENGLISH = "en"


def read_exemplar_cities(cities: Iterable[City], languages: Collection[str] = ()) -> list[GazetteerEntry]:
    named = _names_by_zone(languages)
    joined = {zone: city for zone, city in _cities_by_zone(cities).items() if zone in named}
    entries = [
        GazetteerEntry(kind="city", external_ids={"geonames": city.geonames}, terms=tuple(named[zone]))
        for zone, city in joined.items()
    ]
    return sorted(entries, key=lambda entry: int(entry.external_ids["geonames"]))


def _names_by_zone(languages: Collection[str]) -> Mapping[str, list[GazetteerTerm]]:
    named: dict[str, list[GazetteerTerm]] = defaultdict(list)
    for locale, language in read_locales(languages):
        zones: Mapping[str, Any] = read_own_data(locale).get("time_zones", {})
        for zone, words in zones.items():
            name = printable(str(words.get("city", "")))
            if name:
                named[zone].append(GazetteerTerm("label", language, name))
        if language == _ENGLISH:
            for zone in get_global("zone_territories"):
                if "city" not in zones.get(zone, {}):
                    named[zone].append(GazetteerTerm("label", language, _english_name(zone)))
    return named


def _english_name(zone: str) -> str:
    """CLDR writes an English name down only where the zone's id does not have it."""
    words = localedata.load(_ENGLISH)["time_zones"].get(zone, {})
    return str(words.get("city") or zone.rpartition("/")[2].replace("_", " "))


def _cities_by_zone(cities: Iterable[City]) -> Mapping[str, City]:
    """The largest city that has the zone's English name, in its country and its time."""
    countries = get_global("zone_territories")
    found: dict[str, City] = {}
    for city in cities:
        best = found.get(city.time_zone)
        is_larger = best is None or city.population > best.population
        if (
            is_larger
            and countries.get(city.time_zone) == city.country
            and _english_name(city.time_zone) in city.names
        ):
            found[city.time_zone] = city
    return found
