"""The one Accept-Language that stands for all those with the same effect on a site.

There are as many Accept-Languages as readers, and a shared cache keeps each one's answer for itself. But on a
site of few languages only few of them differ: ``nl-NL,nl;q=0.9,en-US;q=0.8`` and ``nl`` are the same where
English is the default. Whichever of the site's languages an article has, and whichever is its original's, the
header and what stands for it choose the same one. How that is announced is left to the header: see ``rank``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.language.choosing import Choice, Match, grade, rank
from app.language.ranges import LanguageRange

_TAKES_ANY = LanguageRange("*", 1000)
_REFUSES_OTHERS = LanguageRange("*", 0)
_STEP = 20
"""Thousandths between two weights: as many ranges as are read get weights of their own."""

Ranges = Sequence[LanguageRange]


@dataclass(frozen=True, slots=True)
class _Effect:
    """``order`` from the best; of those in one place the server's order decides."""

    order: Sequence[frozenset[str]]
    refused: frozenset[str]


def canonical_ranges(ranges: Ranges, languages: Sequence[str]) -> Ranges:
    """``languages`` are all that the site has, the default first.

    Where languages are tied, a list of them says too much: ``de`` prefers neither of de-AT and de-CH. Then it
    is the given ranges, without those that do not matter.
    """
    effect = _effect(ranges, languages)
    candidates = _candidates(ranges, languages, effect)
    return next((each for each in candidates if _effect(each, languages) == effect), ranges)


def _effect(ranges: Ranges, languages: Sequence[str]) -> _Effect:
    """The server's order has the default first for every article; what follows differs."""
    grades = grade(ranges, languages)
    places = {tag: (number, tag != languages[0]) for tag, number in grades.items()}
    order = [frozenset(tag for tag in places if places[tag] == place) for place in sorted({*places.values()})]
    return _Effect(order, frozenset(languages).difference(places))


def _candidates(ranges: Ranges, languages: Sequence[str], effect: _Effect) -> Iterator[Ranges]:
    """The shortest first."""
    chosen = [choice for choice in rank(ranges, languages) if _is_asked_for(choice)]
    named = [choice.language.lower() for choice in chosen]
    refusals = [LanguageRange(tag.lower(), 0) for tag in sorted(effect.refused)]
    others = len(languages) - len(named) - len(refusals)
    if refusals and not others:
        yield [*_weighted(named), _REFUSES_OTHERS]
    else:
        needed = _without_last_ones(named, default=languages[0].lower(), others=others)
        yield [*_weighted(needed), *refusals] or [_TAKES_ANY]
    yield [*_weighted(named), *refusals]
    yield from _rewritten(ranges, {choice.range for choice in chosen})


def _is_asked_for(choice: Choice) -> bool:
    return choice.match not in (Match.WILDCARD, Match.DEFAULT)


def _without_last_ones(named: Sequence[str], *, default: str, others: int) -> Sequence[str]:
    """Those that are last, or the first of the others, without being named."""
    kept = list(named)
    while kept and (not others or kept[-1] == default):
        kept.pop()
        others += 1
    return kept


def _weighted(named: Sequence[str]) -> Ranges:
    return [LanguageRange(name, 1000 - _STEP * place) for place, name in enumerate(named)]


def _rewritten(ranges: Ranges, needed: set[str | None]) -> Iterator[Ranges]:
    """With weights of ours, first without the ranges that chose nothing. A refusal may always matter."""
    for kept in (
        [one for one in ranges if one.range in needed or not one.quality],
        ranges,
    ):
        weights = sorted({one.quality for one in kept if one.quality}, reverse=True)
        ours = {weight: 1000 - _STEP * place for place, weight in enumerate(weights)}
        by_weight = sorted(kept, key=lambda one: -one.quality)
        yield [LanguageRange(one.range, ours.get(one.quality, 0)) for one in by_weight]
