"""Which words of two languages go together: those that stand in what translates each other.

More often than by chance they do: by the log-likelihood ratio (Dunning 1993, "Accurate Methods for the
Statistics of Surprise and Coincidence"), and by the share of the beads with either that have both (Dice's
coefficient). And in each bead a word is explained by one other: the likeliest of the bead's pairs are linked
first, and what is left over goes with what is left over (competitive linking, Melamed 2000, "Models of
Translational Equivalence among Words").
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from app.search.forms import Forms, tell_apart
from app.search.whole_words import written

MOST = 3
"""Counterparts of a word in one other language."""
LEAST_TOGETHER = 2
LEAST_RATIO = 10.83
"""Of likelihoods: one in a thousand pairs comes to that by chance."""
LEAST_DICE = {1: 0.8, 2: 0.5, 3: 0.3}
"""By the number of articles that two words are linked in, or more: what is about one thing has many words
that are seldom anywhere else.
"""
LEAST_LINKED = 0.5
"""Of the beads that have both: elsewhere something else explains them."""
_LUCK = 0.5
"""Beads of those that have both: so that twice of twice is less sure than five times of five."""
_COMMON = 1 / 8
"""Of all beads; words in more translate nothing that is searched for."""
_FEW = 8
"""Beads that are not too many, however few there are."""

Ints = NDArray[np.int64]
Doubles = NDArray[np.float64]

Languages = tuple[str, str]
"""In order."""

Bead = Mapping[str, AbstractSet[str]]
"""What translates each other: of both languages, the words in it (``app.search.whole_words``)."""

FormsInBead = Mapping[str, Iterable[tuple[str, str]]]
"""Of both languages, words in it, each with a form that has its term."""


class Counterpart(NamedTuple):
    """What ``term`` of another language goes together with, both as ``app.search.whole_words`` has them.

    ``strength``: from 0 to 1. ``forms`` are those of the counterpart.
    """

    term: str
    counterpart: str
    strength: float
    forms: Forms


class Bitext:
    """The words of beads of two languages."""

    def __init__(self) -> None:
        self._articles: list[str] = []
        self._known: set[int] = set()
        self._numbers: dict[str, dict[str, int]] = {}
        self._entries: dict[str, tuple[list[int], list[int]]] = {}
        self._forms: dict[str, dict[str, list[int]]] = {}

    def add(self, bead: Bead, article_id: str, forms: FormsInBead | None = None) -> None:
        """What was met before, as an agency's name below each article, says nothing new."""
        words_of_both = hash(tuple(frozenset(bead[language]) for language in sorted(bead)))
        if words_of_both in self._known:
            return
        self._known.add(words_of_both)
        for language, words in bead.items():
            numbers = self._numbers.setdefault(language, {})
            beads, which = self._entries.setdefault(language, ([], []))
            which.extend(numbers.setdefault(word, len(numbers)) for word in sorted(words))
            beads.extend([len(self._articles)] * len(words))
        for some in (forms or {}).values():
            for term, form in some:
                self._forms.setdefault(term, {}).setdefault(form, []).append(len(self._articles))
        self._articles.append(article_id)

    def counterparts(self) -> Iterator[Counterpart]:
        """Of both languages."""
        language, other_language = sorted(self._numbers)
        one, other = (
            _Entries.of(*self._entries[each]).telling(len(self._articles))
            for each in (language, other_language)
        )
        alike = _alike(self._numbers[language], self._numbers[other_language])
        candidates = _candidates(one, other, len(self._articles), alike)
        links = _linked(candidates, one.by_word(), other.by_word())
        words, others = list(self._numbers[language]), list(self._numbers[other_language])
        for link in _best(_sure(links, self._articles)):
            word, other_word, strength = words[link.word], others[link.other], round(link.dice, 3)
            yield Counterpart(word, other_word, strength, self._forms_of(other_word, link.beads))
            yield Counterpart(other_word, word, strength, self._forms_of(word, link.beads))

    def _forms_of(self, word: str, linked: AbstractSet[int]) -> Forms:
        beads = {form: frozenset(own) for form, own in self._forms.get(word, {}).items()}
        return tell_apart(beads, linked)


def _alike(one: Mapping[str, int], other: Mapping[str, int]) -> Ints:
    """For each word of the one language that of the other that is written so, or -1."""
    known = {written(word): number for word, number in other.items()}
    return np.array([known.get(written(word), -1) for word in one], dtype=np.int64)


class _Entries(NamedTuple):
    """That a word is in a bead; by bead."""

    beads: Ints
    words: Ints

    @classmethod
    def of(cls, beads: Sequence[int], words: Sequence[int]) -> "_Entries":
        return cls(np.array(beads, dtype=np.int64), np.array(words, dtype=np.int64))

    def telling(self, beads: int) -> "_Entries":
        """Without the words that are too rare or too common to tell anything."""
        counts = np.bincount(self.words)[self.words]
        tells = (counts >= LEAST_TOGETHER) & (counts <= max(beads * _COMMON, _FEW))
        return _Entries(self.beads[tells], self.words[tells])

    def by_word(self) -> dict[int, set[int]]:
        """Its beads."""
        found: dict[int, set[int]] = defaultdict(set)
        for bead, word in zip(self.beads.tolist(), self.words.tolist(), strict=True):
            found[word].add(bead)
        return found


class _Pairs(NamedTuple):
    """Words that are in beads together, and how surprising that is."""

    words: Ints
    others: Ints
    ratio: Doubles
    dice: Doubles

    def where(self, is_kept: NDArray[np.bool_]) -> "_Pairs":
        return _Pairs(self.words[is_kept], self.others[is_kept], self.ratio[is_kept], self.dice[is_kept])


def _candidates(one: _Entries, other: _Entries, beads: int, alike: Ints) -> _Pairs:
    first = np.searchsorted(other.beads, one.beads)
    sizes = np.searchsorted(other.beads, one.beads, side="right") - first
    before = np.cumsum(sizes) - sizes
    beside = np.arange(sizes.sum()) + np.repeat(first - before, sizes)
    width = int(other.words.max(initial=0)) + 1
    codes, together = np.unique(np.repeat(one.words, sizes) * width + other.words[beside], return_counts=True)
    words, others = codes // width, codes % width
    of_words, of_others = np.bincount(one.words)[words], np.bincount(other.words)[others]
    ratio = _ratio(together, of_words, of_others, beads)
    dice = 2 * (together - _LUCK) / (of_words + of_others)
    is_kept = (together >= LEAST_TOGETHER) & (ratio >= LEAST_RATIO) & (dice >= min(LEAST_DICE.values()))
    return _without_alike(_Pairs(words, others, ratio, dice).where(is_kept), alike)


def _without_alike(pairs: _Pairs, alike: Ints) -> _Pairs:
    """What is written alike and goes together is found anyway, and is nothing else's counterpart."""
    is_alike = alike[pairs.words] == pairs.others
    is_taken = np.isin(pairs.words, pairs.words[is_alike]) | np.isin(pairs.others, pairs.others[is_alike])
    return pairs.where(~is_taken)


class _Link(NamedTuple):
    """A word with another, and the beads in which each is what explains the other."""

    word: int
    other: int
    dice: float
    beads: AbstractSet[int]


def _linked(pairs: _Pairs, words: Mapping[int, set[int]], others: Mapping[int, set[int]]) -> Iterator[_Link]:
    """The likeliest first. Of several that are as likely, none, and nothing else for those words there.

    ``words`` and ``others`` have the beads of each.
    """
    unlinked = {number: set(beads) for number, beads in words.items()}
    unlinked_others = {number: set(beads) for number, beads in others.items()}
    order = np.lexsort((-pairs.dice, -pairs.ratio))
    ranked = zip(*(each[order].tolist() for each in pairs), strict=True)
    for _, alike in groupby(ranked, lambda pair: pair[2:]):
        links = [
            _Link(word, other, dice, both)
            for word, other, _, dice in alike
            if len(both := unlinked[word] & unlinked_others[other])
            >= max(LEAST_TOGETHER, LEAST_LINKED * len(words[word] & others[other]))
        ]
        of_word, of_other = Counter(each.word for each in links), Counter(each.other for each in links)
        yield from (each for each in links if of_word[each.word] == of_other[each.other] == 1)
        for each in links:
            unlinked[each.word] -= each.beads
            unlinked_others[each.other] -= each.beads


def _sure(links: Iterable[_Link], articles: Sequence[str]) -> Iterator[_Link]:
    """``articles`` has that of each bead."""
    for link in links:
        of_articles = len({articles[bead] for bead in link.beads})
        if link.dice >= LEAST_DICE[min(of_articles, max(LEAST_DICE))]:
            yield link


def _best(links: Iterable[_Link]) -> Iterator[_Link]:
    """Of words with too many that are linked with them, none."""
    known = list(links)
    of_word, of_other = Counter(each.word for each in known), Counter(each.other for each in known)
    for each in known:
        if of_word[each.word] <= MOST and of_other[each.other] <= MOST:
            yield each


def _ratio(together: Ints, of_words: Ints, of_others: Ints, beads: int) -> Doubles:
    """Of pairs that are together more often than by chance; 0 of others."""
    with_both = _surprise(together, of_words * of_others / beads)
    with_word = _surprise(of_words - together, of_words * (beads - of_others) / beads)
    with_other = _surprise(of_others - together, (beads - of_words) * of_others / beads)
    with_none = _surprise(
        beads - of_words - of_others + together, (beads - of_words) * (beads - of_others) / beads
    )
    ratio = 2 * (with_both + with_word + with_other + with_none)
    return np.where(together * beads > of_words * of_others, ratio, 0.0)


def _surprise(seen: Ints, expected: Doubles) -> Doubles:
    """Nothing where nothing was seen."""
    return np.where(seen > 0, seen * np.log(np.maximum(seen, 1) / np.maximum(expected, 1e-9)), 0.0)
