"""Short names of countries, and names of their capitals, that no other gazetteer has in a language."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from importlib.metadata import version

from app.gazetteer.abbreviations import abbreviations
from app.intake.gazetteers.cities import City
from app.intake.gazetteers.cldr_locale import is_wanted
from app.intake.gazetteers.gazetteer import Gazetteer, GazetteerEntry, GazetteerTerm
from app.intake.gazetteers.states import kind_of
from app.language.tag import EVERYWHERE

OWN_NAMES = Gazetteer(
    key="dragoman-names",
    name="Dragoman's own list of short names",
    version=version("dragoman"),
    license="MIT",
    url="",
)


def read_abbreviations(languages: Collection[str] = ()) -> list[GazetteerEntry]:
    """Of countries and territories; CLDR's own come with CLDR."""
    terms: dict[str, list[GazetteerTerm]] = defaultdict(list)
    for each in abbreviations():
        if each.of == "country" and each.provenance == "dragoman" and _is_wanted(each.language, languages):
            terms[each.country].append(GazetteerTerm("alias", each.language, each.text))
    return [
        GazetteerEntry(kind_of(code), {"iso3166-1": code}, tuple(dict.fromkeys(named)))
        for code, named in sorted(terms.items())
    ]


def read_capitals(cities: Iterable[City], languages: Collection[str] = ()) -> list[GazetteerEntry]:
    """Names for those of the cities that are capitals."""
    terms: dict[str, list[GazetteerTerm]] = defaultdict(list)
    for each in abbreviations():
        if each.of == "capital" and _is_wanted(each.language, languages):
            terms[each.country].append(GazetteerTerm("alias", each.language, each.text))
    return [
        GazetteerEntry("city", {"geonames": city.geonames}, tuple(dict.fromkeys(terms[city.country])))
        for city in cities
        if city.entry.is_capital and city.country in terms
    ]


def _is_wanted(language: str, languages: Collection[str]) -> bool:
    return language == EVERYWHERE or is_wanted(language, languages)
