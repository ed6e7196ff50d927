"""Months and days of the week that the translation lost or changed.

The day's number and the year are numbers, and checked as such; "yesterday" is left alone.
"""

from collections.abc import Iterator

from app.parallel.checks.calendar_names import CalendarName, Kind, find_calendar_names, may_say
from app.parallel.checks.finding import Finding, Span
from app.parallel.digits import find_numbers
from app.parallel.folding import Folded, fold

_CODES: dict[Kind, str] = {"month": "date-missing", "weekday": "weekday-missing"}


def date_findings(source: str, target: str, source_language: str, target_language: str) -> Iterator[Finding]:
    left, right = fold(source), fold(target)
    for kind, code in _CODES.items():
        named: dict[int, list[CalendarName]] = {}
        for name in find_calendar_names(left, source_language, kind):
            named.setdefault(name.index, []).append(name)
        missing = [names for names in named.values() if not _is_said(names[0], left, right, target_language)]
        if not missing:
            continue
        instead = [
            name
            for name in find_calendar_names(right, target_language, kind)
            if not may_say(left, source_language, kind, name.index)
        ]
        for names in missing:
            yield Finding(
                code, _spans(left, names), _spans(right, instead), _evidence(left, names, right, instead)
            )


def _is_said(name: CalendarName, source: Folded, target: Folded, target_language: str) -> bool:
    """Said in words, left as it was written in the source (a title), or a part of a date like 6/12."""
    if may_say(target, target_language, name.kind, name.index):
        return True
    if source.text[name.start : name.end] in target.text:
        return True
    return name.kind == "month" and any(
        number.is_compound and name.index in number.parts for number in find_numbers(target, target_language)
    )


def _spans(folded: Folded, names: list[CalendarName]) -> tuple[Span, ...]:
    return tuple(Span(*folded.span(name.start, name.end)) for name in names)


def _evidence(
    source: Folded, names: list[CalendarName], target: Folded, instead: list[CalendarName]
) -> dict[str, str]:
    evidence = {"source": _written(source, names[0])}
    if instead:
        evidence["target"] = ", ".join(_written(target, name) for name in instead)
    return evidence


def _written(folded: Folded, name: CalendarName) -> str:
    return folded.written[slice(*folded.span(name.start, name.end))]
