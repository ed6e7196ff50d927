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
Alike = tuple[Ids, Ids, Doubles]
"""Source types, target types, and how alike each two are."""


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
        column = np.full(len(self.frequencies), len(wanted), dtype=np.int64)
        column[wanted] = np.arange(len(wanted))
        columns = column[self.targets]
        result = np.zeros((len(tokens), len(wanted)), dtype=np.float32)
        for row, numbers in enumerate(tokens):
            entries = self._entries(np.sort(np.array(numbers, dtype=np.int64)))
            result[row] = np.bincount(columns[entries], self.probabilities[entries], len(wanted) + 1)[:-1]
        return result

    def explanations(self, tokens: Sequence[int], wanted: Sequence[int]) -> tuple[Doubles, NDArray[np.bool_]]:
        """The same for one segment; and whether each wanted type looks like one of the tokens."""
        if not wanted:
            return np.zeros(0), np.zeros(0, dtype=np.bool_)
        types, places = np.unique(np.array(wanted, dtype=np.int64), return_inverse=True)
        entries = self._entries(np.array(tokens, dtype=np.int64))
        columns = np.minimum(np.searchsorted(types, self.targets[entries]), len(types) - 1)
        is_wanted = types[columns] == self.targets[entries]
        entries, columns = entries[is_wanted], columns[is_wanted]
        probabilities = np.bincount(columns, self.probabilities[entries], len(types)).astype(np.float64)
        are_alike = np.bincount(columns, self.alike[entries], len(types)) > 0
        return probabilities[places], are_alike[places]

    def _entries(self, tokens: Ids) -> Ids:
        """Of each source token, one after the other."""
        first = np.searchsorted(self.sources, tokens)
        sizes = np.searchsorted(self.sources, tokens, side="right") - first
        ends = np.cumsum(sizes)
        result: Ids = np.repeat(first - ends + sizes, sizes) + np.arange(sizes.sum())
        return result


def from_likeness(likeness: Likeness, target: Text) -> Lexicon:
    """What stands before any text was read."""
    alike = _arrays(likeness)
    sources, targets, values = alike
    probabilities = values / _likeness_of_each(alike, int(sources.max(initial=-1)) + 1)[sources]
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
    alike = _arrays(likeness)
    pairs = _Cooccurrences(beads, alike, len(before.frequencies))
    if not pairs.places:
        return before
    prior = pairs.prior(alike)
    sources, targets = pairs.codes // pairs.width, pairs.codes % pairs.width
    in_source = np.bincount(pairs.sources, minlength=size)[sources]
    in_target = np.bincount(pairs.targets, minlength=pairs.width)[targets]
    dice = 2 * pairs.counts / (in_source + in_target)
    table = prior + OF_CO_OCCURRENCE * dice
    unexplained = before.unexplained
    of_likeness = OF_LIKENESS * _likeness_of_each(alike, size)
    for round_ in range(ROUNDS):
        expected, unexplained = pairs.expected(table, unexplained, before.frequencies)
        if round_ == ROUNDS - 1:
            expected = np.maximum(0.0, expected - 1.0)
        totals = np.bincount(sources, weights=expected, minlength=size) + of_likeness + SMOOTHING
        table = (expected + OF_LIKENESS * prior) / totals[sources]
    for _ in range(ROUNDS):
        _, unexplained = pairs.expected(table, unexplained, before.frequencies)
    return _with_unseen(pairs, table, (prior > 0).astype(np.int64), alike, before.frequencies, unexplained)


class _Cooccurrences:
    """Target tokens beside the source types of their beads: those seen together twice, and look-alikes."""

    def __init__(
        self, beads: Sequence[tuple[Sequence[int], Sequence[int]]], alike: Alike, width: int
    ) -> None:
        self.width = width
        both = [(source, target) for source, target in beads if source and target]
        self.targets = np.array([token for _, target in both for token in target], dtype=np.int64)
        self.places = len(self.targets)
        # What stands once can stand with nothing twice.
        is_paired = np.bincount(self.targets, minlength=width) > 1
        is_paired[alike[1]] = True
        types = [np.unique(np.array(source, dtype=np.int64)) for source, _ in both]
        self.sources = np.concatenate([*types, np.zeros(0, np.int64)])
        codes, places, shares = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)], [np.zeros(0)]
        start = 0
        for here, (_, target) in zip(types, both, strict=True):
            tokens = np.array(target, dtype=np.int64)
            paired = np.flatnonzero(is_paired[tokens])
            codes.append((here[None, :] * width + tokens[paired, None]).ravel())
            places.append(np.repeat(start + paired, len(here)))
            shares.append(np.full(len(here) * len(paired), 1 / len(here)))
            start += len(tokens)
        self._keep(np.concatenate(codes), np.concatenate(places), np.concatenate(shares), alike)

    def _keep(self, codes: Ids, places: Ids, shares: Doubles, alike: Alike) -> None:
        # One number of each code and where it stands: sorted in a third of the time that argsort takes.
        ordered = np.sort(codes * len(codes) + np.arange(len(codes)))
        codes, order = np.divmod(ordered, max(1, len(codes)))
        first = np.flatnonzero(np.diff(codes, prepend=-1))
        counts = np.diff(first, append=len(codes))
        codes = codes[first]
        is_kept = (counts > 1) | np.isin(codes, alike[0] * self.width + alike[1])
        self.codes, self.counts = codes[is_kept], counts[is_kept]
        self.which = np.repeat(np.arange(len(self.codes)), self.counts)
        order = order[np.repeat(is_kept, counts)]
        self.place, self.share = places[order], shares[order]

    def prior(self, alike: Alike) -> Doubles:
        result = np.zeros(len(self.codes))
        sources, targets, values = alike
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
        tokens = self.targets
        shares = unexplained.of(tokens)
        weights = (1 - shares)[self.place] * table[self.which] * self.share
        by_chance = shares * frequencies[tokens]
        total = np.bincount(self.place, weights=weights, minlength=self.places) + by_chance
        posterior = weights / total[self.place]
        counts: Doubles = np.bincount(self.which, posterior, len(self.codes)).astype(np.float64)
        return counts, unexplained.learnt(tokens, by_chance / total)


def _with_unseen(
    pairs: _Cooccurrences,
    table: Doubles,
    is_alike: Ids,
    alike: Alike,
    frequencies: Doubles,
    unexplained: Unexplained,
) -> Lexicon:
    """Look-alikes that no bead brought together may still meet in a pair that is yet to be found."""
    is_kept = table > LEAST_PROBABILITY
    codes = pairs.codes[is_kept]
    sources, targets, values = alike
    is_unseen = ~np.isin(sources * pairs.width + targets, codes)
    return _sorted(
        np.concatenate([codes // pairs.width, sources[is_unseen]]),
        np.concatenate([codes % pairs.width, targets[is_unseen]]),
        np.concatenate([table[is_kept], OF_UNSEEN_LIKENESS * values[is_unseen]]),
        np.concatenate([is_alike[is_kept], np.ones(int(is_unseen.sum()), np.int64)]),
        frequencies,
        unexplained,
    )


def _likeness_of_each(alike: Alike, size: int) -> Doubles:
    """Of each source type, to all of the target together: at least 1, since others may stand for it."""
    sources, _, values = alike
    totals: Doubles = np.maximum(1.0, np.bincount(sources, weights=values, minlength=size))
    return totals


def _arrays(likeness: Likeness) -> Alike:
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
