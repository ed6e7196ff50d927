"""Numbers that have no equal on the other side."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import pairwise, product, zip_longest

from app.parallel.checks.calendar_names import find_calendar_names, may_say, months_said
from app.parallel.checks.clock_times import says_time
from app.parallel.checks.finding import Finding, Span
from app.parallel.checks.fractions import find_fractions
from app.parallel.checks.number_words import says, says_half
from app.parallel.checks.rounded_measures import may_be_one
from app.parallel.checks.spelled_numbers import find_spelled_numbers
from app.parallel.checks.telephone_numbers import find_shared_telephone_numbers
from app.parallel.checks.units import (
    FOOT,
    METRE,
    Unit,
    are_same,
    converted,
    is_about,
    is_exchanged,
    is_in_full_tens,
    is_percentage,
    unit_end,
    units_at,
    units_named,
    usual_conversions,
)
from app.parallel.digits import Number, find_numbers
from app.parallel.folding import Folded, fold, fold_word
from app.parallel.letters import HAN, HANGUL, KANA
from app.parallel.locales import find_locale

MOST_NUMBERS = 60
"""A segment with more is a table; comparing costs the product of both sides."""
_HALF_DAY, _LAST_DAY = 12, 31
_MOST_IN_WORDS = 12
_PARTS_OF_UNITS = {FOOT: 12, METRE: 100}
# An article says one, and "one goal behind" says 0-1.
_SAID_WITHOUT_NUMBER = frozenset({Decimal(0), Decimal(1)})
_ALL, _DECADE = Decimal(100), Decimal(10)
_LONGEST_RANGE_WORD = 8
_ORDINAL = re.compile(r"\.(?= [^\W\d_])|[ºª]|(?:st|nd|rd|th|er?|e|[oa]|ο[ςυ]?|η[ςν]?)\b|차|번째|番目")
_LONGEST_UNIT, _LONGEST_RESTATEMENT = 10, 25
_YEARS = range(1950, 2050)
_LAST_CENTURY, _TWENTIES = 19, 20
_FIRST_YEAR = 1000
# The early 2000s are the beginning of this century, the 21st.
_LATEST_CENTURY = Decimal(2000)
_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
_LEAST_GROUP = 100
_FEWEST_DIGITS_ALIKE, _FEWEST_DIGITS_OF_CODE = 3, 8
_HALVES_OF_DAY = ("am", "pm", "afternoon", "evening")
_MERIDIEM = r"[ap]\.? ?m"
_CHINESE_HALVES = "下午|上午|晚上|午後|午前|오후|오전"
_LONGEST_ABBREVIATION = 3
_ENGLISH = "en"
_UNPARTED = (HAN, HANGUL, KANA)


@dataclass(frozen=True)
class _Side:
    """``numbers`` in digits and words, in their order; ``spelled`` those in words, ``fractions`` of these."""

    folded: Folded
    language: str
    numbers: tuple[Number, ...]
    spelled: frozenset[Number]
    fractions: frozenset[Number]

    @property
    def text(self) -> str:
        return self.folded.written

    @cached_property
    def units(self) -> frozenset[Unit]:
        """All that are spelled out anywhere, with a number or without."""
        return units_named(self.folded, self.language)


def number_findings(
    source: str, target: str, source_language: str, target_language: str
) -> Iterator[Finding]:
    left, right = _side(source, source_language), _side(target, target_language)
    if (not left.numbers and not right.numbers) or max(len(left.numbers), len(right.numbers)) > MOST_NUMBERS:
        return
    has_half_days = _names_half_of_day(left) or _names_half_of_day(right)
    yield from _in_another_unit(left, right)
    missing = _unequalled(left, right, has_half_days=has_half_days)
    added = _unequalled(right, left, has_half_days=has_half_days)
    if not missing and not added:
        return
    missing = [each for each in missing if not _is_said_besides(each, left, right)]
    added = [each for each in added if not _is_said_besides(each, right, left)]
    rounded = _rounded_otherwise(missing, added, left, right)
    restated = [number for number in missing if number in rounded or _is_converted(number, left, right)]
    restated_as = [number for number in added if number in rounded or _is_converted(number, right, left)]
    if restated and restated_as:
        yield _finding("unit-converted", left, right, restated, restated_as)
    rest = _digits_first([number for number in missing if number not in restated], left)
    other_rest = _digits_first([number for number in added if number not in restated_as], right)
    fractions = zip(  # half a day off is said in many ways: told only where another fraction is in its place
        (number for number in rest if number in left.fractions),
        (number for number in other_rest if number in right.fractions),
        strict=False,
    )
    for number, other in fractions:
        yield _finding("number-mismatch", left, right, [number], [other])
    whole = (number for number in rest if number not in left.fractions)
    other_whole = (number for number in other_rest if number not in right.fractions)
    for number, other in zip_longest(whole, other_whole):
        in_words = {number, other} & (left.spelled | right.spelled)
        is_unsaid = in_words or any(
            each is not None and (_is_all(each, side) or _is_ordinal(each, side))
            for each, side in ((number, left), (other, right))
        )
        if (number and other) or not is_unsaid:
            yield _finding(
                "number-mismatch", left, right, [number] if number else [], [other] if other else []
            )


def _in_another_unit(left: _Side, right: _Side) -> Iterator[Finding]:
    """35 metres for 35 yards, where neither side names the other's unit anywhere.

    Not 30: to the ten, 30 yards are 30 metres. A ton is in many languages what English calls a tonne.
    """
    for number, other in product(left.numbers, right.numbers):
        if not number.values or number.values != other.values or number.values[0] in _SAID_WITHOUT_NUMBER:
            continue
        units, others = (
            units_at(left.folded, number.end, left.language),
            units_at(right.folded, other.end, right.language),
        )
        if (
            is_exchanged(units, others)
            and _count(number, left) == _count(number, right) == 1
            and not _is_as_many(number, units, others)
            and not _is_converted_besides(number, units, right, other, others)
            and not set(units) & _all_units(right)
            and not set(others) & _all_units(left)
        ):
            yield _with_units(left, number, right, other)


def _count(number: Number, side: _Side) -> int:
    return sum(number.values == each.values for each in side.numbers)


def _is_as_many(number: Number, units: Sequence[Unit], others: Sequence[Unit]) -> bool:
    value = float(number.values[0])
    return any(is_in_full_tens(value, measure) for measure in converted(value, units, frozenset(others)))


def _is_converted_besides(
    number: Number, units: Sequence[Unit], side: _Side, other: Number, others: Sequence[Unit]
) -> bool:
    """The 10 inches of which 25 cm stand further on."""
    return any(
        is_about(float(each.values[0]), measure)
        for measure in converted(float(number.values[0]), units, frozenset(others))
        for each in side.numbers
        if each.values and each.values != other.values
    )


def _all_units(side: _Side) -> set[Unit]:
    return {*side.units} | {unit for number in side.numbers for unit in _units_of(number, side)}


def _with_units(left: _Side, number: Number, right: _Side, other: Number) -> Finding:
    spans = [
        Span(*side.folded.span(each.start, unit_end(side.folded, each.end, side.language)))
        for side, each in ((left, number), (right, other))
    ]
    evidence = {
        name: side.text[span.start : span.end]
        for name, side, span in zip(("source", "target"), (left, right), spans, strict=True)
    }
    return Finding("number-mismatch", (spans[0],), (spans[1],), evidence)


def _is_all(number: Number, side: _Side) -> bool:
    """A hundred percent certain, who is absolutely so."""
    return number.values == (_ALL,) and is_percentage(side.folded, number.end, side.language)


def _is_ordinal(number: Number, side: _Side) -> bool:
    """The 11 of "i 11. time", at the last minute; no day of a month, nor one that is seldom a word."""
    if number.is_compound or number.parts[0] > _MOST_IN_WORDS:
        return False
    match = _ORDINAL.match(side.folded.text, number.end)
    return match is not None and not any(
        0 <= month.start - match.end() <= _LONGEST_RANGE_WORD
        for month in find_calendar_names(side.folded, side.language, "month")
    )


def _digits_first(numbers: Sequence[Number], side: _Side) -> list[Number]:
    """What is said in words is often said without a number: it is told only where another is in its place."""
    return sorted(numbers, key=side.spelled.__contains__)


def _finding(
    code: str, left: _Side, right: _Side, numbers: Sequence[Number], others: Sequence[Number]
) -> Finding:
    evidence = {
        name: ", ".join(_written(side, number) for number in found)
        for name, side, found in (("source", left, numbers), ("target", right, others))
        if found
    }
    return Finding(code, _spans(left, numbers), _spans(right, others), evidence)


def _spans(side: _Side, numbers: Sequence[Number]) -> tuple[Span, ...]:
    return tuple(Span(*side.folded.span(number.start, number.end)) for number in numbers)


def _written(side: _Side, number: Number) -> str:
    return side.text[slice(*side.folded.span(number.start, number.end))]


def _side(text: str, language: str) -> _Side:
    folded = fold(text)
    fractions = tuple(find_fractions(folded, language))
    within = {place for number in fractions for place in range(number.start, number.end)}
    spelled = [each for each in find_spelled_numbers(folded, language) if each.start not in within]
    digits = [each for each in find_numbers(folded, language) if each.start not in within]
    numbers = sorted((*digits, *spelled, *fractions), key=lambda number: number.start)
    return _Side(folded, language, tuple(numbers), frozenset((*spelled, *fractions)), frozenset(fractions))


def _unequalled(side: _Side, other: _Side, *, has_half_days: bool) -> list[Number]:
    if not side.numbers:
        return []
    joined = _joined(side)
    dialled = {place for span in find_shared_telephone_numbers(side.folded, other.folded) for place in span}
    own = {value for number in side.numbers for value in number.values}
    known = _Known(other, (side.language, other.language), has_half_days=has_half_days)
    return [
        number
        for number in side.numbers
        if not (known.has_fraction if number in side.fractions else known.has)(number)
        and not (known.has_year_of_century(number) and _is_counted_in("century", number, side))
        and not (known.names_centuries and _is_counted_in("century", number, side))
        and not (known.has_ten_times(number) and _is_counted_in("decade", number, side))
        and not (known.has_time_of_minute(number) and _may_be_minute(number, side))
        and joined.get(number.start) not in known.groups
        and number.start not in dialled
        and not (known.has_minute_of(number) and number.parts[0] + 1 not in own)
    ]


def _joined(side: _Side) -> dict[int, tuple[int, ...]]:
    """Where each of two numbers with a hyphen between them starts, the groups of digits of both: 116-123."""
    found = {}
    for one, other in pairwise(side.numbers):
        if (
            side.folded.text[one.end : other.start] == "-"
            and min(one.parts[0], other.parts[0]) >= _LEAST_GROUP
        ):
            found[one.start] = found[other.start] = (*one.parts, *other.parts)
    return found


def _is_counted_in(unit: str, number: Number, side: _Side) -> bool:
    units = units_at(side.folded, number.end, side.language)
    return any(each.cldr == f"duration-{unit}" for each in units)


def _names_minutes(side: _Side) -> bool:
    return any(unit.cldr == "duration-minute" for unit in side.units)


def _may_be_minute(number: Number, side: _Side) -> bool:
    """Where a sentence is taken to end behind an ordinal, its noun is in the next."""
    return _names_minutes(side) or side.folded.text[number.end :] == "."


def _is_time(number: Number) -> bool:
    return number.is_date_or_time and len(number.parts) == len(("hours", "minutes"))


class _Known:
    """What a text's digits, words and months may stand for."""

    def __init__(self, side: _Side, languages: Collection[str], *, has_half_days: bool) -> None:
        self._side = side
        self._languages = {tag.partition("-")[0] for tag in languages}
        self._other_words = _without(side.folded, side.spelled)
        self._has_half_days = has_half_days
        self._values = {value for number in side.numbers for value in number.values}
        decades = [number for number in side.numbers if _is_counted_in("decade", number, side)]
        self._values |= {10 * value for number in decades for value in number.values}
        units = {unit.cldr for unit in side.units}
        if "duration-decade" in units and not decades:
            self._values.add(_DECADE)
        self.names_centuries = "duration-century" in units and not any(
            _is_counted_in("century", number, side) for number in side.numbers
        )
        if "duration-century" in units:
            self._values.add(_LATEST_CENTURY)
        parts = [part for number in side.numbers for part in number.parts]
        self._ints = {
            Decimal(part)
            for number in side.numbers
            for part in number.parts
            if number.is_date_or_time or not number.values
        }
        self._ints |= {Decimal(month) for month in months_said(side.folded, side.language)}
        self._sequences = {*pairwise(parts), *zip(parts, parts[1:], parts[2:], strict=False)}
        self._sequences |= {sequence[::-1] for sequence in self._sequences}
        self._times = {number.parts for number in side.numbers if _is_time(number)}
        self.groups = {number.parts for number in side.numbers}
        self._joined = {*_joined(side).values()}
        self._digits = {str(part) for part in parts}
        self._mantissas = {number.mantissa for number in side.numbers if number.mantissa is not None}

    def has(self, number: Number) -> bool:
        return (
            any(self._has_value(value) for value in number.values)
            or self._has_magnitude_apart(number)
            or (number.is_compound and self._has_parts(number))
            or self._has_time(number)
            or number.parts in self._times
            or number.parts in self._joined
            or self._has_groups_reversed(number)
            or (not number.is_compound and _is_year_of(number, self._values))
            or self._has_decade(number)
            or self._has_digits_of(number)
        )

    def has_fraction(self, number: Number) -> bool:
        """Two thirds as 2/3, two in three, 67 percent, or 0.67."""
        return any(map(self._has_value, number.values)) or self._has_parts(number)

    def _has_value(self, value: Decimal) -> bool:
        return (
            value in _SAID_WITHOUT_NUMBER
            or value in self._values
            or value in self._ints
            or says(self._other_words, value, self._side.language)
            or (self._has_half_days and self._is_hour(value))
            or (int(value) + _HALF_DAY, 0) in self._times
        )

    def _has_magnitude_apart(self, number: Number) -> bool:
        """The same number, with a word of magnitude on one side that is not known on the other.

        As its language writes it: 12,500 might be twelve and a half, but 12.5万 is ten times as much.
        """
        if number.mantissa is None:
            return bool(number.values) and number.values[0] in self._mantissas
        return any(
            number.mantissa in other.values[:1] for other in self._side.numbers if other.mantissa is None
        )

    def _has_parts(self, number: Number) -> bool:
        """27:37 as 27分37秒, 1-0 as 0:1; dates and times also with words for some parts."""
        if number.values and not number.is_date_or_time:
            return False
        return number.parts in self._sequences or all(
            part == 0 or self._has_value(Decimal(part)) for part in number.parts
        )

    def _has_groups_reversed(self, number: Number) -> bool:
        """A telephone number among letters that run from right to left."""
        return (
            bool(_RIGHT_TO_LEFT & self._languages)
            and number.is_compound
            and min(number.parts) >= _LEAST_GROUP
            and any(other.parts == number.parts[::-1] for other in self._side.numbers)
        )

    def _has_time(self, number: Number) -> bool:
        """14.30 as half drie, or as 2.30."""
        if not _is_time(number):
            return False
        hours, minutes = number.parts
        if {(hours - _HALF_DAY, minutes), (hours + _HALF_DAY, minutes)} & self._times:
            return True
        if not minutes and hours > _HALF_DAY and self._has_value(Decimal(hours - _HALF_DAY)):
            return True
        return says_time(self._side.folded, hours, minutes, self._side.language)

    def _has_decade(self, number: Number) -> bool:
        """The 1980 of "1980s" as anni Ottanta, or as années 80."""
        century, year = divmod(number.parts[0], 100)
        is_decade = (
            not number.is_compound and century == _LAST_CENTURY and year >= _TWENTIES and year % 10 == 0
        )
        return is_decade and self._has_value(Decimal(year))

    def has_minute_of(self, number: Number) -> bool:
        """A goal on 27:37, in the 28th minute or after 27."""
        begun = Decimal(number.parts[0])
        return _is_time(number) and any(
            {begun, begun + 1}.intersection(other.values) and _may_be_minute(other, self._side)
            for other in self._side.numbers
        )

    def has_time_of_minute(self, number: Number) -> bool:
        """The 28 of "in the 28th minute", where the other side has 27:37."""
        times = (other.parts[0] for other in self._side.numbers if _is_time(other))
        return not number.is_compound and number.parts[0] - 1 in times

    def has_ten_times(self, number: Number) -> bool:
        """The two of two decades, where the other side has 20 years."""
        return any(10 * value in self._values for value in number.values)

    def has_year_of_century(self, number: Number) -> bool:
        """The 20 of "20世纪80年代", where the other side has 1980."""
        return any(value // 100 + 1 == number.parts[0] for value in self._values if value >= _FIRST_YEAR)

    def _has_digits_of(self, number: Number) -> bool:
        """A telephone number, in other groups; but two million are no two billion."""
        digits = str(number.parts[0])
        return len(digits) >= _FEWEST_DIGITS_ALIKE and any(
            (digits in others or others in digits)
            and len(max(digits, others, key=len)) >= _FEWEST_DIGITS_OF_CODE
            for others in self._digits
            if len(others) >= _FEWEST_DIGITS_ALIKE and digits.rstrip("0") != others.rstrip("0")
        )

    def _is_hour(self, value: Decimal) -> bool:
        return 0 <= value <= 2 * _HALF_DAY and any(
            value + shift in self._ints | self._values for shift in (_HALF_DAY, -_HALF_DAY)
        )


def _without(folded: Folded, numbers: Collection[Number]) -> Folded:
    """The four of fourteen is no four."""
    text = folded.text
    for number in numbers:
        text = text[: number.start] + " " * (number.end - number.start) + text[number.end :]
    return replace(folded, text=text)


def _is_year_of(number: Number, others: set[Decimal]) -> bool:
    """The 19 of "SS19", where the other side has 2019."""
    value = number.parts[0]
    if value in _YEARS:
        return Decimal(value % 100) in others
    return number.end - number.start == len("19") and any(
        Decimal(value + century) in others for century in (1900, 2000)
    )


def _is_converted(number: Number, side: _Side, other: _Side) -> bool:
    """Whether the other side has the same measure in another unit: 85 miles, 137 km."""
    own = [(float(value), _units_of(number, side)) for value in number.values]
    if number.start in (measures := _measures_of_two(side)):
        value, unit = measures[number.start]
        own.append((value, (unit,)))
    named = other.units
    at_numbers = frozenset(unit for each in other.numbers for unit in _units_of(each, other))
    return any(_has_measure(other, value, units, named | at_numbers) for value, units in own)


def _rounded_otherwise(
    numbers: Sequence[Number], others: Sequence[Number], side: _Side, other_side: _Side
) -> set[Number]:
    """What is one measure on both sides, turned from English units into metric ones and rounded otherwise.

    A text in English has the measure itself.
    """
    found: set[Number] = set()
    if _ENGLISH in {_primary(side), _primary(other_side)}:
        return found
    for number, other in product(numbers, others):
        if not {number, other} & found and _are_rounded(number, side, other, other_side):
            found |= {number, other}
    return found


def _primary(side: _Side) -> str:
    return side.language.partition("-")[0]


def _are_rounded(number: Number, side: _Side, other: Number, other_side: _Side) -> bool:
    units, others = _units_of(number, side), _units_of(other, other_side)
    return bool(
        units
        and number.values
        and other.values
        and (are_same(units, others) or {*units} & {*others})
        and any(may_be_one(number.values[0], other.values[0], unit) for unit in {*units, *others})
    )


def _is_said_besides(number: Number, side: _Side, other: _Side) -> bool:
    """By another measure in brackets, or by the other side's day of the week."""
    return _is_restated(number, side) or _is_date_of_weekday(number, side, other)


def _is_date_of_weekday(number: Number, side: _Side, other: _Side) -> bool:
    """The 29 of 29 September, where the other side has Saturday."""
    if number.is_compound or not 0 < number.parts[0] <= _LAST_DAY:
        return False
    is_day = any(
        0 <= month.start - number.end <= _LONGEST_RANGE_WORD or 0 <= number.start - month.end <= 1
        for month in find_calendar_names(side.folded, side.language, "month")
    )
    return is_day and any(
        not may_say(side.folded, side.language, "weekday", weekday.index)
        for weekday in find_calendar_names(other.folded, other.language, "weekday")
    )


def _is_restated(number: Number, side: _Side) -> bool:
    """The 322 of "200 miles (322 km)", or the 200."""
    for other in side.numbers:
        one, two = sorted((number, other), key=lambda each: each.start)
        if (
            not 0 < two.start - one.end <= _LONGEST_RESTATEMENT
            or "(" not in side.folded.text[one.end : two.start]
        ):
            continue
        for unit, other_unit in product(_units_of(number, side), _units_of(other, side)):
            measures = converted(float(number.values[0]), (unit,), frozenset({other_unit}))
            if other_unit in usual_conversions(unit) and any(
                is_about(float(other.values[0]), each) for each in measures
            ):
                return True
    return False


def _has_measure(side: _Side, value: float, units: tuple[Unit, ...], named: frozenset[Unit]) -> bool:
    in_same_unit = [
        each for each in side.numbers if len(units) == 1 and are_same(_units_of(each, side), units)
    ]
    values = {float(value) for each in side.numbers if each not in in_same_unit for value in each.values}
    values |= {measure for measure, _ in _measures_of_two(side).values()}
    if not units:
        return _is_usually_converted(side, value)
    for measure in converted(value, units, named):
        if any(is_about(each, measure) for each in values):
            return True
        if round(measure) >= 1 and is_about(round(measure), measure) and _says(side, Decimal(round(measure))):
            return True
        whole = int(measure)
        if is_about(whole + 0.5, measure) and _says_half_after(side, whole):
            return True
    return False


def _is_usually_converted(side: _Side, value: float) -> bool:
    """Of a number without a unit that is known, "250 Kilo": a number with one decides."""
    for number in side.numbers:
        for unit in _units_of(number, side):
            for measure in converted(float(number.values[0]) if number.values else 0.0, (unit,), frozenset()):
                if is_about(value, measure):
                    return True
    return False


def _units_of(number: Number, side: _Side) -> tuple[Unit, ...]:
    return units_at(side.folded, number.end, side.language) or _unit_of_range(number, side)


def _measures_of_two(side: _Side) -> dict[int, tuple[float, Unit]]:
    """For both numbers of "6-foot-6" and "1 m 98", where they start, 6.5 feet and 1.98 metres."""
    measures: dict[int, tuple[float, Unit]] = {}
    for whole, part in pairwise(side.numbers):
        if part.start - whole.end > _LONGEST_UNIT:
            continue
        units = units_at(side.folded, whole.end, side.language)
        for unit, parts in _PARTS_OF_UNITS.items():
            if unit in units and part.parts[0] < parts:
                measure = whole.parts[0] + part.parts[0] / parts
                measures[whole.start] = measures[part.start] = measure, unit
    return measures


def _says(side: _Side, value: Decimal) -> bool:
    return value == 1 or says(side.folded, value, side.language)


def _says_half_after(side: _Side, whole: int) -> bool:
    """One and a half, or half alone after nothing."""
    return says_half(side.folded, side.language) and (not whole or _says(side, Decimal(whole)))


def _unit_of_range(number: Number, side: _Side) -> tuple[Unit, ...]:
    """The inches of the two in "2 to 4 inches"."""
    for following in side.numbers:
        if 0 < following.start - number.end <= _LONGEST_RANGE_WORD:
            return units_at(side.folded, following.end, side.language)
    return ()


def _names_half_of_day(side: _Side) -> bool:
    return _meridiem(side.language).search(side.folded.text) is not None


@lru_cache(maxsize=256)
def _meridiem(language: str) -> re.Pattern[str]:
    locale = find_locale(language)
    periods = locale.day_periods["format"] if locale else {}
    names = {
        fold_word(str(name))
        for names in periods.values()
        for period, name in names.items()
        if period.startswith(_HALVES_OF_DAY)
    }
    short = {name for name in names if _is_abbreviation(name)}
    whole = "|".join((_MERIDIEM, *map(re.escape, short)))
    long = (re.escape(name) for name in names - short if len(name) > 1)
    return re.compile("|".join((rf"(?<![^\W\d_])(?:{whole})(?![^\W\d_])", _CHINESE_HALVES, *long)))


def _is_abbreviation(name: str) -> bool:
    """Which is a part of other words: am, of campaign."""
    return len(name) <= _LONGEST_ABBREVIATION and not any(each.search(name) for each in _UNPARTED)
