"""Two that changed places, so that nothing is left over."""

from bisect import bisect
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import log

import numpy as np

from app.parallel.beads import ADDED, MISSING, ONE_TO_ONE, Bead
from app.parallel.comparison import Comparison
from app.parallel.moved import MARGIN, MOVED

# Pairs compared each with each; as many as an article has.
MOST = 300


def exchanged_pairs(known: Comparison, beads: Sequence[Bead]) -> list[Bead]:
    """As they belong together: each fits better where the other is. The likeliest first, each once.

    Of longer texts headings alone are tried: few, however long the text is.
    """
    pairs = [bead for bead in beads if (len(bead[0]), len(bead[1])) == ONE_TO_ONE]
    if len(pairs) > MOST:
        pairs = [bead for bead in pairs if _are_headings(known, bead)]
    if len(pairs) < len("ab"):
        return []
    table = known.scores([rows[0] for rows, _ in pairs], [columns[0] for _, columns in pairs])[ONE_TO_ONE]
    gains = np.triu(table + table.T - table.diagonal()[:, None] - table.diagonal()[None, :], 1)
    least = MARGIN - log(MOVED / max(len(known.source.segments), len(known.target.segments)))
    found: list[Bead] = []
    taken: set[int] = set()
    for one, other in sorted(np.argwhere(gains >= least).tolist(), key=lambda each: -gains[*each]):
        if taken.isdisjoint((one, other)) and _are_apart(known, pairs[one], pairs[other]):
            taken |= {one, other}
            found += [(pairs[one][0], pairs[other][1]), (pairs[other][0], pairs[one][1])]
    return found


def _are_headings(known: Comparison, bead: Bead) -> bool:
    (row,), (column,) = bead
    return known.source.segments[row].kind == known.target.segments[column].kind == "heading"


def _are_apart(known: Comparison, one: Bead, other: Bead) -> bool:
    """Sentences of one paragraph are told of nowhere."""
    sides = zip((known.source.segments, known.target.segments), one, other, strict=True)
    return all(segments[mine[0]].block != segments[theirs[0]].block for segments, mine, theirs in sides)


def partners_of_moved(known: Comparison, beads: Sequence[Bead], moved: Sequence[Bead]) -> Iterator[Bead]:
    """What alone is missing where another went, with what alone is added where that came from.

    Nobody had to choose that place, so that its words may say less than those of what moved by itself.
    """
    gaps = _Gaps([bead for bead in beads if all(bead)])
    missing, added = (
        {bead[side] for bead in beads if bead[side] and not bead[1 - side]} - {bead[side] for bead in moved}
        for side in (0, 1)
    )
    least = MARGIN + log(known.shares[MISSING]) + log(known.shares[ADDED])
    for rows, columns in moved:
        came, went = gaps.of(rows, 0), gaps.of(columns, 1)
        left = [each for each in missing if gaps.of(each, 0) == went]
        right = [each for each in added if gaps.of(each, 1) == came]
        if came != went and len(left) == len(right) == 1:
            bead = left[0], right[0]
            if known.scores(*bead)[ONE_TO_ONE][0, 0] >= least:
                yield bead


class _Gaps:
    """Between the pairs that stand in order: numbered alike on both sides."""

    def __init__(self, beads: Sequence[Bead]) -> None:
        self._starts = [sorted(bead[side][0] for bead in beads) for side in (0, 1)]

    def of(self, places: Sequence[int], side: int) -> int:
        return bisect(self._starts[side], places[0])


def exchanged_neighbours(known: Comparison, beads: Sequence[Bead]) -> Iterator[Bead]:
    """Of two that the path has crosswise the shorter one."""
    source = known.source.segments
    for one, other in pairwise(beads):
        if not all((*one, *other)):
            continue
        (row, column), (next_row, next_column) = ((rows[0], columns[0]) for rows, columns in (one, other))
        are_crosswise = (next_row, next_column) == (row + 1, column - 1)
        if are_crosswise and _are_apart(known, one, other):
            yield min(one, other, key=lambda bead: len(source[bead[0][0]].text))
