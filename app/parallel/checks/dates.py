"""Months and days of the week that the translation lost, changed, or left as they were.

The day's number and the year are numbers, and checked as such; "yesterday" is left alone.
"""

import re
from collections.abc import Iterator

from app.parallel.checks.calendar_names import (
    CalendarName,
    Kind,
    begins_english_title,
    find_calendar_names,
    may_say,
)
from app.parallel.checks.finding import Finding, Span
from app.parallel.checks.leftovers import LEFT_OVER
from app.parallel.checks.quotation_marks import find_enclosed
from app.parallel.checks.units import is_percentage, units_at
from app.parallel.checks.words import find_words
from app.parallel.digits import Number, find_numbers
from app.parallel.folding import Folded, fold

_CODES: dict[Kind, str] = {"month": "date-missing", "weekday": "weekday-missing"}


def date_findings(source: str, target: str, source_language: str, target_language: str) -> Iterator[Finding]:
    left, right = fold(source), fold(target)
    for kind, code in _CODES.items():
        named: dict[int, list[CalendarName]] = {}
        for name in find_calendar_names(left, source_language, kind):
            named.setdefault(name.index, []).append(name)
        missing = [
            names
            for names in named.values()
            if not _is_said(names[0], left, right, source_language, target_language)
        ]
        if not missing:
            continue
        instead = [
            name
            for name in find_calendar_names(right, target_language, kind)
            if not may_say(left, source_language, kind, name.index)
        ]
        other_kind: Kind = "month" if kind == "weekday" else "weekday"
        if not instead and _adds(other_kind, left, right, source_language, target_language):
            continue
        for names in missing:
            yield _finding(code, names, left, right, instead)


def _adds(kind: Kind, source: Folded, target: Folded, source_language: str, target_language: str) -> bool:
    """Saturday as 29 September, or the other way round."""
    return any(
        not may_say(source, source_language, kind, name.index)
        for name in find_calendar_names(target, target_language, kind)
    )


def _finding(
    code: str, names: list[CalendarName], left: Folded, right: Folded, instead: list[CalendarName]
) -> Finding:
    """Of a name that was left as it is, or with what stands there instead."""
    written = _written(left, names[0])
    if untranslated := tuple(Span(*span) for span in _places(written, right)):
        return Finding(LEFT_OVER, _spans(left, names), untranslated, {"target": written})
    evidence = {"source": written}
    if instead:
        evidence["target"] = ", ".join(_written(right, name) for name in instead)
    return Finding(code, _spans(left, names), _spans(right, instead), evidence)


def _is_said(
    name: CalendarName, source: Folded, target: Folded, source_language: str, target_language: str
) -> bool:
    """Said in words, left as it was written in the source (a title), or a part of a date like 6/12."""
    if may_say(target, target_language, name.kind, name.index):
        return True
    if _is_in_title(_written(source, name), source, target):
        return True
    if name.kind != "month":
        return begins_english_title(target, name.index)
    there = {value for number in find_numbers(source, source_language) for value in number.values}
    return any(
        number.is_compound
        and name.index in number.parts
        and not there.intersection(number.values)
        and not _is_measure(target, number, target_language)
        for number in find_numbers(target, target_language)
    )


def _is_measure(folded: Folded, number: Number, language: str) -> bool:
    """2.7 million, 2.7 km, 2,7%; no 6/12 and 6.12.2018, which are no values."""
    if not number.values:
        return False
    return (
        number.mantissa is not None
        or is_percentage(folded, number.end, language)
        or bool(units_at(folded, number.end, language))
    )


def _is_in_title(name: str, source: Folded, target: Folded) -> bool:
    """Left as it was written, within marks or beside a word with a capital that was, too: Black Friday."""
    there = {word.text for word in find_words(source.written) if word.has_capital}
    marks = find_enclosed(target.written)
    words = {end: word for word in find_words(target.written) for end in (word.start, word.end)}
    return any(
        any(opening <= start < closing for opening, closing in marks)
        or any(near in words and words[near].text in there for near in (start - 1, end + 1))
        or (start in words and words[start].end != end)
        for start, end in _places(name, target)
    )


def _places(name: str, target: Folded) -> list[tuple[int, int]]:
    """Where it stands as it was written."""
    whole = rf"(?<![A-Za-zÀ-ɏ]){re.escape(name)}(?![A-Za-zÀ-ɏ])"
    return [match.span() for match in re.finditer(whole, target.written)]


def _spans(folded: Folded, names: list[CalendarName]) -> tuple[Span, ...]:
    return tuple(Span(*folded.span(name.start, name.end)) for name in names)


def _written(folded: Folded, name: CalendarName) -> str:
    return folded.written[slice(*folded.span(name.start, name.end))]
