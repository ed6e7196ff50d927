"""Which terms of two languages go together: those that stand in what translates each other.

More often than by chance they do: by the log-likelihood ratio (Dunning 1993, "Accurate Methods for the
Statistics of Surprise and Coincidence"), and by the share of the beads with either that have both (Dice's
coefficient). Each has to be among the best that the other has.
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

MOST = 3
"""Counterparts of a term in one other language."""
LEAST_TOGETHER = 2
LEAST_RATIO = 10.83
"""Of likelihoods: one in a thousand pairs comes to that by chance."""
LEAST_DICE = 0.3
_LUCK = 0.5
"""Beads of those that have both: so that twice of twice is less sure than five times of five."""
ALIKE = 0.8
"""Of the best one's coefficient: as good as that. Where more are than ``MOST``, none is known."""
_COMMON = 1 / 8
"""Of all beads; terms in more translate nothing that is searched for."""
_FEW = 8
"""Beads that are not too many, however few there are."""

Ints = NDArray[np.int64]
Doubles = NDArray[np.float64]

Languages = tuple[str, str]
"""In order."""

Bead = Mapping[str, AbstractSet[str]]
"""What translates each other: of both languages, the terms in it."""


class Counterpart(NamedTuple):
    """What ``term`` of another language goes together with. ``strength``: from 0 to 1."""

    term: str
    counterpart: str
    strength: float


class Bitext:
    """The terms of beads of two languages."""

    def __init__(self) -> None:
        self._beads = 0
        self._known: set[int] = set()
        self._numbers: dict[str, dict[str, int]] = {}
        self._entries: dict[str, tuple[list[int], list[int]]] = {}

    def add(self, bead: Bead) -> None:
        """What was met before, as an agency's name below each article, says nothing new."""
        terms_of_both = hash(tuple(frozenset(bead[language]) for language in sorted(bead)))
        if terms_of_both in self._known:
            return
        self._known.add(terms_of_both)
        for language, terms in bead.items():
            numbers = self._numbers.setdefault(language, {})
            beads, which = self._entries.setdefault(language, ([], []))
            which.extend(numbers.setdefault(term, len(numbers)) for term in sorted(terms))
            beads.extend([self._beads] * len(terms))
        self._beads += 1

    def counterparts(self) -> Iterator[Counterpart]:
        """Of both languages."""
        one, other = sorted(self._numbers)
        found = _pairs(
            _Entries.of(*self._entries[one]).telling(self._beads),
            _Entries.of(*self._entries[other]).telling(self._beads),
            self._beads,
            _alike(self._numbers[one], self._numbers[other]),
        )
        terms, others = list(self._numbers[one]), list(self._numbers[other])
        for term, counterpart, _, dice in zip(*(each.tolist() for each in found), strict=True):
            strength = round(dice, 3)
            yield Counterpart(terms[term], others[counterpart], strength)
            yield Counterpart(others[counterpart], terms[term], strength)


def _alike(one: Mapping[str, int], other: Mapping[str, int]) -> Ints:
    """For each term of the one language that of the other that is written so, or -1."""
    written = {term.partition(":")[2]: number for term, number in other.items()}
    return np.array([written.get(term.partition(":")[2], -1) for term in one], dtype=np.int64)


class _Entries(NamedTuple):
    """That a term is in a bead; by bead."""

    beads: Ints
    terms: Ints

    @classmethod
    def of(cls, beads: Sequence[int], terms: Sequence[int]) -> "_Entries":
        return cls(np.array(beads, dtype=np.int64), np.array(terms, dtype=np.int64))

    def telling(self, beads: int) -> "_Entries":
        """Without the terms that are too rare or too common to tell anything."""
        counts = np.bincount(self.terms)[self.terms]
        tells = (counts >= LEAST_TOGETHER) & (counts <= max(beads * _COMMON, _FEW))
        return _Entries(self.beads[tells], self.terms[tells])


class _Pairs(NamedTuple):
    """Terms that are in a bead together, and how surprising that is."""

    terms: Ints
    others: Ints
    ratio: Doubles
    dice: Doubles

    def turned(self) -> "_Pairs":
        return _Pairs(self.others, self.terms, self.ratio, self.dice)

    def where(self, is_kept: NDArray[np.bool_]) -> "_Pairs":
        return _Pairs(self.terms[is_kept], self.others[is_kept], self.ratio[is_kept], self.dice[is_kept])


def _pairs(one: _Entries, other: _Entries, beads: int, alike: Ints) -> _Pairs:
    first = np.searchsorted(other.beads, one.beads)
    sizes = np.searchsorted(other.beads, one.beads, side="right") - first
    before = np.cumsum(sizes) - sizes
    beside = np.arange(sizes.sum()) + np.repeat(first - before, sizes)
    width = int(other.terms.max(initial=0)) + 1
    codes, together = np.unique(np.repeat(one.terms, sizes) * width + other.terms[beside], return_counts=True)
    terms, others = codes // width, codes % width
    of_terms, of_others = np.bincount(one.terms)[terms], np.bincount(other.terms)[others]
    ratio = _ratio(together, of_terms, of_others, beads)
    dice = 2 * (together - _LUCK) / (of_terms + of_others)
    is_kept = (together >= LEAST_TOGETHER) & (ratio >= LEAST_RATIO) & (dice >= LEAST_DICE)
    found = _without_alike(_Pairs(terms, others, ratio, dice).where(is_kept), alike)
    return found.where(_is_among_best(found) & _is_among_best(found.turned()))


def _without_alike(pairs: _Pairs, alike: Ints) -> _Pairs:
    """What is written alike and goes together is found anyway, and is nothing else's counterpart."""
    is_alike = alike[pairs.terms] == pairs.others
    is_taken = np.isin(pairs.terms, pairs.terms[is_alike]) | np.isin(pairs.others, pairs.others[is_alike])
    return pairs.where(~is_taken)


def _ratio(together: Ints, of_terms: Ints, of_others: Ints, beads: int) -> Doubles:
    """Of pairs that are together more often than by chance; 0 of others."""
    with_both = _surprise(together, of_terms * of_others / beads)
    with_term = _surprise(of_terms - together, of_terms * (beads - of_others) / beads)
    with_other = _surprise(of_others - together, (beads - of_terms) * of_others / beads)
    with_none = _surprise(
        beads - of_terms - of_others + together, (beads - of_terms) * (beads - of_others) / beads
    )
    ratio = 2 * (with_both + with_term + with_other + with_none)
    return np.where(together * beads > of_terms * of_others, ratio, 0.0)


def _surprise(seen: Ints, expected: Doubles) -> Doubles:
    """Nothing where nothing was seen."""
    return np.where(seen > 0, seen * np.log(np.maximum(seen, 1) / np.maximum(expected, 1e-9)), 0.0)


def _is_among_best(pairs: _Pairs) -> NDArray[np.bool_]:
    """Of the others of each term; of none where too many are as good as the best."""
    order = np.lexsort((-pairs.ratio, -pairs.dice, pairs.terms))
    terms, dice = pairs.terms[order], pairs.dice[order]
    first = np.searchsorted(terms, terms)
    rank = np.arange(len(terms)) - first
    is_alike = dice >= ALIKE * dice[first] if len(terms) else np.zeros(0, dtype=bool)
    alike = np.bincount(terms[is_alike], minlength=1 + int(terms.max(initial=0)))[terms]
    found = np.zeros(len(terms), dtype=bool)
    found[order] = is_alike & (alike <= MOST) & (rank < MOST)
    return found
