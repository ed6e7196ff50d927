"""Which words translate which: learnt from the two texts themselves, from look-alikes on.

IBM Model 1 (Brown et al. 1993, "The Mathematics of Statistical Machine Translation"), with two additions.
A token may also be explained by nothing but its frequency; the share of those is learnt. And what was seen
once speaks for no pair, since otherwise every wrong pair would teach the words that confirm it: of
look-alikes, too, only the likeness counts then.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.parallel.cognates import Likeness
from app.parallel.text import Doubles, Floats, Ids, Text
from app.parallel.unexplained import Unexplained, first_fit

ROUNDS = 4
OF_CO_OCCURRENCE = 0.1
OF_LIKENESS = 3.0
OF_UNSEEN_LIKENESS = 0.5
LEAST_PROBABILITY = 0.01
SMOOTHING = 3.0

Tokens = Sequence[Sequence[int]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Entries in the order of ``sources``; ``probabilities`` of the target, given the source.

    ``alike``: whether the entry rests on likeness.
    """

    sources: Ids
    targets: Ids
    probabilities: Floats
    alike: Ids
    frequencies: Doubles
    unexplained: Unexplained

    def explained(self, tokens: Tokens, wanted: Ids) -> Floats:
        """For each source segment (rows) the probability of each wanted target type, summed over tokens."""
        column = np.full(len(self.frequencies), -1, dtype=np.int64)
        column[wanted] = np.arange(len(wanted))
        is_wanted = column[self.targets] >= 0
        sources, columns = self.sources[is_wanted], column[self.targets[is_wanted]]
        probabilities = self.probabilities[is_wanted]
        result = np.zeros((len(tokens), len(wanted)), dtype=np.float32)
        for row, numbers in enumerate(tokens):
            unique, counts = np.unique(np.array(numbers, dtype=np.int64), return_counts=True)
            first = np.searchsorted(sources, unique)
            sizes = np.searchsorted(sources, unique, side="right") - first
            if sizes.sum():
                entries = np.repeat(first - np.concatenate([[0], np.cumsum(sizes)[:-1]]), sizes)
                entries = entries + np.arange(sizes.sum())
                shares = probabilities[entries] * np.repeat(counts, sizes)
                result[row] = np.bincount(columns[entries], shares, len(wanted))
        return result

    def explanations(self, tokens: Sequence[int]) -> dict[int, tuple[float, bool]]:
        """The same for one segment; and whether the target type looks like one of the tokens."""
        found: dict[int, tuple[float, bool]] = {}
        first = np.searchsorted(self.sources, tokens)
        end = np.searchsorted(self.sources, tokens, side="right")
        for start, stop in zip(first.tolist(), end.tolist(), strict=True):
            for entry in range(start, stop):
                target = int(self.targets[entry])
                probability, is_alike = found.get(target, (0.0, False))
                probability += float(self.probabilities[entry])
                found[target] = probability, is_alike or bool(self.alike[entry])
        return found


def from_likeness(likeness: Likeness, target: Text) -> Lexicon:
    """What stands before any text was read."""
    sources, targets, values = _arrays(likeness)
    size = int(sources.max(initial=-1)) + 1
    probabilities = values / _likeness_of_each(likeness, size)[sources]
    return _sorted(
        sources,
        targets,
        probabilities,
        np.ones_like(sources),
        target.frequencies,
        first_fit(likeness, target),
    )


def learnt(
    beads: Sequence[tuple[Sequence[int], Sequence[int]]], likeness: Likeness, before: Lexicon, size: int
) -> Lexicon:
    """From the tokens of paired segments. ``size``: how many source types there are."""
    pairs = _Cooccurrences(beads, len(before.frequencies))
    if not len(pairs.codes):
        return before
    pairs.keep((pairs.counts > 1) | (pairs.prior(likeness) > 0))
    prior = pairs.prior(likeness)
    sources, targets = pairs.codes // pairs.width, pairs.codes % pairs.width
    in_source = np.bincount(np.array(pairs.sources, dtype=np.int64), minlength=size)[sources]
    in_target = np.bincount(np.array(pairs.targets, dtype=np.int64), minlength=pairs.width)[targets]
    dice = 2 * pairs.counts / (in_source + in_target)
    table = prior + OF_CO_OCCURRENCE * dice
    unexplained = before.unexplained
    alike = _likeness_of_each(likeness, size)
    for round_ in range(ROUNDS):
        expected, unexplained = pairs.expected(table, unexplained, before.frequencies)
        if round_ == ROUNDS - 1:
            expected = np.maximum(0.0, expected - 1.0)
        totals = np.bincount(sources, weights=expected, minlength=size) + OF_LIKENESS * alike + SMOOTHING
        table = (expected + OF_LIKENESS * prior) / totals[sources]
    for _ in range(ROUNDS):
        _, unexplained = pairs.expected(table, unexplained, before.frequencies)
    return _with_unseen(pairs, table, (prior > 0).astype(np.int64), likeness, before.frequencies, unexplained)


class _Cooccurrences:
    """Every target token beside every source type of its bead."""

    def __init__(self, beads: Sequence[tuple[Sequence[int], Sequence[int]]], width: int) -> None:
        codes, places, shares = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)], [np.zeros(0)]
        self.width = width
        self.places = 0
        self.sources: list[int] = []
        self.targets: list[int] = []
        for source, target in beads:
            types = np.unique(np.array(source, dtype=np.int64))
            if len(types) and len(target):
                tokens = np.array(target, dtype=np.int64)
                codes.append((types[None, :] * width + tokens[:, None]).ravel())
                places.append(np.repeat(np.arange(self.places, self.places + len(tokens)), len(types)))
                shares.append(np.full(len(types) * len(tokens), 1 / len(types)))
                self.places += len(tokens)
                self.sources.extend(types.tolist())
                self.targets.extend(target)
        self.codes, self.which, self.counts = np.unique(
            np.concatenate(codes), return_inverse=True, return_counts=True
        )
        self.place, self.share = np.concatenate(places), np.concatenate(shares)

    def keep(self, is_kept: NDArray[np.bool_]) -> None:
        """Forget all others."""
        places = np.cumsum(is_kept) - 1
        stays = is_kept[self.which]
        self.which = places[self.which[stays]]
        self.place, self.share = self.place[stays], self.share[stays]
        self.codes, self.counts = self.codes[is_kept], self.counts[is_kept]

    def prior(self, likeness: Likeness) -> Doubles:
        result = np.zeros(len(self.codes))
        sources, targets, values = _arrays(likeness)
        codes = sources * self.width + targets
        if not len(self.codes):
            return result
        at = np.minimum(np.searchsorted(self.codes, codes), len(self.codes) - 1)
        is_there = self.codes[at] == codes
        result[at[is_there]] = values[is_there]
        return result

    def expected(
        self, table: Doubles, unexplained: Unexplained, frequencies: Doubles
    ) -> tuple[Doubles, Unexplained]:
        """How often each pair translates, and the shares of tokens that nothing explains."""
        tokens = np.array(self.targets, dtype=np.int64)
        shares = unexplained.of_types[tokens]
        weights = (1 - shares)[self.place] * table[self.which] * self.share
        by_chance = shares * frequencies[tokens]
        total = np.bincount(self.place, weights=weights, minlength=self.places) + by_chance
        posterior = weights / total[self.place]
        counts: Doubles = np.bincount(self.which, posterior, len(self.codes)).astype(np.float64)
        return counts, unexplained.learnt(tokens, by_chance / total)


def _with_unseen(
    pairs: _Cooccurrences,
    table: Doubles,
    alike: Ids,
    likeness: Likeness,
    frequencies: Doubles,
    unexplained: Unexplained,
) -> Lexicon:
    """Look-alikes that no bead brought together may still meet in a pair that is yet to be found."""
    is_kept = table > LEAST_PROBABILITY
    codes = pairs.codes[is_kept]
    sources, targets, values = _arrays(likeness)
    is_unseen = ~np.isin(sources * pairs.width + targets, codes)
    return _sorted(
        np.concatenate([codes // pairs.width, sources[is_unseen]]),
        np.concatenate([codes % pairs.width, targets[is_unseen]]),
        np.concatenate([table[is_kept], OF_UNSEEN_LIKENESS * values[is_unseen]]),
        np.concatenate([alike[is_kept], np.ones(int(is_unseen.sum()), np.int64)]),
        frequencies,
        unexplained,
    )


def _likeness_of_each(likeness: Likeness, size: int) -> Doubles:
    """Of each source type, to all of the target together: at least 1, since others may stand for it."""
    sources, _, values = _arrays(likeness)
    totals: Doubles = np.maximum(1.0, np.bincount(sources, weights=values, minlength=size))
    return totals


def _arrays(likeness: Likeness) -> tuple[Ids, Ids, Doubles]:
    pairs = np.array(list(likeness), dtype=np.int64).reshape(-1, 2)
    return pairs[:, 0], pairs[:, 1], np.array(list(likeness.values()), dtype=np.float64)


def _sorted(
    sources: Ids,
    targets: Ids,
    probabilities: Doubles,
    alike: Ids,
    frequencies: Doubles,
    unexplained: Unexplained,
) -> Lexicon:
    order = np.argsort(sources, kind="stable")
    return Lexicon(
        sources[order],
        targets[order],
        probabilities[order].astype(np.float32),
        alike[order],
        frequencies,
        unexplained,
    )
