"""Segments that one version repeats and the other does not."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set

from app.parallel.letters import length

_NOT_LETTERS = re.compile(r"[\W_]+")
# Shorter ones are said twice on purpose. What they translate may be longer.
FEWEST_LETTERS = 15
# How far apart, and how far along, a repetition of the other version may be to count as the same.
TOLERANCE = 0.25
NEIGHBOURS = 5

Repeat = tuple[int, int]
"""Where something stands first, and where again."""


def lone_repeats(texts: Sequence[str], others: Sequence[str]) -> dict[int, int]:
    """Each place whose text stood before, where it stood first, unless the other version does the same."""
    theirs = _repeats(others, fewest=1)
    scale = len(others) / max(1, len(texts))
    lone: dict[int, int] = {}
    for first, again in _repeats(texts, FEWEST_LETTERS):
        shared = next((each for each in theirs if _is_shared((first, again), each, scale, len(others))), None)
        if shared:
            theirs.remove(shared)
        else:
            lone[again] = first
    return lone


def _is_shared(mine: Repeat, other: Repeat, scale: float, length_of_other: int) -> bool:
    (first, again), (here, there) = mine, other
    return abs((there - here) - (again - first)) <= max(1, TOLERANCE * (again - first)) and abs(
        here - first * scale
    ) <= max(NEIGHBOURS, TOLERANCE * length_of_other)


def _repeats(texts: Sequence[str], fewest: int) -> list[Repeat]:
    seen: dict[str, int] = {}
    found: list[Repeat] = []
    for place, text in enumerate(texts):
        letters = _NOT_LETTERS.sub("", text).casefold()
        if length(letters) >= fewest:
            if letters in seen:
                found.append((seen[letters], place))
            else:
                seen[letters] = place
    return found


def stand_apart(again: Mapping[int, int]) -> bool:
    """Whether something else stands between a repetition and what it repeats."""
    return any(run[0][1] - run[0][0] != len(run) for run in _runs(again))


def spares(again: Mapping[int, int], gains: Mapping[int, float]) -> Set[int]:
    """Of a passage that stands more than once, all but the place that gains most, the first of equals.

    ``again``: as ``lone_repeats`` finds it; ``gains``: of single places.
    """
    kept = {first: first for first in again.values()}
    spare: set[int] = set()
    for run in _runs(again):
        gain = sum(gains.get(place, 0.0) for _, place in run)
        is_better = gain > sum(gains.get(kept[first], 0.0) for first, _ in run)
        for first, place in run:
            spare.add(kept[first] if is_better else place)
            if is_better:
                kept[first] = place
    return spare


def _runs(again: Mapping[int, int]) -> Iterator[list[Repeat]]:
    """Neighbours that repeat neighbours."""
    run: list[Repeat] = []
    for place, first in sorted(again.items()):
        if run and (first, place) != (run[-1][0] + 1, run[-1][1] + 1):
            yield run
            run = []
        run.append((first, place))
    if run:
        yield run
