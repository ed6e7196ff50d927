"""Segments that one version repeats and the other does not."""

import re
from collections.abc import Sequence

_NOT_LETTERS = re.compile(r"[\W_]+")
# Shorter ones are said twice on purpose.
FEWEST_LETTERS = 15
# How far apart, and how far along, a repetition of the other version may be to count as the same.
TOLERANCE = 0.25
NEIGHBOURS = 5

Repeat = tuple[int, int]
"""Where something stands first, and where again."""


def lone_repeats(texts: Sequence[str], others: Sequence[str]) -> dict[int, int]:
    """Each place whose text stood before, where it stood first, unless the other version does the same."""
    theirs = _repeats(others)
    scale = len(others) / max(1, len(texts))

    def is_shared(first: int, again: int) -> bool:
        return any(
            abs((there - here) - (again - first)) <= max(1, TOLERANCE * (again - first))
            and abs(here - first * scale) <= max(NEIGHBOURS, TOLERANCE * len(others))
            for here, there in theirs
        )

    return {again: first for first, again in _repeats(texts) if not is_shared(first, again)}


def _repeats(texts: Sequence[str]) -> list[Repeat]:
    seen: dict[str, int] = {}
    found: list[Repeat] = []
    for place, text in enumerate(texts):
        letters = _NOT_LETTERS.sub("", text).casefold()
        if len(letters) >= FEWEST_LETTERS:
            if letters in seen:
                found.append((seen[letters], place))
            else:
                seen[letters] = place
    return found
