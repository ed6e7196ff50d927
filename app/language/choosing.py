"""Weighted ranges and available languages to the language served.

The scheme (RFC 4647 section 3.2 wants it said), one language as the result:

1. Refusals first. A range covers a tag by basic filtering (RFC 4647 section 3.3.1), as they are written, in
   canonical form, or with the script written out (``zh-TW`` is also ``zh-Hant-TW``). Where the most specific
   range that covers a tag has q=0, the tag is never served, not even as the default.
2. Each range that reaches another tag has a cost for it: how far apart CLDR says they are (see ``distance``;
   50 is too far), or 40 if the range covers the tag, or 45 if lookup (section 3.4, see ``fallback``) cuts the
   range down to it; and 5 for each range of more weight, or of the same and an earlier place. The lowest cost
   wins. But what is 10 away or more comes after all that is nearer: the last language that a reader named is
   better than a guess at what else they may understand.
3. A range that covers a tag caps what the others can do for it: ``de-AT, de;q=0.1, fr;q=0.9`` is French
   before German.
4. ``*`` stands for the tags that no range reaches, in the server's order after all that are reached. With q=0
   they are refused, and so is what is only near: to be near is a guess, and the client wants none.
5. What is left is the default: the server's order again. Where every tag is refused, there is no choice.

Between equals: the earlier range, the same tag, a shorter one, a longer one, the regions that CLDR takes as
models (``en-GB``, ``es-419``), the language's most likely region, the server's order. Extensions and private
use do not count, but a range with them and q=0 takes out no more than the tags that have them too.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from app.language.distance import BY_CLDR, Nearness, is_paradigm
from app.language.likely import full_tag
from app.language.names import CoveringNames, covering_names, fallback_names, names_of
from app.language.preference import Wish, read_preference
from app.language.ranges import LanguageRange

_DISTANCE_COVERED = 40
_DISTANCE_CUT_DOWN = 45
_DISTANCE_OF_A_GUESS = 10
_DEMOTION = 5


class Match(StrEnum):
    """How the language served answers the range; the best first."""

    EXACT = "exact"
    NEAR = "near"
    """Covered by the range (``zh-TW`` for ``zh``), or as near as CLDR says (``en-US`` for ``en-GB``)."""
    PARENT = "parent"
    """The range cut down: ``de`` for ``de-AT``, ``en-001`` for ``en-AU``."""
    WILDCARD = "wildcard"
    DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Choice:
    """``range`` is the client's, in lower case; None for the default."""

    language: str
    match: Match
    range: str | None


def choose(
    ranges: Sequence[LanguageRange],
    available: Sequence[str],
    *,
    strict: bool = False,
    nearness: Nearness = BY_CLDR,
) -> Choice | None:
    """``available`` in the server's order, the default first.

    None means that the client takes none of them, or, if ``strict``, that it asked for none of them.
    """
    best = min(_verdicts(ranges, available, strict, nearness), key=_merit, default=None)
    return best.choice if best else None


def rank(
    ranges: Sequence[LanguageRange],
    available: Sequence[str],
    *,
    strict: bool = False,
    nearness: Nearness = BY_CLDR,
) -> tuple[Choice, ...]:
    """Every language that can be served, the best first.

    A language's place before another does not depend on what else is available, so one ranking of all the
    site's languages serves a whole list: each item takes the first it has. ``strict`` leaves out what the
    client did not ask for by filtering or lookup: what is near and the defaults, unless it stated no
    preference at all.
    """
    verdicts = _verdicts(ranges, available, strict, nearness)
    return tuple(verdict.choice for verdict in sorted(verdicts, key=_merit))


def grade(
    ranges: Sequence[LanguageRange],
    available: Sequence[str],
    *,
    strict: bool = False,
    nearness: Nearness = BY_CLDR,
) -> dict[str, int]:
    """As ``rank``, but languages between which only the server's order decides have the same grade, from 0.

    The server's order may be another one for each article: the original's language comes early in it.
    """
    verdicts = _verdicts(ranges, available, strict, nearness)
    grades = {merit: number for number, merit in enumerate(sorted({each.merit for each in verdicts}))}
    return {each.choice.language: grades[each.merit] for each in verdicts}


class _Verdict(NamedTuple):
    """``merit``: the lower, the better."""

    merit: tuple[int, ...]
    choice: Choice


_merit = attrgetter("merit")


def _verdicts(
    ranges: Sequence[LanguageRange], available: Sequence[str], strict: bool, nearness: Nearness
) -> list[_Verdict]:
    judge = _judge(tuple(ranges), strict, nearness)
    return [verdict for verdict in map(judge.__getitem__, available) if verdict]


class _Reach(NamedTuple):
    """One wish's way to a tag. The lowest is the best."""

    is_guess: bool
    cost: int
    demotions: int
    is_inferred: bool
    place: int


class _Judge(dict[str, _Verdict | None]):
    """What one client gets of each tag, worked out when first asked for: None where it is not served."""

    def __init__(self, ranges: Sequence[LanguageRange], strict: bool, nearness: Nearness) -> None:
        super().__init__()
        self._preference = read_preference(ranges, nearness)
        wildcard = self._preference.wildcard
        self._takes_near = not strict and (wildcard is None or wildcard.quality > 0)
        self._takes_default = wildcard is None and not (strict and ranges)

    def __missing__(self, tag: str) -> _Verdict | None:
        verdict = self[tag] = self._judge(tag)
        return verdict

    def _judge(self, tag: str) -> _Verdict | None:
        covering_tag = covering_names(tag)
        covering = self._preference.most_specific(covering_tag.all)
        if covering and self._is_refused(covering_tag, covering):
            return None
        reach = min(self._reaches(tag, covering), default=None)
        if reach is not None:
            return _served(tag, reach, self._preference.wishes[reach.place])
        wildcard = self._preference.wildcard
        if wildcard is not None and wildcard.quality:
            return _Verdict((1,), Choice(tag, Match.WILDCARD, wildcard.range))
        return _Verdict((2,), Choice(tag, Match.DEFAULT, None)) if self._takes_default else None

    def _is_refused(self, names: CoveringNames, covering: Wish) -> bool:
        """By what the client wrote, too: ``zh;q=0, zh-Hant`` refuses zh-TW, a zh-Hant only by guess."""
        written = map(self._preference.most_specific, names.as_written)
        return any(wish is not None and not wish.quality for wish in (covering, *written))

    def _reaches(self, tag: str, covering: Wish | None) -> Iterator[_Reach]:
        names = names_of(tag)
        cut_down = [wish for name in names.own if (wish := self._preference.cut_down.get(name))]
        if covering and not names.is_pseudo_locale:
            yield _reach(_DISTANCE_COVERED, covering, covering)
        for wish in cut_down:
            yield _reach(_DISTANCE_CUT_DOWN, wish, covering)
        if (covering or cut_down or self._takes_near) and (full := full_tag(tag)):
            for distance, wish in self._preference.near(full):
                yield _reach(distance, wish, covering)


_judge = lru_cache(maxsize=1024)(_Judge)


def _reach(distance: int, wish: Wish, covering: Wish | None) -> _Reach:
    is_capped = covering is not None and covering.quality < wish.quality
    demotions = covering.place if covering and is_capped else wish.place
    return _Reach(
        is_guess=distance >= _DISTANCE_OF_A_GUESS,
        cost=distance + _DEMOTION * demotions,
        demotions=demotions,
        is_inferred=wish is not covering,
        place=wish.place,
    )


def _served(tag: str, reach: _Reach, wish: Wish) -> _Verdict:
    full = full_tag(tag)
    is_likely = full is not None and full == full_tag(full.language)
    merit = (
        0,
        reach.is_guess,
        reach.cost,
        reach.demotions,
        *_likeness(tag, wish.range),
        not is_paradigm(full),
        not is_likely,
        reach.place,
    )
    return _Verdict(merit, Choice(tag, _match(tag, wish.range), wish.range))


def _match(tag: str, language_range: str) -> Match:
    if names_of(tag).canonical == names_of(language_range).canonical:
        return Match.EXACT
    return Match.NEAR if set(fallback_names(language_range)).isdisjoint(names_of(tag).own) else Match.PARENT


def _likeness(tag: str, language_range: str) -> tuple[int, int]:
    """The same, a shorter one (the less it lacks, the better), a longer one, another."""
    if tag.lower() == language_range:
        return 0, 0
    subtags, asked = names_of(tag).subtags, names_of(language_range).subtags
    if subtags <= asked:
        return 1, -len(subtags)
    return (2, 0) if subtags > asked else (3, 0)
