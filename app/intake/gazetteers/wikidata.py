"""People and places of Wikidata, by the properties that say what they are and where."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, Literal

from app.errors import Refusal
from app.intake.authority_id import is_authority_id
from app.intake.finding import FileFinding
from app.intake.gazetteers.cldr_locale import is_wanted
from app.intake.gazetteers.countries import CODES
from app.intake.gazetteers.gazetteer import Gazetteer, GazetteerEntry, GazetteerTerm, PlaceKind
from app.intake.gazetteers.printable import printable
from app.intake.gazetteers.states import kind_of
from app.intake.gazetteers.wikidata_file import WikidataFile
from app.language.tag import EVERYWHERE, parse_language_tag

WIKIDATA = Gazetteer(
    key="wikidata", name="Wikidata", version="", license="CC0-1.0", url="https://www.wikidata.org/"
)

INSTANCE_OF, COORDINATES, COUNTRY, COUNTRY_CODE = "P31", "P625", "P17", "P297"
REGION_CODE, POPULATION, GEONAMES, END_TIME = "P300", "P1082", "P1566", "P582"
AUTHORITIES = {"P214": "viaf", "P213": "isni", "P227": "gnd", "P244": "lcnaf"}
HUMAN, CAPITAL, EARTH = "Q5", "Q5119", "http://www.wikidata.org/entity/Q2"

_CLASSES = """
    Q515 Q1549591 Q1637706 Q200250 Q5119 Q3957 Q532 Q486972 Q15284 Q484170 Q2039348 Q262166 Q747074 Q1093829
    Q174844 Q755707 Q253019 Q5084 Q7930989 Q22865 Q42744322 Q2074737 Q667509 Q493522 Q70208 Q498162
"""
_SETTLEMENTS = frozenset(_CLASSES.split())
"""Cities, towns, villages and municipalities of the larger countries. Subclasses are not in the file."""

_REGION = re.compile("[A-Z]{2}-[A-Z0-9]{1,3}")

_CODES_OF_ITS_OWN = {
    "als": "gsw", "bat-smg": "sgs", "be-x-old": "be-tarask", "fiu-vro": "vro", "roa-rup": "rup",
    "sr-ec": "sr-Cyrl", "sr-el": "sr-Latn", "zh-classical": "lzh", "zh-min-nan": "nan", "zh-yue": "yue",
}  # fmt: skip
"""Wikidata's codes that are no language tags, or other ones."""

_MISSHAPEN = (AttributeError, KeyError, OverflowError, TypeError, ValueError)

What = Literal["people", "places"]


def read_wikidata(
    file: WikidataFile, what: What, *, languages: Collection[str] = (), population: int = 0
) -> Iterator[GazetteerEntry | FileFinding]:
    """``population``: inhabitants that a place has at least, if it is a city or a town."""
    for entity in file:
        if isinstance(entity, FileFinding):
            yield entity
            continue
        try:
            entry = parse_entity(entity, languages)
        except _MISSHAPEN:
            message = f"not as Wikidata writes it: its {_misshapen_member(entity)}"
            yield _refused(file, entity, "not-an-entity", message)
            continue
        if entry is None and what == "places" and _should_be_somewhere(entity.get("claims") or {}):
            message = f"{entity['id'][:40]}: no coordinates, or none on Earth"
            yield FileFinding(file.path, file.line, 1, "warning", "no-position", message)
        if entry is None or (entry.kind == "person") != (what == "people"):
            continue
        if not _has_label(entry.terms):
            if entity.get("labels") and not _has_label(_terms(entity, ())):
                yield _refused(file, entity, "nameless", "none of its labels has a text and a language tag")
        elif entry.kind != "city" or (entry.population or 0) >= population:
            yield entry


def parse_entity(entity: Mapping[str, Any], languages: Collection[str] = ()) -> GazetteerEntry | None:
    """None for what is neither a person nor a place on Earth. It may have no name in these languages."""
    claims: Mapping[str, Any] = entity.get("claims") or {}
    classes = set(_items(claims, INSTANCE_OF))
    terms = tuple(dict.fromkeys(_terms(entity, languages)))
    ids = {"wikidata": entity["id"], **dict(_authorities(claims))}
    if HUMAN in classes:
        return GazetteerEntry(kind="person", external_ids=ids, terms=terms)
    position = _position(claims)
    if position is None:
        return None
    code = next((each for each in _strings(claims, COUNTRY_CODE) if each in CODES), None)
    if code:
        ids["iso3166-1"] = code
    region = next((each for each in _strings(claims, REGION_CODE) if _REGION.fullmatch(each)), None)
    if region:
        ids["iso3166-2"] = region
    geonames = next((each for each in _strings(claims, GEONAMES) if each.isdecimal()), None)
    if geonames:
        ids["geonames"] = geonames
    population = _population(claims)
    return GazetteerEntry(
        kind=_kind(code, classes, claims, population),
        external_ids=ids,
        terms=terms,
        country=code or (region[:2] if region and region[:2] in CODES else None),
        region=region,
        latitude=position[0],
        longitude=position[1],
        population=population,
        is_capital=True if CAPITAL in classes else None,
        country_wikidata=None if code else next(_items(claims, COUNTRY), None),
    )


def _should_be_somewhere(claims: Mapping[str, Any]) -> bool:
    """Of what has no usable position: whether it is a settlement or a country, or has one that cannot be."""
    on_earth = any(value.get("globe", EARTH) in (EARTH, None) for value in _values(claims, COORDINATES))
    return on_earth or COUNTRY_CODE in claims or bool(_SETTLEMENTS & set(_items(claims, INSTANCE_OF)))


def _authorities(claims: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What registers of authors call somebody or somewhere, if that can be theirs."""
    for property_, scheme in AUTHORITIES.items():
        values = (value.replace(" ", "") for value in _strings(claims, property_))
        usable = next((value for value in values if is_authority_id(scheme, value)), None)
        if usable:
            yield scheme, usable


def _has_label(terms: Iterable[GazetteerTerm]) -> bool:
    return any(term.kind == "label" for term in terms)


def _refused(file: WikidataFile, entity: Mapping[str, Any], code: str, message: str) -> FileFinding:
    return FileFinding(file.path, file.line, 1, "refused", code, f"{entity['id'][:40]}: {message}")


def _misshapen_member(entity: Mapping[str, Any]) -> str:
    """The first that cannot be read: labels, aliases, descriptions, or a property of claims."""
    for member in ("labels", "aliases", "descriptions"):
        if not _is_readable({"id": "", member: entity.get(member)}):
            return member
    claims = entity.get("claims")
    if isinstance(claims, dict):
        earth = {name: claims[name] for name in (INSTANCE_OF, COORDINATES) if name in claims}
        for property_, statements in claims.items():
            if not _is_readable({"id": "", "claims": {**earth, property_: statements}}):
                return f"property {property_}"
    return "list of claims"


def _is_readable(entity: Mapping[str, Any]) -> bool:
    try:
        parse_entity(entity)
    except _MISSHAPEN:
        return False
    return True


def _kind(
    code: str | None, classes: set[str], claims: Mapping[str, Any], population: int | None
) -> PlaceKind:
    if code:
        return kind_of(code)
    if classes & _SETTLEMENTS:
        return "city"
    return "city" if population is not None and REGION_CODE not in claims else "region"


def _terms(entity: Mapping[str, Any], languages: Collection[str]) -> Iterator[GazetteerTerm]:
    for code, label in (entity.get("labels") or {}).items():
        yield from _term("label", code, [label], languages)
    for code, aliases in (entity.get("aliases") or {}).items():
        yield from _term("alias", code, aliases, languages)
    for code, description in (entity.get("descriptions") or {}).items():
        yield from _term("description", code, [description], languages)


def _term(
    kind: Literal["label", "alias", "description"],
    code: str,
    values: Iterable[Mapping[str, str]],
    languages: Collection[str],
) -> Iterator[GazetteerTerm]:
    language = _language(code)
    if language is None or (language != EVERYWHERE and not is_wanted(language, languages)):
        return
    for value in values:
        text = printable(value["value"])
        if text:
            yield GazetteerTerm(kind, language, text)


def _language(code: str) -> str | None:
    if code == EVERYWHERE:
        return code
    try:
        return parse_language_tag(_CODES_OF_ITS_OWN.get(code, code))
    except Refusal:
        return None


def _statements(claims: Mapping[str, Any], property_: str) -> Iterator[Mapping[str, Any]]:
    """Values with their qualifiers: the preferred ones first, without deprecated, ended and unknown ones."""
    ranks = {"preferred": 0, "normal": 1}
    now = datetime.now(UTC).strftime("+%Y-%m-%d")
    valid = [
        statement
        for statement in claims.get(property_, ())
        if statement.get("rank", "normal") in ranks
        and statement["mainsnak"].get("snaktype", "value") == "value"
        and not any(each.startswith("-") or each < now for each in _times(statement, END_TIME))
    ]
    yield from sorted(valid, key=lambda statement: ranks[statement.get("rank", "normal")])


def _values(claims: Mapping[str, Any], property_: str) -> Iterator[Any]:
    return (each["mainsnak"]["datavalue"]["value"] for each in _statements(claims, property_))


def _items(claims: Mapping[str, Any], property_: str) -> Iterator[str]:
    return (value.get("id") or f"Q{value['numeric-id']}" for value in _values(claims, property_))


def _strings(claims: Mapping[str, Any], property_: str) -> Iterator[str]:
    return (value for value in _values(claims, property_) if isinstance(value, str))


def _times(statement: Mapping[str, Any], property_: str) -> list[str]:
    qualifiers = (statement.get("qualifiers") or {}).get(property_, ())
    return [
        each["datavalue"]["value"]["time"] for each in qualifiers if each.get("snaktype", "value") == "value"
    ]


def _position(claims: Mapping[str, Any]) -> tuple[float, float] | None:
    for value in _values(claims, COORDINATES):
        latitude, longitude = float(value["latitude"]), float(value["longitude"])
        if value.get("globe", EARTH) in (EARTH, None) and abs(latitude) <= 90:  # noqa: PLR2004  # the pole
            return latitude, (longitude + 180) % 360 - 180
    return None


def _population(claims: Mapping[str, Any]) -> int | None:
    """The preferred one, else the newest that has a date."""
    found = [
        (statement.get("rank") == "preferred", max(_times(statement, "P585"), default=""), amount)
        for statement in _statements(claims, POPULATION)
        if (amount := int(float(statement["mainsnak"]["datavalue"]["value"]["amount"]))) >= 0
    ]
    return max(found)[2] if found else None
