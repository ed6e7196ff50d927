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
    """Borders of a text whose segments are whole paragraphs do not count, since those are joined."""
    mine, theirs = _borders_within(source, size[0]), _borders_within(target, size[1])
    return np.where(mine[:, None] != theirs[None, :], OF_LOST_BORDER, 0.0)


def _has_sentences(segments: Sequence[Segment]) -> bool:
    return len({each.block for each in segments}) < len(segments)


def _borders_within(segments: Sequence[Segment], size: int) -> Doubles:
    """How many there are in each run of ``size`` segments."""
    if not _has_sentences(segments):
        return np.zeros(len(segments) - size + 1)
    sums = np.cumsum([0, *(one.block != other.block for one, other in pairwise(segments))])
    result: Doubles = (sums[size - 1 :] - sums[: len(sums) - size + 1]).astype(np.float64)
    return result
