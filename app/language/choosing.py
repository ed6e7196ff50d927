"""Weighted ranges and available languages to the language served.

The scheme (RFC 4647 section 3.2 wants it said), one language as the result:

1. A range covers a tag by basic filtering (RFC 4647 section 3.3.1), both in canonical form and with the
   script written out (``zh-TW`` is also ``zh-Hant-TW``). The most specific range that covers a tag gives
   its quality; q=0 takes the tag out, even where it is the default. No better quality is inferred from
   a range nearby.
2. A tag that no range covers has the quality of the best range that is cut down to it by lookup
   (section 3.4: ``de-AT`` to ``de``).
3. ``*`` stands for the tags that neither way reaches, after all that are named: in the server's order,
   or, with q=0, for none of them.
4. What is left is the default: the server's order again. Where every tag is taken out, there is no choice.

Between tags of one quality the range that comes first in the header decides, then exact before near before
parent, then the server's order. Extensions and private use do not count, but a range with them and q=0
takes out no more than the tags that have them too.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from app.language.ranges import LanguageRange
from app.language.registry import registry
from app.language.tag import Subtags, canonical_subtags, without_needless_script


class Match(StrEnum):
    """How the language served answers the range; the best first."""

    EXACT = "exact"
    NEAR = "near"
    """Covered by the range: ``zh-TW`` for ``zh``."""
    PARENT = "parent"
    """The range cut down: ``de`` for ``de-AT``."""
    WILDCARD = "wildcard"
    DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Choice:
    """``range`` is the client's, in lower case; None for the default."""

    language: str
    match: Match
    range: str | None


def choose(
    ranges: Sequence[LanguageRange], available: Sequence[str], *, strict: bool = False
) -> Choice | None:
    """``available`` in the server's order, the default first.

    None means that the client takes none of them, or, if ``strict``, that it asked for none of them.
    """
    ranking = rank(ranges, available, strict=strict)
    return ranking[0] if ranking else None


def rank(
    ranges: Sequence[LanguageRange], available: Sequence[str], *, strict: bool = False
) -> tuple[Choice, ...]:
    """Every language that can be served, the best first.

    A language's place before another does not depend on what else is available, so one ranking of all the
    site's languages serves a whole list: each item takes the first it has. ``strict`` leaves the defaults
    out, unless the client stated no preference at all.
    """
    preference = _preference(ranges)
    candidates = [candidate for tag in available if (candidate := _judge(tag, preference))]
    if strict and ranges:
        candidates = [candidate for candidate in candidates if candidate.match is not Match.DEFAULT]
    return tuple(
        Choice(candidate.language, candidate.match, candidate.wish.range if candidate.wish else None)
        for candidate in sorted(candidates, key=_by_merit)
    )


@dataclass(frozen=True, slots=True)
class _Wish:
    """A range as asked for; ``position`` counts in the header."""

    range: str
    quality: int
    position: int


@dataclass(frozen=True, slots=True)
class _Preference:
    """``covering`` by what a range is called, ``cut_down`` by what it is called after lookup cut it down."""

    covering: Mapping[str, _Wish]
    cut_down: Mapping[str, _Wish]
    wildcard: _Wish | None


@dataclass(frozen=True, slots=True)
class _Candidate:
    language: str
    match: Match
    wish: _Wish | None = None
    agreement: int = 0
    """How many subtags lookup left of the range."""


def _preference(ranges: Sequence[LanguageRange]) -> _Preference:
    wildcard = None
    wishes = []
    for position, language_range in enumerate(ranges):
        wish = _Wish(language_range.range, language_range.quality, position)
        if wish.range == "*":
            wildcard = wish
        else:
            wishes.append(wish)
    return _Preference(_covering(wishes), _cut_down(wishes), wildcard)


def _covering(wishes: Sequence[_Wish]) -> dict[str, _Wish]:
    """What a client wrote comes before what it means with the script written out."""
    written: dict[str, _Wish] = {}
    spelled_out: dict[str, _Wish] = {}
    for wish in wishes:
        names = _names(wish.range)
        if names.with_extensions and wish.quality == 0:
            written[names.with_extensions[0]] = wish
        else:
            for names_of_range, name in ((written, names.own[0]), (spelled_out, names.own[-1])):
                names_of_range[name] = _united(names_of_range.get(name), wish)
    return spelled_out | written


def _united(earlier: _Wish | None, wish: _Wish) -> _Wish:
    """Two ranges with one canonical form count like one that is there twice."""
    if earlier is None:
        return wish
    quality = max(earlier.quality, wish.quality) if earlier.quality and wish.quality else 0
    return replace(earlier, quality=quality)


def _cut_down(wishes: Sequence[_Wish]) -> dict[str, _Wish]:
    best: dict[str, _Wish] = {}
    for wish in wishes:
        if wish.quality:
            for name in _names(wish.range).shorter:
                if name not in best or best[name].quality < wish.quality:
                    best[name] = wish
    return best


def _judge(tag: str, preference: _Preference) -> _Candidate | None:
    """None for a tag that the client does not take."""
    names = _names(tag)
    for name in names.covering():
        if wish := preference.covering.get(name):
            match = Match.EXACT if _names(wish.range).canonical == names.canonical else Match.NEAR
            return _Candidate(tag, match, wish) if wish.quality else None
    if wish := preference.cut_down.get(names.own[0]):
        return _Candidate(tag, Match.PARENT, wish, agreement=names.own[0].count("-"))
    if preference.wildcard is None:
        return _Candidate(tag, Match.DEFAULT)
    return _Candidate(tag, Match.WILDCARD, preference.wildcard) if preference.wildcard.quality else None


_CLOSENESS = {match: place for place, match in enumerate(Match)}
_NAMED = (Match.EXACT, Match.NEAR, Match.PARENT)


def _by_merit(candidate: _Candidate) -> tuple[int, ...]:
    closeness = _CLOSENESS[candidate.match]
    if candidate.wish is None or candidate.match not in _NAMED:
        return (1, closeness)
    return (0, -candidate.wish.quality, candidate.wish.position, closeness, -candidate.agreement)


@dataclass(frozen=True, slots=True)
class _Names:
    """What a tag or range is called, in lower case, each list from the most to the least specific.

    ``with_extensions``: the whole canonical tag, if it has extensions or private use, and its beginnings
    that still have some. ``own``: without them, as written and with the script written out. ``shorter``:
    the beginnings of ``own``.
    """

    canonical: str
    with_extensions: tuple[str, ...]
    own: tuple[str, ...]
    shorter: tuple[str, ...]

    def covering(self) -> Iterator[str]:
        yield from self.with_extensions
        yield from self.own
        yield from self.shorter


@lru_cache(maxsize=4096)
def _names(tag: str) -> _Names:
    subtags = canonical_subtags(tag)
    if subtags is None or not subtags.language:
        own, *shorter = _beginnings(tag.lower())
        return _Names(canonical=own, with_extensions=(), own=(own,), shorter=tuple(shorter))
    bare = replace(subtags, extensions=(), private_use="")
    whole, length_of_bare = str(subtags).lower(), len(str(bare))
    return _Names(
        canonical=str(without_needless_script(bare)).lower(),
        with_extensions=tuple(name for name in _beginnings(whole) if len(name) > length_of_bare),
        own=_own_names(bare),
        shorter=_shorter_names(bare),
    )


def _beginnings(tag: str) -> list[str]:
    parts = tag.split("-")
    return ["-".join(parts[:length]) for length in range(len(parts), 0, -1)]


def _own_names(subtags: Subtags) -> tuple[str, ...]:
    tail = _tail(subtags)
    return tuple("-".join((head, *tail)).lower() for head in _heads(subtags))


def _shorter_names(subtags: Subtags) -> tuple[str, ...]:
    tail, heads = _tail(subtags), _heads(subtags)
    names = [
        "-".join((head, *tail[:length])) for length in range(len(tail) - 1, -1, -1) for head in heads[::-1]
    ]
    if subtags.script:
        names.append(subtags.language)
    return tuple(name.lower() for name in names)


def _heads(subtags: Subtags) -> list[str]:
    """The language as written, and with its script."""
    language = "-".join((subtags.language, *subtags.extlangs))
    if subtags.script:
        return [f"{language}-{subtags.script}"]
    likely = registry().likely_script(subtags.language, subtags.region)
    return [language, f"{language}-{likely}"] if likely else [language]


def _tail(subtags: Subtags) -> tuple[str, ...]:
    return (subtags.region, *subtags.variants) if subtags.region else subtags.variants
