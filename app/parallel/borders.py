"""Translators join sentences of one paragraph, hardly ever the last of one with the first of the next."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from app.parallel.beads import Size
from app.parallel.segments import Segment
from app.parallel.text import Doubles

# Log likelihood ratio of a run over the border of two paragraphs that one segment stands for.
OF_LOST_BORDER = -3.0


def border_evidence(source: Sequence[Segment], target: Sequence[Segment], size: Size) -> Doubles:
    """Nothing where segments of either text are whole paragraphs, since those are joined."""
    high, wide = size
    result = np.zeros((len(source) - high + 1, len(target) - wide + 1))
    if (high > 1 or wide > 1) and _has_sentences(source) and _has_sentences(target):
        mine, theirs = _borders_within(source, high), _borders_within(target, wide)
        result[mine[:, None] != theirs[None, :]] = OF_LOST_BORDER
    return result


def _has_sentences(segments: Sequence[Segment]) -> bool:
    return len({each.block for each in segments}) < len(segments)


def _borders_within(segments: Sequence[Segment], size: int) -> Doubles:
    """How many there are in each run of ``size`` segments."""
    sums = np.cumsum([0, *(one.block != other.block for one, other in pairwise(segments))])
    result: Doubles = (sums[size - 1 :] - sums[: len(sums) - size + 1]).astype(np.float64)
    return result
