"""Two headings, or two neighbours, that changed places: nothing is left over."""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from math import log

from app.parallel.beads import ONE_TO_ONE, Bead
from app.parallel.comparison import Comparison
from app.parallel.moved import MARGIN, MOVED


def exchanged_headings(known: Comparison, beads: Sequence[Bead]) -> list[Bead]:
    """As they belong together: each fits better where the other is. The likeliest first, each once."""
    pairs = [bead for bead in beads if _are_headings(known, bead)]
    if len(pairs) < len("ab"):
        return []
    table = known.scores([rows[0] for rows, _ in pairs], [columns[0] for _, columns in pairs])[ONE_TO_ONE]
    gains = (table + table.T - table.diagonal()[:, None] - table.diagonal()[None, :]).tolist()
    least = MARGIN - log(MOVED / max(len(known.source.segments), len(known.target.segments)))
    found: list[Bead] = []
    taken: set[int] = set()
    for one, other in sorted(combinations(range(len(pairs)), 2), key=lambda each: -gains[each[0]][each[1]]):
        if gains[one][other] >= least and taken.isdisjoint((one, other)):
            taken |= {one, other}
            found += [(pairs[one][0], pairs[other][1]), (pairs[other][0], pairs[one][1])]
    return found


def _are_headings(known: Comparison, bead: Bead) -> bool:
    rows, columns = bead
    is_single = (len(rows), len(columns)) == ONE_TO_ONE
    return is_single and (
        known.source.segments[rows[0]].kind == known.target.segments[columns[0]].kind == "heading"
    )


def exchanged_neighbours(known: Comparison, beads: Sequence[Bead]) -> Iterator[Bead]:
    """Of two that the path has crosswise the shorter one; sentences of one paragraph are told of nowhere."""
    source, target = known.source.segments, known.target.segments
    for one, other in pairwise(beads):
        if not all((*one, *other)):
            continue
        (row, column), (next_row, next_column) = ((rows[0], columns[0]) for rows, columns in (one, other))
        are_crosswise = (next_row, next_column) == (row + 1, column - 1)
        if (
            are_crosswise
            and source[row].block != source[next_row].block
            and target[column].block != target[next_column].block
        ):
            yield min(one, other, key=lambda bead: len(source[bead[0][0]].text))
