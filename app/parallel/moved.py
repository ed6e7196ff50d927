"""What is left over in both texts and yet translates each other stands in another place."""

from collections.abc import Sequence

from app.parallel.beads import ONE_TO_ONE, Bead
from app.parallel.comparison import Comparison

# Log likelihood ratio from which on two of them belong together: anywhere in the text is many places.
LEAST = 2.0
# Compared at most, so that time and memory stay bounded where two texts have little in common.
MOST = 1_000


def moved_beads(known: Comparison, beads: Sequence[Bead]) -> list[Bead]:
    """The best first; each segment once."""
    missing = [bead[0][0] for bead in beads if not bead[1]][:MOST]
    added = [bead[1][0] for bead in beads if not bead[0]][:MOST]
    if not missing or not added:
        return []
    table = known.scores(missing, added)[ONE_TO_ONE]
    candidates = sorted(
        ((table[row, column], row, column) for row, column in zip(*(table >= LEAST).nonzero(), strict=True)),
        reverse=True,
    )
    rows: set[int] = set()
    columns: set[int] = set()
    found: list[Bead] = []
    for _, row, column in candidates:
        if row not in rows and column not in columns:
            rows.add(row)
            columns.add(column)
            found.append(((missing[row],), (added[column],)))
    return found
