"""Names that the translation writes as the source does in every sentence but one."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import DamerauLevenshtein

from app.parallel.checks.finding import Finding, Span
from app.parallel.checks.known_places import known_place
from app.parallel.checks.names import (
    MOST_NAMES,
    RESPELLING,
    SHORTEST_NAME,
    count_names,
    is_latin,
    is_misspelling,
)
from app.parallel.checks.ordinary_words import is_ordinary
from app.parallel.checks.other_language import is_in_latin
from app.parallel.checks.pairs import Passage
from app.parallel.checks.words import Word, find_words
from app.parallel.folding import fold_word
from app.parallel.pairs import Pair
from app.parallel.side import Side


def kept_name_findings(source: Side, target: Side, pairs: Sequence[Pair]) -> Iterator[Finding]:
    """A word with a capital that stands nowhere else, a letter off the name that its sentence lacks.

    In languages that write names as they are spoken, none, but for Latin letters in a text in others.
    """
    latin = [side.language for side in (source, target) if is_in_latin(side.language)]
    if RESPELLING & {language.partition("-")[0] for language in latin}:
        return
    there, here = _Words(source), _Words(target)
    laid = [
        _Laid(Passage(pair.source), Passage(pair.target)) for pair in pairs if pair.source and pair.target
    ]
    sentences: dict[str, list[_Laid]] = defaultdict(list)
    for each in laid:
        for name in each.names:
            sentences[name].append(each)
    for each in laid:
        others = [word for word in each.capitals if here.may_be_misspelt(word) and there.lacks(word)]
        for name, word in each.names.items() if others else ():
            if there.is_name(name) and _is_kept(name, each, sentences[name]):
                for other in others[:MOST_NAMES]:
                    if _is_a_letter_off(name, other):
                        yield _finding(word, other, each)


class _Words:
    """How often each word of a version stands in it, and which of them without a capital."""

    def __init__(self, side: Side) -> None:
        words = [word for text in side.texts.values() for word in find_words(text)]
        self._language = side.language
        self._counts: Mapping[str, int] = Counter(map(_stem, words))
        self._small = {_stem(word) for word in words if not word.has_capital}

    def lacks(self, word: Word) -> bool:
        return _stem(word) not in self._counts

    def is_name(self, word: str) -> bool:
        return (
            len(word) >= SHORTEST_NAME
            and is_latin(word)
            and word not in self._small
            and not is_ordinary(word, self._language)
        )

    def may_be_misspelt(self, word: Word) -> bool:
        written = _stem(word)
        return (
            self._counts[written] == 1
            and self.is_name(written)
            and known_place(word.text, self._language) is None
        )


@dataclass(frozen=True)
class _Laid:
    """A sentence of the source beside its translation."""

    source: Passage
    target: Passage

    @cached_property
    def names(self) -> dict[str, Word]:
        return {_stem(word): word for word in reversed(find_words(self.source.text)) if word.has_capital}

    @cached_property
    def times_named(self) -> Counter[str]:
        return Counter(map(_stem, find_words(self.source.text)))

    @cached_property
    def words(self) -> Counter[str]:
        return Counter(map(_stem, find_words(self.target.text)))

    @cached_property
    def names_kept(self) -> frozenset[str]:
        """Words of the translation that an acronym makes no title of: no Scotland of NHS Scotland."""
        return frozenset(name.partition("'")[0] for name in count_names([self.target.text]))

    @cached_property
    def capitals(self) -> list[Word]:
        return [word for word in find_words(self.target.text) if word.has_capital]


def _stem(word: Word) -> str:
    """Folded, and without what is written on to it: Sainsbury's, Wasilla'daki."""
    return fold_word(word.text).partition("'")[0]


def _is_kept(name: str, here: _Laid, sentences: Sequence[_Laid]) -> bool:
    """By all other sentences, or by this one where it names it again."""
    others = [each for each in sentences if each is not here]
    is_lost = here.words[name] < here.times_named[name]
    return (
        is_lost
        and all(name in each.words for each in others)
        and any(name in each.names_kept for each in sentences)
    )


def _is_a_letter_off(name: str, other: Word) -> bool:
    written = _stem(other)
    return is_misspelling(name, written) and DamerauLevenshtein.distance(name, written) == 1


def _finding(name: Word, other: Word, laid: _Laid) -> Finding:
    return Finding(
        "name-spelling",
        laid.source.located((Span(name.start, name.end),)),
        laid.target.located((Span(other.start, other.end),)),
        {"source": name.text, "target": other.text},
    )
