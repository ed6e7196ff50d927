"""The first-level regions of countries, in every language that CLDR names them in."""

import json
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from app.intake.gazetteers.cldr_locale import is_wanted
from app.intake.gazetteers.gazetteer import Gazetteer, GazetteerEntry, GazetteerTerm, TermKind

SUBDIVISIONS = Gazetteer(
    key="cldr-subdivisions",
    name="Unicode CLDR, subdivisions",
    version="CLDR 41",
    license="Unicode-3.0",
    url="https://cldr.unicode.org/",
)


def read_regions(languages: Collection[str] = ()) -> list[GazetteerEntry]:
    """``languages``: those wanted, with their varieties; none: all."""
    return [
        GazetteerEntry(
            kind="region",
            external_ids={"iso3166-2": code} | ({"geonames": row["geonames"]} if "geonames" in row else {}),
            terms=terms,
            country=code[:2],
            region=code,
        )
        for code, row in _rows().items()
        if (terms := tuple(_terms(row, languages)))
    ]


@cache
def regions_by_admin1() -> Mapping[tuple[str, str], str]:
    """ISO 3166-2 codes by country and GeoNames' code of the region within it."""
    return {(code[:2], row["admin1"]): code for code, row in _rows().items() if "admin1" in row}


def _terms(row: Mapping[str, Any], languages: Collection[str]) -> Iterator[GazetteerTerm]:
    kinds: tuple[tuple[str, TermKind], ...] = (("labels", "label"), ("aliases", "alias"))
    for member, kind in kinds:
        for text, of in row.get(member, {}).items():
            yield from (GazetteerTerm(kind, each, text) for each in of.split() if is_wanted(each, languages))


@cache
def _rows() -> Mapping[str, Any]:
    text = files(__package__).joinpath("regions.json").read_text(encoding="utf-8")
    rows: Mapping[str, Any] = json.loads(text)["entries"]
    return rows
