"""Long segments have long translations: how far a length fits, for this pair of languages and texts.

After Gale and Church 1993, "A Program for Aligning Sentences in Bilingual Corpora", with the ratio and its
spread taken from the texts and the lengths' logarithms instead of their differences.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from app.parallel.beads import Bead, Size
from app.parallel.text import Doubles

# Spread of the logarithm of the ratio: in any text, and more in short ones, by characters.
SPREAD, SPREAD_OF_SHORT = 0.02, 2.0
LEAST_FACTOR, MOST_FACTOR = 0.25, 3.0
FIRM = 10
FEWEST = 5
# A ratio beyond this counts as this much, and a length that fits badly speaks against a pair only so loud.
FARTHEST = 0.6
LOUDEST = -4.0
LEAST_SPREAD_BY_CHANCE = 0.05


@dataclass(frozen=True, slots=True)
class LengthFit:
    """``ratio``: the logarithm of target characters a source character."""

    ratio: float
    factor: float = 1.0

    def fits(self, source: Doubles, target: Doubles) -> Doubles:
        """Log likelihood of each target length, given the source's."""
        spread = self.factor * (SPREAD + SPREAD_OF_SHORT / source)
        distance = np.log(target) - np.log(source) - self.ratio
        result: Doubles = np.log(np.exp(-0.5 * distance**2 / spread) / np.sqrt(spread) + math.exp(LOUDEST))
        return result

    def evidence(self, source: Doubles, target: Doubles, size: Size, among: Doubles | None = None) -> Doubles:
        """Log likelihood ratio of each two runs of as many segments as ``size`` says, to chance.

        ``among``: the logarithms of the lengths that chance would draw from, where not those of the target.
        """
        mine, there = run_sums(source, size[0]), run_sums(target, size[1])
        theirs = np.log(there)
        drawn = theirs if among is None else among
        usual = drawn.var() + LEAST_SPREAD_BY_CHANCE
        chance = -0.5 * (theirs - drawn.mean()) ** 2 / usual - 0.5 * math.log(usual)
        result: Doubles = self.fits(mine[:, None], there[None, :]) - chance[None, :]
        return result


def first_fit(source: Doubles, target: Doubles) -> LengthFit:
    return LengthFit(math.log(target.sum() / source.sum()))


def learnt_fit(source: Doubles, target: Doubles, beads: Sequence[Bead], before: LengthFit) -> LengthFit:
    """Ratio: the median of the pairs', weighted by the root of their length."""
    lengths = np.array([(source[list(s)].sum(), target[list(t)].sum()) for s, t in beads if s and t])
    if len(lengths) < FEWEST:
        return before
    ratios = np.log(lengths[:, 1] / lengths[:, 0])
    order = np.argsort(ratios)
    weights = np.cumsum(np.sqrt(lengths[order, 0]))
    ratio = float(ratios[order][np.searchsorted(weights, weights[-1] / 2)])
    squares = np.minimum((ratios - ratio) ** 2, FARTHEST**2)
    expected = SPREAD + SPREAD_OF_SHORT / lengths[:, 0]
    factor = float(((squares / expected).sum() + FIRM) / (len(lengths) + FIRM))
    return LengthFit(ratio, min(MOST_FACTOR, max(LEAST_FACTOR, factor)))


def run_sums(values: Doubles, size: int) -> Doubles:
    """Of each ``size`` neighbours."""
    sums = np.concatenate([[0.0], np.cumsum(values)])
    result: Doubles = sums[size:] - sums[: len(sums) - size]
    return result
