"""The best way to read two texts side by side from the first to the last segment, by dynamic programming."""

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.parallel.beads import ADDED, MISSING, ONE_TO_ONE, SWAPPED, Bead, Size

Scores = Mapping[Size, NDArray[Any]]
"""Of each size of bead that has both sides: at row i and column j that which begins there."""

NEVER = -1e9
_MISSING, _ADDED, _SWAPPED, _FIRST = 1, 2, 3, 4


@dataclass(frozen=True, slots=True)
class Path:
    """``score``: the logarithm of how probable all its beads are together."""

    beads: list[Bead]
    score: float


def best_path(
    rows: int,
    columns: int,
    scores: Scores,
    shares: Mapping[Size, float],
    apart: Collection[tuple[int, int]] = (),
) -> Path:
    """Neighbours that changed places come out as two beads that cross.

    ``apart``: rows and columns that go together elsewhere; here they are missing and added, at no cost.
    """
    sizes = list(scores)
    missing = np.full(rows, math.log(shares[MISSING]))
    added = np.full(columns, math.log(shares[ADDED]))
    if apart:
        scores = _without(scores, apart)
        missing[[row for row, _ in apart]] = added[[column for _, column in apart]] = 0.0
    swapped = _swapped(scores, shares)
    slope = np.concatenate([[0.0], np.cumsum(added)])
    best = np.full((rows + 1, columns + 1), NEVER)
    steps = np.zeros((rows + 1, columns + 1), dtype=np.int8)
    for row in range(rows + 1):
        if row == 0:
            line, step = np.full(columns + 1, NEVER), np.zeros(columns + 1, dtype=np.int8)
            line[0] = 0.0
        else:
            line, step = best[row - 1] + missing[row - 1], np.full(columns + 1, _MISSING, dtype=np.int8)
            candidates = [(sizes[k], scores[sizes[k]], _FIRST + k) for k in range(len(sizes))]
            if swapped is not None:
                candidates.append(((2, 2), swapped, _SWAPPED))
            for (high, wide), table, number in candidates:
                if high <= row and wide <= columns:
                    reached = best[row - high, : columns + 1 - wide] + table[row - high]
                    is_better = reached > line[wide:]
                    np.copyto(line[wide:], reached, where=is_better)
                    np.copyto(step[wide:], number, where=is_better)
        # What is added needs no step downwards: the best so far, less what each further column costs.
        along = np.maximum.accumulate(line - slope) + slope
        step[along > line + 1e-9] = _ADDED
        best[row], steps[row] = np.maximum(along, line), step
    return Path(_way_back(steps, sizes), float(best[rows, columns]))


def _without(scores: Scores, apart: Collection[tuple[int, int]]) -> Scores:
    left: dict[Size, NDArray[Any]] = {}
    for (high, wide), table in scores.items():
        left[high, wide] = table.copy()
        for row, column in apart:
            left[high, wide][max(0, row - high + 1) : row + 1] = NEVER
            left[high, wide][:, max(0, column - wide + 1) : column + 1] = NEVER
    return left


def _swapped(scores: Scores, shares: Mapping[Size, float]) -> NDArray[Any] | None:
    single = scores.get(ONE_TO_ONE)
    if single is None or min(single.shape) < len("ab"):
        return None
    cost = math.log(SWAPPED) - 2 * math.log(shares[ONE_TO_ONE])
    crossed: NDArray[Any] = single[:-1, 1:] + single[1:, :-1] + cost
    return crossed


def _way_back(steps: NDArray[np.int8], sizes: list[Size]) -> list[Bead]:
    row, column = steps.shape[0] - 1, steps.shape[1] - 1
    beads: list[Bead] = []
    while row or column:
        step = int(steps[row, column])
        if step == _SWAPPED:
            beads += [((row - 1,), (column - 2,)), ((row - 2,), (column - 1,))]
            row, column = row - 2, column - 2
            continue
        high, wide = {_MISSING: MISSING, _ADDED: ADDED}.get(step) or sizes[step - _FIRST]
        beads.append((tuple(range(row - high, row)), tuple(range(column - wide, column))))
        row, column = row - high, column - wide
    return beads[::-1]
