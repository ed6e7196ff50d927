"""Numbers written in digits of any script, as values."""

import math
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from app.parallel.folding import Folded
from app.parallel.locales import find_locale
from app.parallel.magnitudes import find_magnitudes

_NUMBER = re.compile(r"\d{1,3}(?: \d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,:/'٫٬،]\d+)*")
_FRACTION = re.compile(r" ?[¼½¾⅐-⅞]")
_GROUPS = {
    mark: re.compile(rf"\d{{1,3}}(?:{re.escape(mark)}\d{{2,3}})*{re.escape(mark)}\d{{3}}")
    for mark in ".,' ٬،"
}
_DECIMAL = re.compile(r"(?P<whole>\d+(?:[.,' ٬،]\d+)*)[.,٫](?P<decimals>\d+)")
# 1990s, 1990-х, 1990er, 1990年代
_DECADE = re.compile(r"'?[ -]?(?:s\b|е\b|х\b|er\b|tal|luv|luk|lar|ler|yıl|лі|年代|년대|दशक)")
_DATE_OR_TIME = re.compile(
    r"\d+(?:/\d+)+|\d{1,2}\.\d{1,2}\.\d{2,4}|\d{1,2}\.(?:19|20)\d\d|[0-2]?\d[.:][0-5]\d(?::[0-5]\d)?"
)
_DAY_AND_MONTH = re.compile(r"[0-3]?\d\.(?:0?\d|1[0-2])")
_DASHES = "-–—/"
_LONGEST_RANGE_WORD = 8
_BUDDHIST, _PERSIAN = range(2400, 2600), range(1300, 1450)
_YEAR_DIGITS, _SHORT_YEAR_DIGITS = 4, 2
_MOST_DIGITS = 18


@dataclass(frozen=True, slots=True)
class Number:
    """``values``: all that it may mean, the likeliest by its language first. ``parts``: its groups of digits.

    ``mantissa``: what stands in front of a word like "million".
    """

    start: int
    end: int
    values: tuple[Decimal, ...]
    parts: tuple[int, ...]
    mantissa: Decimal | None = None
    factor: int = 1
    is_date_or_time: bool = False

    @property
    def is_compound(self) -> bool:
        return len(self.parts) > 1


def find_numbers(folded: Folded, language: str) -> tuple[Number, ...]:
    """Offsets are those of the folded text."""
    numbers: list[Number] = []
    for number in _each(folded.text, language):
        before = numbers[-1] if numbers else None
        if before is None:
            numbers.append(number)
        elif _continues(folded.text, before, number):
            numbers[-1] = _sum(before, number)
        else:
            numbers[-1] = _sharing_magnitude(before, number)
            numbers.append(_with_century(folded.text, before, number))
    return tuple(numbers)


def _each(text: str, language: str) -> Iterator[Number]:
    for match in _NUMBER.finditer(text):
        parts = re.findall(r"\d+", match[0])
        if max(map(len, parts)) > _MOST_DIGITS:
            continue
        values = tuple(_values(match[0], language))
        number = Number(
            match.start(),
            match.end(),
            values,
            tuple(map(int, parts)),
            is_date_or_time=_is_date_or_time(text, match),
        )
        if values:
            number = _with_magnitude(text, _with_fraction(text, number), language)
        if number.mantissa is None and len(parts) == 1:
            number = replace(number, values=(*number.values, *_other_years(text, match, language)))
        yield number


def _is_date_or_time(text: str, match: re.Match[str]) -> bool:
    """6/12, 6.12.2018, 17:30; and 6.12. where a stop closes it."""
    if _DATE_OR_TIME.fullmatch(match[0]):
        return True
    return text[match.end() : match.end() + 1] == "." and _DAY_AND_MONTH.fullmatch(match[0]) is not None


def _with_fraction(text: str, number: Number) -> Number:
    """2½; a text from right to left may have it in front."""
    fraction = _FRACTION.match(text, number.end) or _FRACTION.match(text, number.start - 1)
    if fraction is None:
        return number
    part = Decimal(str(round(unicodedata.numeric(fraction[0][-1]), 3)))
    values = tuple(value + part for value in number.values)
    return replace(number, end=max(number.end, fraction.end()), values=values)


def _with_magnitude(text: str, number: Number, language: str) -> Number:
    """5 million; where the word may as well be a unit, 5m, the number remains itself too."""
    magnitudes = tuple(find_magnitudes(text, number.end, language))
    if not magnitudes:
        return number
    factor = math.prod(magnitude.factor for magnitude in magnitudes)
    multiplied = tuple(value * factor for value in number.values)
    if not all(magnitude.is_certain for magnitude in magnitudes):
        return replace(number, values=(*multiplied, *number.values), mantissa=number.values[0], factor=factor)
    return replace(
        number, end=magnitudes[-1].end, values=multiplied, mantissa=number.values[0], factor=factor
    )


def _values(written: str, language: str) -> Iterator[Decimal]:
    """1.500 is fifteen hundred or one and a half: both, by the language's own marks first.

    But nobody ends decimals with a nought behind a mark that is not the language's own.
    """
    if written.isdecimal():
        yield Decimal(written)
        return
    grouped = next(
        (Decimal(written.replace(mark, "")) for mark, groups in _GROUPS.items() if groups.fullmatch(written)),
        None,
    )
    decimal = None
    if match := _DECIMAL.fullmatch(written):
        whole = match["whole"]
        mark = written[len(whole)]
        if whole.isdecimal() or (
            mark not in whole and any(groups.fullmatch(whole) for groups in _GROUPS.values())
        ):
            decimal = Decimal(re.sub(r"\D", "", whole) + "." + match["decimals"])
    if _decimal_mark(language) in written:
        ranked = [decimal, grouped]
    else:
        ranked = [grouped, None if grouped and written.endswith("0") else decimal]
    yield from (value for value in ranked if value is not None)


@lru_cache(maxsize=256)
def _decimal_mark(language: str) -> str:
    locale = find_locale(language)
    return str(locale.number_symbols["latn"]["decimal"]) if locale else "."


def _other_years(text: str, match: re.Match[str], language: str) -> Iterator[Decimal]:
    """The same year in another calendar, or with its century left out: 2561 is 2018, '98 is 1998."""
    year = int(match[0])
    primary = language.partition("-")[0]
    if primary == "th" and year in _BUDDHIST:
        yield Decimal(year - 543)
    if primary == "fa" and year in _PERSIAN:
        yield from (Decimal(year + 621), Decimal(year + 622))
    if len(match[0]) == _YEAR_DIGITS and year % 10 == 0 and _DECADE.match(text, match.end()):
        yield Decimal(year % 100)
        if year % 100 == 0:
            yield Decimal(year // 100 + 1)
    if len(match[0]) == _SHORT_YEAR_DIGITS and text[match.start() - 1 : match.start()] == "'":
        yield from (Decimal(1900 + year), Decimal(2000 + year))


def _with_century(text: str, before: Number, number: Number) -> Number:
    """The 18 of "2017-18"."""
    between = text[before.end : number.start]
    length = number.end - number.start
    if len(between) != 1 or between not in _DASHES or before.end - before.start != _YEAR_DIGITS:
        return number
    if length != _SHORT_YEAR_DIGITS or number.is_compound or before.is_compound:
        return number
    century = Decimal(before.parts[0] // 100 * 100)
    return replace(number, values=(*number.values, number.values[0] + century))


def _continues(text: str, before: Number, number: Number) -> bool:
    """The 2千万 of 1億2千万."""
    between = text[before.end : number.start]
    return (
        before.mantissa is not None
        and between in {"", " "}
        and bool(number.values)
        and number.values[0] < before.factor
        and before.values[0] % before.factor == 0
    )


def _sum(before: Number, number: Number) -> Number:
    return replace(
        before,
        end=number.end,
        values=(before.values[0] + number.values[0],),
        parts=(*before.parts, *number.parts),
        factor=number.factor,
    )


def _sharing_magnitude(number: Number, following: Number) -> Number:
    """5 to 6 million: the five may be millions too."""
    if (
        number.mantissa is None
        and following.mantissa is not None
        and following.start - number.end <= _LONGEST_RANGE_WORD
    ):
        return replace(
            number, values=(*number.values, *(value * following.factor for value in number.values))
        )
    return number
