"""A paragraph that was added below one of like content says nothing that its neighbour does not."""

from collections.abc import Iterator, Sequence
from math import log

from app.parallel.beads import ADDED, Bead
from app.parallel.comparison import Comparison

# How much likelier it has to be that a paragraph was added than that one was made two.
MARGIN = 2.0
RARE = (1, 3)


def without_additions(known: Comparison, beads: Sequence[Bead]) -> list[Bead]:
    """``beads``, with what is rather added to one segment's translation than a part of it apart."""
    added = {place for source, target in beads for place in target if not source}
    found: list[Bead] = []
    for bead in beads:
        gains = {kept: _gain(known, bead, kept) for kept in _without_a_paragraph(known, bead, added)}
        kept = max(gains, key=lambda each: gains[each], default=bead)
        if gains.get(kept, 0.0) < MARGIN:
            found.append(bead)
            continue
        found.append(kept)
        found += [((), (place,)) for place in bead[1] if place not in kept[1]]
    return found


def _without_a_paragraph(known: Comparison, bead: Bead, added: set[int]) -> Iterator[Bead]:
    """Of what stands for one segment, without the first or the last of several paragraphs."""
    source, target = bead
    if len(source) != 1:
        return
    blocks = [segment.block for segment in known.target.segments]
    for block in {blocks[place] for place in (*target[:1], *target[-1:])}:
        kept = tuple(place for place in target if blocks[place] != block)
        whole = {place for place, each in enumerate(blocks) if each == block}
        if kept and whole <= {*added, *target}:
            yield source, kept


def _gain(known: Comparison, bead: Bead, kept: Bead) -> float:
    """For the source's words and the length; of the target's own, what is said twice would count twice."""
    words = known.evidence_of_source(kept) - known.evidence_of_source(bead)
    lengths = known.fit_of_length(kept) - known.fit_of_length(bead)
    before, after = (known.shares.get((1, len(each[1])), known.shares[RARE]) for each in (bead, kept))
    return words + lengths + log(after) + log(known.shares[ADDED]) - log(before)
