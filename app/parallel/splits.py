"""A sentence made two is translated by both: what seems added fits into the length of its paragraph.

Only in paragraphs that translate each other whole: all else in the two is paired, and with nothing outside.
"""

from collections.abc import Iterator, Sequence
from itertools import chain
from math import log

import numpy as np

from app.parallel.beads import ADDED, MISSING, Bead, Size
from app.parallel.comparison import Comparison
from app.parallel.lengths import LengthFit

# Sentences that stand for one; more than three are as rare as three.
MOST = 5
# Translators make two sentences of one far more often than they add one to a paragraph.
OF_ADDED = 2.5
RARE: tuple[Size, Size] = (3, 1), (1, 3)


def with_splits(known: Comparison, beads: Sequence[Bead]) -> list[Bead]:
    """``beads``, with what is missing or added joined to its neighbour where that fits better."""
    paired = _Paired(known, beads)
    for half in [bead for bead in beads if not all(bead)]:
        options = [(paired.gain(half, bead), bead) for bead in paired.neighbours(half)]
        if options and max(options)[0] > 0:
            paired.put(_joined(half, max(options)[1]))
    return paired.beads


def _joined(one: Bead, other: Bead) -> Bead:
    return tuple(sorted(one[0] + other[0])), tuple(sorted(one[1] + other[1]))


class _Paired:
    def __init__(self, known: Comparison, beads: Sequence[Bead]) -> None:
        self._known = known
        texts = known.source, known.target
        self._blocks = [[segment.block for segment in text.segments] for text in texts]
        self._lengths = [text.lengths for text in texts]
        self._places: list[dict[str, list[int]]] = [{}, {}]
        for places, blocks in zip(self._places, self._blocks, strict=True):
            for place, block in enumerate(blocks):
                places.setdefault(block, []).append(place)
        self._beads: list[dict[int, Bead]] = [{}, {}]
        for bead in beads:
            self.put(bead)

    def put(self, bead: Bead) -> None:
        for beads, places in zip(self._beads, bead, strict=True):
            beads.update(dict.fromkeys(places, bead))

    @property
    def beads(self) -> list[Bead]:
        return list(dict.fromkeys(chain(self._beads[0].values(), self._beads[1].values())))

    def neighbours(self, half: Bead) -> Iterator[Bead]:
        """Of the same paragraph, paired with one segment; none where it is no whole translation."""
        side = 0 if half[0] else 1
        if self._counterpart(side, half) is None:
            return
        for place in (half[side][0] - 1, half[side][-1] + 1):
            bead = self._beads[side].get(place)
            is_beside = bead is not None and self._blocks[side][place] == self._blocks[side][half[side][0]]
            if bead and is_beside and len(bead[1 - side]) == 1 and len(bead[side]) < MOST:
                yield bead

    def _counterpart(self, side: int, half: Bead) -> str | None:
        here = set(self._places[side][self._blocks[side][half[side][0]]])
        paired = [bead for place in here if all(bead := self._beads[side][place])]
        there = {place for bead in paired for place in bead[1 - side]}
        blocks = {self._blocks[1 - side][place] for place in there}
        if len(blocks) != 1:
            return None
        (block,) = blocks
        are_all = there == set(self._places[1 - side][block])
        return block if are_all and all(here.issuperset(bead[side]) for bead in paired) else None

    def gain(self, half: Bead, bead: Bead) -> float:
        """What it says more for the two as one: their words, and the length of the paragraph."""
        side = 0 if half[0] else 1
        known, joined = self._known, _joined(half, bead)
        words = sum(known.evidence(joined).values()) - sum(known.evidence(bead).values())
        before, after = (
            known.shares.get((len(each[0]), len(each[1])), known.shares[RARE[side]])
            for each in (bead, joined)
        )
        alone = known.shares[MISSING if half[0] else ADDED]
        likelier = 0.0 if half[0] else OF_ADDED
        return words + likelier + log(after) - log(before) - log(alone) + self._of_length(side, half)

    def _of_length(self, side: int, half: Bead) -> float:
        block = self._counterpart(side, half)
        there = float(self._lengths[1 - side][self._places[1 - side][block or ""]].sum())
        here = self._places[side][self._blocks[side][half[side][0]]]
        without = float(sum(self._lengths[side][place] for place in here if all(self._beads[side][place])))
        whole = without + float(self._lengths[side][list(half[side])].sum())
        sums = np.array([[without, there], [whole, there]])[:, :: 1 if side == 0 else -1]
        # Paragraphs that translate each other whole differ less than their sentences do.
        fits = LengthFit(self._known.lengths.ratio).fits(sums[:, 0], sums[:, 1])
        return float(fits[1] - fits[0])
