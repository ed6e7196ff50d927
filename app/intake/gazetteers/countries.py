"""Countries and territories in every language that CLDR names them in."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from importlib.metadata import version
from typing import Any

from babel import Locale, UnknownLocaleError, localedata

from app.gazetteer.abbreviations import abbreviations
from app.intake.gazetteers.cldr_locale import is_wanted, read_locales, read_own_data
from app.intake.gazetteers.gazetteer import Gazetteer, GazetteerEntry, GazetteerTerm
from app.intake.gazetteers.printable import printable
from app.intake.gazetteers.states import kind_of

CLDR = Gazetteer(
    key="cldr",
    name="Unicode Common Locale Data Repository",
    version=f"Babel {version('babel')}",
    license="Unicode-3.0",
    url="https://cldr.unicode.org/",
)

_NOT_ISO_3166 = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
"""Codes that CLDR names for itself: parts of countries, unions, examples and what is unknown."""

CODES = (
    frozenset(code for code in localedata.load("en")["territories"] if re.fullmatch("[A-Z]{2}", code))
    - _NOT_ISO_3166
)

_NAMED_BY_CAPITAL = frozenset({"CD", "CG"})
"""Of "Congo (Kinshasa)" what stands in brackets names another place."""
_BRACKETED = re.compile(r"(.+?)\s*[(（](.+)[)）]")


def read_countries(languages: Collection[str] = ()) -> list[GazetteerEntry]:
    """``languages``: those wanted, with their varieties; none: all."""
    terms: dict[str, list[GazetteerTerm]] = {code: [] for code in sorted(CODES)}
    for locale, language in read_locales(languages):
        for code, name in _own_names(locale):
            terms[code] += _terms(code, name, language, locale)
    for short in abbreviations():
        text = printable(short.text)
        if short.provenance == "cldr" and text and is_wanted(short.language, languages):
            terms[short.country].append(GazetteerTerm("alias", short.language, text))
    return [_entry(code, named) for code, named in terms.items() if named]


def _own_names(locale: str) -> Iterator[tuple[str, str]]:
    """Those that the locale does not inherit."""
    names: Mapping[str, Any] = read_own_data(locale).get("territories", {})
    for code, name in names.items():
        cleaned = printable(str(name))
        if code in CODES and cleaned and cleaned != code:
            yield code, cleaned


def _terms(code: str, name: str, language: str, locale: str) -> Iterator[GazetteerTerm]:
    yield GazetteerTerm("label", language, name)
    bracketed = _BRACKETED.fullmatch(name)
    if bracketed:
        yield GazetteerTerm("alias", language, bracketed[1])
        if code not in _NAMED_BY_CAPITAL:
            yield GazetteerTerm("alias", language, bracketed[2])
    if " & " in name:
        yield GazetteerTerm("alias", language, _conjunction(locale).format(*name.split(" & ", 1)))


@cache
def _conjunction(locale: str) -> str:
    """``{0} and {1}``: the sign & stands for it in tables, seldom in texts."""
    try:
        return str(Locale.parse(locale).list_patterns["standard"]["2"])
    except (KeyError, UnknownLocaleError):
        return "{0} & {1}"


def _entry(code: str, terms: Iterable[GazetteerTerm]) -> GazetteerEntry:
    return GazetteerEntry(
        kind=kind_of(code),
        external_ids={"iso3166-1": code},
        terms=tuple(dict.fromkeys(terms)),
        country=code,
    )
