"""How many segments of one text stand for how many of the other."""

from collections import Counter
from collections.abc import Mapping, Sequence

Size = tuple[int, int]
Bead = tuple[tuple[int, ...], tuple[int, ...]]
"""Places of segments in the source and in the target; one side may be empty."""

MISSING: Size = (1, 0)
ADDED: Size = (0, 1)
ONE_TO_ONE: Size = (1, 1)
# Shares before anything is known of the two texts.
SHARES: dict[Size, float] = {
    ONE_TO_ONE: 0.72, MISSING: 0.10, ADDED: 0.02, (1, 2): 0.06, (2, 1): 0.05,
    (2, 2): 0.005, (1, 3): 0.012, (3, 1): 0.012,
}  # fmt: skip
# Where an encoder tells what is left out: without it, what says little is rather taken for dropped.
SHARES_WITH_ENCODER = SHARES | {ONE_TO_ONE: 0.75, MISSING: 0.05, (1, 2): 0.07, (2, 1): 0.06}
SWAPPED = 0.03
LONGEST = 3
# How many beads these shares weigh as much as.
FIRM = 60


def first_shares(*, with_encoder: bool) -> Mapping[Size, float]:
    return SHARES_WITH_ENCODER if with_encoder else SHARES


def learnt_shares(beads: Sequence[Bead], first: Mapping[Size, float]) -> dict[Size, float]:
    counts = Counter((len(source), len(target)) for source, target in beads)
    total = sum(counts[size] for size in first) + FIRM
    return {size: (counts[size] + FIRM * share) / total for size, share in first.items()}
