"""What aligning two texts comes to."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from app.parallel.segments import Segment

PairType = Literal["1-1", "1-n", "n-1", "n-m", "missing", "added", "moved"]
Evidence = Literal["length", "names", "numbers", "quotes", "cognates", "lexicon", "encoder", "kind", "repeat"]


@dataclass(frozen=True, slots=True)
class Pair:
    """Segments that translate each other; ``missing`` has no target, ``added`` no source, ``moved`` both.

    ``score``: how sure it is, from 0 to 1. ``evidence``: what speaks for it (or against, below 0), in natural
    logarithms of how much likelier the two are as a translation of each other than by chance.
    """

    source: tuple[Segment, ...]
    target: tuple[Segment, ...]
    type: PairType
    score: float
    evidence: Mapping[Evidence, float]
