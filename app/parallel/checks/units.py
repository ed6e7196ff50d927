"""Units of measure by CLDR's names, and whether two numbers are one measure in two of them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from babel import Locale
from babel.units import UnknownUnitError, format_unit

from app.parallel.folding import Folded, fold_word
from app.parallel.locales import find_locale


@dataclass(frozen=True, slots=True)
class Unit:
    """``size`` is in the dimension's base, and ``offset`` what zero is there."""

    cldr: str
    dimension: str
    size: float
    offset: float = 0.0


UNITS = (
    Unit("length-kilometer", "length", 1000),
    Unit("length-meter", "length", 1),
    Unit("length-centimeter", "length", 0.01),
    Unit("length-millimeter", "length", 0.001),
    Unit("length-mile", "length", 1609.344),
    Unit("length-yard", "length", 0.9144),
    Unit("length-foot", "length", 0.3048),
    Unit("length-inch", "length", 0.0254),
    Unit("length-nautical-mile", "length", 1852),
    Unit("length-mile-scandinavian", "length", 10_000),
    Unit("mass-tonne", "mass", 1000),
    Unit("mass-kilogram", "mass", 1),
    Unit("mass-gram", "mass", 0.001),
    Unit("mass-ton", "mass", 907.185),
    Unit("mass-stone", "mass", 6.35029),
    Unit("mass-pound", "mass", 0.453592),
    Unit("mass-ounce", "mass", 0.0283495),
    Unit("area-square-kilometer", "area", 1e6),
    Unit("area-hectare", "area", 1e4),
    Unit("area-square-meter", "area", 1),
    Unit("area-square-mile", "area", 2.58999e6),
    Unit("area-dunam", "area", 1000),
    Unit("area-acre", "area", 4046.86),
    Unit("area-square-foot", "area", 0.092903),
    Unit("volume-liter", "volume", 1),
    Unit("volume-gallon", "volume", 3.78541),
    Unit("volume-pint", "volume", 0.473176),
    Unit("temperature-celsius", "temperature", 1, 0),
    Unit("temperature-fahrenheit", "temperature", 5 / 9, -160 / 9),
    Unit("speed-meter-per-second", "speed", 1),
    Unit("speed-kilometer-per-hour", "speed", 1 / 3.6),
    Unit("speed-mile-per-hour", "speed", 0.44704),
    Unit("speed-knot", "speed", 1852 / 3600),
    Unit("duration-century", "duration", 36525),
    Unit("duration-decade", "duration", 3652.5),
    Unit("duration-year", "duration", 365.25),
    Unit("duration-month", "duration", 30.4375),
    Unit("duration-week", "duration", 7),
    Unit("duration-day", "duration", 1),
    Unit("duration-hour", "duration", 1 / 24),
    Unit("duration-minute", "duration", 1 / 1440),
    Unit("duration-second", "duration", 1 / 86400),
)
FOOT = next(unit for unit in UNITS if unit.cldr == "length-foot")
METRE = next(unit for unit in UNITS if unit.cldr == "length-meter")
_TEMPERATURES = tuple(unit for unit in UNITS if unit.dimension == "temperature")
# Degrees alone may be of either scale.
_BY_CLDR = {unit.cldr: (unit,) for unit in UNITS} | dict.fromkeys(
    ("temperature-generic", "angle-degree"), _TEMPERATURES
)
# What journalists turn into what.
_USUAL = {
    "length-mile": ("length-kilometer", "length-meter", "length-mile-scandinavian"),
    "length-yard": ("length-meter",),
    "length-foot": ("length-meter", "length-centimeter"),
    "length-inch": ("length-centimeter", "length-millimeter"),
    "length-nautical-mile": ("length-kilometer",),
    "mass-ton": ("mass-tonne",),
    "mass-stone": ("mass-kilogram",),
    "mass-pound": ("mass-kilogram",),
    "mass-ounce": ("mass-gram",),
    "area-square-mile": ("area-square-kilometer",),
    "area-acre": ("area-hectare",),
    "area-dunam": ("area-hectare", "area-acre"),
    "area-square-foot": ("area-square-meter",),
    "volume-gallon": ("volume-liter",),
    "volume-pint": ("volume-liter",),
    "temperature-fahrenheit": ("temperature-celsius",),
    "speed-mile-per-hour": ("speed-kilometer-per-hour", "speed-meter-per-second"),
    "speed-knot": ("speed-kilometer-per-hour", "speed-meter-per-second"),
}
_TONS = frozenset({"mass-ton", "mass-tonne"})
_TOLERANCE = 0.1
_LEAST_TOLERANCE = 0.7
_TEN = 10
_SHORTEST_WORD = 3
_LONGEST_ENDING = 10
_LONG_WORD = 6
_PERCENT_SIGNS = "%٪％"
# In an article's other spelling, and where CLDR has none.
_PERCENT_WORDS = (
    "percent",
    "per cent",
    "pour cent",
    "por cien",
    "prozent",
    "procent",
    "prosent",
    "퍼센트",
    "phan tram",
)
_LENGTHS: tuple[Literal["long", "short"], ...] = ("long", "short")
_FIRST_OF_KANA = "\u3040"
# What newspapers say and CLDR does not, first that of many languages.
_MORE: dict[str, dict[str, tuple[str, ...]]] = {
    "": {"mass-kilogram": ("kilo", "kilos", "кило")},
    "ar": {"mass-kilogram": ("كيلو",), "mass-pound": ("رطلا", "رطل")},
    "el": {
        "length-kilometer": ("χιλιομέτρων",),
        "length-meter": ("μέτρων",),
        "mass-kilogram": ("κιλά", "κιλών", "κιλό"),
        "temperature-generic": ("βαθμούς", "βαθμοί", "βαθμών"),
    },
    "fa": {"mass-kilogram": ("کیلو", "کیلویی")},
    "fr": {"length-mile": ("milles",)},
    "fi": {"mass-kilogram": ("kiloa", "kiloinen", "kiloisen")},
    "he": {"mass-kilogram": ("קילו",)},
    "hi": {
        "length-foot": ("फुट", "फीट"),
        "length-inch": ("इंच",),
        "mass-kilogram": ("किलो",),
        "mass-pound": ("पाउंड",),
    },
    "it": {"mass-kilogram": ("chili",)},
    "nl": {"temperature-generic": ("graad", "graden")},
    "pt": {"mass-kilogram": ("quilo", "quilos")},
    "sv": {"speed-kilometer-per-hour": ("km/tim",)},
    "tr": {"mass-kilogram": ("kiloluk",), "mass-pound": ("pound", "poundluk")},
    "vi": {"length-foot": ("foot", "feet"), "length-mile": ("dặm",), "mass-pound": ("pound",)},
    "zh": {"mass-kilogram": ("公斤",)},
}
_SPELT_OTHERWISE = {"en": ("en-US", "en-GB")}
"""Metres are meters, whichever English a text says it is in."""
_CYRILLIC = str.maketrans("kmcgl", "кмцгл")
"""Symbols that CLDR has in Latin alone for Serbian: км."""
_WITHOUT_SPACES = frozenset({"ko", "ja", "km", "lo", "my", "th", "yue", "zh"})


_Names = dict[str, tuple[str, ...]]


def units_at(folded: Folded, position: int, language: str) -> tuple[Unit, ...]:
    """The units that a number ending there may be counted in."""
    names, at, _ = _names(language)
    match = at.match(folded.text, position)
    return tuple(_units(names, match)) if match else ()


def unit_end(folded: Folded, position: int, language: str) -> int:
    """Where the unit ends of a number that ends there."""
    _, at, _ = _names(language)
    match = at.match(folded.text, position)
    return match.end() if match else position


def is_percentage(folded: Folded, position: int, language: str) -> bool:
    """Whether the number that ends there is one of a hundred."""
    return _percent(language).match(folded.text, position) is not None


@lru_cache(maxsize=256)
def _percent(language: str) -> re.Pattern[str]:
    locale = find_locale(language)
    names = {*_written("concentr-percent", "long", locale)} if locale else set()
    stems = (name[:_LONG_WORD] for name in names if name not in _PERCENT_SIGNS)
    return re.compile(rf" ?(?:[{_PERCENT_SIGNS}]|{_any_of((*_PERCENT_WORDS, *stems))})")


def units_named(folded: Folded, language: str) -> frozenset[Unit]:
    """All that are spelled out anywhere, with a number or without."""
    names, _, anywhere = _names(language)
    return frozenset(unit for match in anywhere.finditer(folded.text) for unit in _units(names, match))


def _units(names: _Names, match: re.Match[str]) -> Iterator[Unit]:
    for cldr in names[match["name"] or match["stem"]]:
        yield from _BY_CLDR[cldr]


def converted(value: float, units: Iterable[Unit], other_units: frozenset[Unit]) -> Iterator[float]:
    """The value as it is in each of the other units; in the usual ones where none of them is of its kind."""
    for unit in units:
        known = [other for other in other_units - {unit} if other.dimension == unit.dimension]
        for other in known or usual_conversions(unit):
            yield in_unit(value, unit, other)


@lru_cache(maxsize=64)
def usual_conversions(unit: Unit) -> tuple[Unit, ...]:
    return tuple(
        other
        for other in UNITS
        if other.cldr in _USUAL.get(unit.cldr, ()) or unit.cldr in _USUAL.get(other.cldr, ())
    )


def is_exchanged(units: Iterable[Unit], others: Iterable[Unit]) -> bool:
    """Whether either measure is one that the other is usually turned into, whatever else it may be.

    Not a ton for a tonne: languages that have one word for both mean the tonne.
    """
    pairs = [(unit, other) for unit in units for other in others]
    return bool(pairs) and all(
        other in usual_conversions(unit) and not {unit.cldr, other.cldr} <= _TONS for unit, other in pairs
    )


@lru_cache(maxsize=64)
def sources_of(unit: Unit) -> tuple[Unit, ...]:
    """Those that are usually turned into the unit: miles, into kilometres."""
    return tuple(other for other in UNITS if unit.cldr in _USUAL.get(other.cldr, ()))


def in_unit(value: float, unit: Unit, other: Unit) -> float:
    return (value * unit.size + unit.offset - other.offset) / other.size


def is_about(value: float, measure: float) -> bool:
    """As near as translators round, full tens to the ten."""
    tolerance = max(_TOLERANCE * abs(measure), min(_LEAST_TOLERANCE, value / 5))
    return is_in_full_tens(value, measure) or abs(value - measure) <= tolerance


def is_in_full_tens(value: float, measure: float) -> bool:
    """Whether the measure is the value, to the ten."""
    return value > _TEN and value % _TEN == 0 and round(measure / _TEN) * _TEN == value


def are_same(units: tuple[Unit, ...], others: tuple[Unit, ...]) -> bool:
    """Whatever follows, kilometres an hour are counted in kilometres."""
    return _counted_in(units) == _counted_in(others)


def _counted_in(units: tuple[Unit, ...]) -> set[str]:
    return {"length-kilometer" if unit.cldr == "speed-kilometer-per-hour" else unit.cldr for unit in units}


@lru_cache(maxsize=256)
def _names(language: str) -> tuple[_Names, re.Pattern[str], re.Pattern[str]]:
    """By name CLDR's units, a pattern for behind a number, and one for names in full anywhere."""
    found: dict[str, dict[str, None]] = {}
    in_full: set[str] = set()
    for cldr, name, is_full in _of_cldr(language):
        found.setdefault(name, {})[cldr] = None
        if is_full:
            in_full.add(name)
    names = {name: tuple(units) for name, units in found.items()}
    if language.partition("-")[0] in _WITHOUT_SPACES:
        return (
            names,
            re.compile(rf" ?(?P<name>{_any_of(names)})(?P<stem>)"),
            re.compile(rf"(?P<name>{_any_of(in_full)})(?P<stem>)"),
        )
    stems = {
        name[:-1] if len(name) > _LONG_WORD else name: name
        for name in sorted(in_full)
        if len(name) > _SHORTEST_WORD
    }
    names |= {stem: names[name] for stem, name in stems.items() if stem not in names}
    inflected = rf"(?P<stem>{_any_of(stems)})[^\W\d_]{{1,{_LONGEST_ENDING}}}"
    end = r"(?![^\W\d_])"
    return (
        names,
        re.compile(rf"\.?[ -]?(?:(?P<name>{_any_of(names)}){end}|{inflected})"),
        re.compile(rf"(?<![^\W\d_])(?:(?P<name>{_any_of(in_full)}){end}|{inflected})"),
    )


def _any_of(names: Iterable[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) or "(?!)"


def _of_cldr(language: str) -> Iterator[tuple[str, str, bool]]:
    """The unit, a name or symbol of it, and whether it is the name in full."""
    for tag in (language, *_SPELT_OTHERWISE.get(language.partition("-")[0], ())):
        locale = find_locale(tag)
        if locale is not None:
            yield from _of_locale(locale)
    for primary in ("", language.partition("-")[0]):
        for cldr, names in _MORE.get(primary, {}).items():
            yield from ((cldr, fold_word(name), False) for name in names)


def _of_locale(locale: Locale) -> Iterator[tuple[str, str, bool]]:
    is_cyrillic = any(letter in "км" for letter in "".join(_written("length-kilometer", "long", locale)))
    for cldr in _BY_CLDR:
        long, short = ({*_written(cldr, length, locale)} for length in _LENGTHS)
        for name in long | short:
            is_full = (name in long or not long) and (len(name) >= _SHORTEST_WORD or name >= _FIRST_OF_KANA)
            yield cldr, name, is_full
            if is_cyrillic and name.isascii():
                yield cldr, name.translate(_CYRILLIC), is_full


def _written(cldr: str, length: Literal["long", "short"], locale: Locale) -> Iterator[str]:
    for amount in (1, 2, 3, 5, 100):
        try:
            written = format_unit(amount, cldr, length, locale=locale)
        except UnknownUnitError:
            return
        name = re.sub(r"\d+", "", fold_word(written)).strip(" .")
        if name and name != cldr:  # where Babel has no pattern it gives the identifier
            yield name
            yield name.lstrip("个個")
