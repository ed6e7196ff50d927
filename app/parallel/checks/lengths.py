"""Texts far longer or shorter than their pair of versions leads to expect."""

import math
from collections.abc import Iterable, Iterator
from statistics import median

from app.parallel.checks.finding import Finding, Span

FEWEST_CHARACTERS = 40
FEWEST_PAIRS = 5
USUAL_SPREAD = math.log(2.2)


def expected_ratio(pairs: Iterable[tuple[str, str]]) -> float | None:
    """Characters of target per character of source: the median of the pairs, None of too few."""
    ratios = [
        len(target) / len(source) for source, target in pairs if len(source) >= FEWEST_CHARACTERS and target
    ]
    return median(ratios) if len(ratios) >= FEWEST_PAIRS else None


def length_findings(source: str, target: str, expected: float | None) -> Iterator[Finding]:
    """``expected`` is None where the two versions are too short to tell."""
    if expected is None or not source or not target:
        return
    if max(len(source), len(target) / expected) < FEWEST_CHARACTERS:
        return
    ratio = len(target) / len(source) / expected
    if abs(math.log(ratio)) > USUAL_SPREAD:
        yield Finding(
            "suspicious-length",
            (Span(0, len(source)),),
            (Span(0, len(target)),),
            {"ratio": f"{ratio:.2f}"},
        )
