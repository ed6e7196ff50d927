"""What is left over in both texts and yet translates each other stands in another place."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import log
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.parallel.beads import ADDED, MISSING, ONE_TO_ONE, Bead, Size
from app.parallel.comparison import Comparison
from app.parallel.monotone import Scores, best_path
from app.parallel.segments import Segment

# Log likelihood ratio from which on two that fit each other best may belong together.
LEAST = 0.5
# How much likelier it has to be that something moved than that it was left out, and something else added.
MARGIN = 0.5
# The share of segments that went elsewhere, to any place of the text.
MOVED = 0.02
MOST_TRIED = 3
# Compared at most, so that time and memory stay bounded where two texts have little in common.
MOST = 1_000


def path_beside_moves(rows: int, columns: int, scores: Scores, shares: Mapping[Size, float]) -> list[Bead]:
    """The best path, past what moved where that alone lets the rest stand in order."""
    path = best_path(rows, columns, scores, shares)
    single = scores.get(ONE_TO_ONE)
    if single is None:
        return path.beads
    cost = log(MOVED / max(rows, columns))
    apart: list[tuple[int, int]] = []
    gained = 0.0
    for row, column in _candidates(single, path.beads)[:MOST_TRIED]:
        gain = gained + float(single[row, column]) + cost
        beside = best_path(rows, columns, scores, shares, [*apart, (row, column)])
        if beside.score + gain > path.score + gained:
            path, gained = beside, gain
            apart.append((row, column))
    return path.beads


def _candidates(single: NDArray[Any], beads: Sequence[Bead]) -> list[tuple[int, int]]:
    """Those that fit each other better than any other of either text, and yet are no pair; the best first."""
    paired = {(row, column) for rows, columns in beads for row in rows for column in columns}
    best_column, best_row = single.argmax(axis=1), single.argmax(axis=0)
    found = [
        (row, column)
        for row, column in enumerate(best_column.tolist())
        if best_row[column] == row and (row, column) not in paired and single[row, column] >= LEAST
    ]
    return sorted(found, key=lambda each: -single[each])


def moved_beads(known: Comparison, beads: Sequence[Bead]) -> list[Bead]:
    """The best first; each segment once. What moves together is of one block."""
    missing = [bead[0][0] for bead in beads if not bead[1]][:MOST]
    added = [bead[1][0] for bead in beads if not bead[0]][:MOST]
    if not missing or not added:
        return []
    shares = log(known.shares[MISSING]) + log(known.shares[ADDED])
    least = MARGIN + shares - log(MOVED / max(len(known.source.segments), len(known.target.segments)))
    candidates: list[tuple[float, Bead]] = []
    for (high, wide), table in known.scores(missing, added).items():
        rows = _together(known.source.segments, missing, high)
        columns = _together(known.target.segments, added, wide)
        for row, column in zip(*((table >= least) & rows[:, None] & columns[None, :]).nonzero(), strict=True):
            bead = tuple(missing[row : row + high]), tuple(added[column : column + wide])
            candidates.append((float(table[row, column]), bead))
    taken: tuple[set[int], set[int]] = set(), set()
    found: list[Bead] = []
    for _, bead in sorted(candidates, reverse=True):
        if taken[0].isdisjoint(bead[0]) and taken[1].isdisjoint(bead[1]):
            taken[0].update(bead[0])
            taken[1].update(bead[1])
            found.append(bead)
    return found


def _together(segments: Sequence[Segment], places: Sequence[int], size: int) -> NDArray[np.bool_]:
    """Whether each run of ``size`` places is one of neighbours in one block."""
    breaks = [
        later != place + 1 or segments[later].block != segments[place].block
        for place, later in pairwise(places)
    ]
    sums = np.cumsum([0, *breaks])
    result: NDArray[np.bool_] = sums[size - 1 :] == sums[: len(sums) - size + 1]
    return result
