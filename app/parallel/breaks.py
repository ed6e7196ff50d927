"""Two paragraphs written as one: a sentence of it ends where the first of the two does."""

from collections.abc import Sequence

import numpy as np

from app.parallel.beads import Size
from app.parallel.lengths import SPREAD, SPREAD_OF_SHORT
from app.parallel.text import Doubles

# So often a sentence still ends there.
KEPT = 0.85
# A share of a segment is taken for no smaller.
LEAST_SHARE = 0.01


def break_evidence(
    source: Doubles,
    target: Doubles,
    breaks: Sequence[Doubles],
    breaks_of_target: Sequence[Doubles],
    size: Size,
) -> Doubles:
    """Log likelihood ratio to chance of 1-n and n-1; nothing of other sizes, and of single sentences.

    ``source``, ``target``: lengths of segments; ``breaks``: after which shares of each a sentence ends.
    """
    high, wide = size
    result = np.zeros((len(source) - high + 1, len(target) - wide + 1))
    if wide == 1:
        for cut in range(1, high):
            result += _of_cut(source, breaks_of_target, high, cut)
    elif high == 1:
        for cut in range(1, wide):
            result += _of_cut(target, breaks, wide, cut).T
    return result


def _of_cut(lengths: Doubles, breaks: Sequence[Doubles], size: int, cut: int) -> Doubles:
    """Of each run of ``size`` segments (rows), cut after ``cut`` of them, to each segment that has breaks."""
    sums = np.concatenate([[0.0], np.cumsum(lengths)])
    before = sums[cut : len(sums) - size + cut] - sums[: len(sums) - size]
    after = sums[size:] - sums[cut : len(sums) - size + cut]
    counts = np.array([len(each) for each in breaks])
    result = np.zeros((len(before), len(breaks)))
    if not counts.any():
        return result
    shares = np.clip(np.concatenate(breaks), LEAST_SHARE, 1 - LEAST_SHARE)
    spread = (2 * SPREAD + SPREAD_OF_SHORT * (1 / before + 1 / after))[:, None]
    distance = np.log(shares / (1 - shares))[None, :] - np.log(before / after)[:, None]
    fit = np.exp(-0.5 * distance**2 / spread) / np.sqrt(2 * np.pi * spread)
    # By chance a break is anywhere; its logarithmic odds are so densely spread.
    ratio = fit / (shares * (1 - shares))[None, :]
    has_breaks = counts > 0
    first = (np.cumsum(counts) - counts)[has_breaks]
    means = np.add.reduceat(ratio, first, axis=1) / counts[has_breaks]
    result[:, has_breaks] = np.log(1 - KEPT + KEPT * means)
    return result
