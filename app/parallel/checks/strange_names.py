"""Names in a translation that nothing in its source accounts for."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import pairwise

from rapidfuzz import fuzz

from app.parallel.checks.calendar_names import find_calendar_names
from app.parallel.checks.finding import Span
from app.parallel.checks.function_words import own_words
from app.parallel.checks.known_places import beginnings_of, is_country, known_place
from app.parallel.checks.ordinary_words import is_ordinary
from app.parallel.checks.other_language import is_in_latin
from app.parallel.checks.words import Word, find_words
from app.parallel.folding import fold, fold_word
from app.parallel.side import Side
from app.parallel.transliteration import romanised, skeleton

SHORTEST = 4
_FEWEST_CONSONANTS = 3
_LEAST_LIKENESS = 55
"""Of a hundred, of two words in Latin letters that may be one name."""
_LONGEST_ENDING = 2
_ENDS_SENTENCE = re.compile(r"[.!?…:;。！？؟]$")
_MARKS = " \t\"“”„«»‘’'(–—-"
WITHIN_NAMES = frozenset({" ", "-", "·"})
_NOUNS_HAVE_CAPITALS = frozenset({"de", "lb", "nds"})


def plain(word: Word) -> str:
    """Folded, and without what is written on to it: Sainsbury's, Wasilla'daki."""
    return fold_word(word.text).partition("'")[0]


def is_heard(name: str, sounds: Collection[str]) -> bool:
    """Whether one of the skeletons is the name's, or has an ending more or less; a short name always is."""
    own = skeleton(name)
    return len(own) < _FEWEST_CONSONANTS - 1 or any(
        own == each
        or (min(len(own), len(each)) >= _FEWEST_CONSONANTS and (own.startswith(each) or each.startswith(own)))
        for each in sounds
    )


def is_like(name: str, words: Collection[str]) -> bool:
    """Whether one of the words may be the name as another language spells it."""
    latin = romanised(name)
    return any(fuzz.ratio(latin, romanised(each)) >= _LEAST_LIKENESS for each in words)


class Vocabulary:
    """What a whole version says, and what of it with a capital."""

    def __init__(self, side: Side) -> None:
        self.language = side.language
        words = [word for text in side.texts.values() for word in find_words(text)]
        self.words = frozenset(map(plain, words))
        self.small = frozenset(plain(word) for word in words if not word.has_capital)
        self._capitals = frozenset(word.text for word in words if word.has_capital)

    @cached_property
    def is_latin(self) -> bool:
        return is_in_latin(self.language)

    @cached_property
    def sounds(self) -> frozenset[str]:
        return frozenset(map(skeleton, self._capitals))

    @cached_property
    def beginnings(self) -> frozenset[str]:
        return frozenset(fold_word(word)[:SHORTEST] for word in self._capitals)

    @cached_property
    def places(self) -> frozenset[str]:
        found = (known_place(word, self.language) for word in self._capitals)
        return frozenset(place for place in found if place)

    def names(self, place: str) -> bool:
        """A place that CLDR knows, or its people."""
        return place in self.places or any(
            word.startswith(beginning)
            for beginning in beginnings_of(place, self.language)
            for word in self.words
        )


@dataclass(frozen=True, slots=True)
class StrangeName:
    """``is_place``: linked as one, or known to CLDR. ``span`` is that of the pair's text.

    ``is_full_name``: of words that alone might be no names.
    """

    span: Span
    is_place: bool
    is_country: bool
    is_full_name: bool = False


def strange_names(
    source: str, target: str, linked: Sequence[Span], there: Vocabulary, here: Vocabulary
) -> list[StrangeName]:
    """Words next to each other as one name.

    ``linked`` are places that are linked in the target, and not in all the source. Of other words not what
    begins a sentence, which may be any word, nor in German, where any noun has a capital, what CLDR does not
    know as a place, unless two of them are next to each other as a full name is.
    """
    capitals = [word.text for word in find_words(source) if word.has_capital]
    calendar = calendar_places(target, here.language)
    words: list[tuple[Word, StrangeName]] = []
    for word in find_words(target):
        link = next((span for span in linked if span.start <= word.start < span.end), None)
        is_linked = link is not None
        place = known_place(target[link.start : link.end] if link else word.text, here.language)
        if (
            word.start in calendar
            or not _may_be_name(word, here, is_place=is_linked or place is not None)
            or _is_accounted_for(word, capitals, there, here)
        ):
            continue
        span = Span(word.start, word.end)
        words.append((word, StrangeName(span, is_linked or place is not None, is_country(place))))
    full_names = {
        word.start
        for before, after in pairwise(words)
        if _is_full_name(target, before, after, here.language)
        for word, _ in (before, after)
    }
    strange: list[StrangeName] = []
    for word, found in words:
        is_sure = found.is_place or _is_surely_name(target, word, here.language)
        if not is_sure and word.start not in full_names:
            continue
        name = replace(found, is_full_name=not is_sure)
        goes_on = bool(strange) and target[strange[-1].span.end : word.start] in WITHIN_NAMES
        strange.append(_joined(strange.pop(), name) if goes_on else name)
    return strange


def _joined(one: StrangeName, other: StrangeName) -> StrangeName:
    span = Span(one.span.start, other.span.end)
    return StrangeName(
        span,
        one.is_place or other.is_place,
        one.is_country or other.is_country,
        one.is_full_name or other.is_full_name,
    )


def _is_full_name(
    text: str, one: tuple[Word, StrangeName], other: tuple[Word, StrangeName], language: str
) -> bool:
    """Also where it begins a sentence, but in German, where any noun may follow: Gestern Abend."""
    if one[1].is_place or other[1].is_place or text[one[0].end : other[0].start] != " ":
        return False
    return language.partition("-")[0] not in _NOUNS_HAVE_CAPITALS or not begins_sentence(text, one[0])


def _is_surely_name(text: str, word: Word, language: str) -> bool:
    return not begins_sentence(text, word) and language.partition("-")[0] not in _NOUNS_HAVE_CAPITALS


def begins_sentence(text: str, word: Word) -> bool:
    before = text[: word.start].rstrip(_MARKS)
    return not before or _ENDS_SENTENCE.search(before) is not None


@lru_cache(maxsize=256)
def calendar_places(text: str, language: str) -> frozenset[int]:
    """Where a month or day of the week stands."""
    folded = fold(text)
    return frozenset(
        place
        for kind in ("month", "weekday")
        for name in find_calendar_names(folded, language, kind)
        for place in range(*folded.span(name.start, name.end))
    )


def _may_be_name(word: Word, here: Vocabulary, *, is_place: bool) -> bool:
    written = plain(word)
    if not word.has_capital or not written.isalpha() or word.text.isupper() or written in here.small:
        return False
    return is_place or (
        len(written) >= SHORTEST
        and written not in own_words(here.language)
        and not is_ordinary(word.text, here.language, ending=_LONGEST_ENDING)
    )


def _is_accounted_for(word: Word, capitals: Sequence[str], there: Vocabulary, here: Vocabulary) -> bool:
    written = plain(word)
    if written in there.words or written[:SHORTEST] in there.beginnings:
        return True
    place = known_place(word.text, here.language)
    return (
        (place is not None and there.names(place))
        or (not (there.is_latin and here.is_latin) and is_heard(written, there.sounds))
        or (not is_country(place) and is_like(written, capitals))
    )
