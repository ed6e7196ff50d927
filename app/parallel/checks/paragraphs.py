"""Pairs of sentences put together to the paragraphs that they stand in."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.parallel.pairs import Pair


def paragraph_pairs(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """Of paragraphs of several pairs, whose sentences all stand in the two blocks."""
    found: dict[tuple[str, str], list[Pair]] = {}
    for pair in pairs:
        if pair.source and pair.target:
            found.setdefault((pair.source[0].block, pair.target[0].block), []).append(pair)
    for group in found.values():
        if len(group) > 1:
            source = tuple(segment for pair in group for segment in pair.source)
            target = tuple(segment for pair in group for segment in pair.target)
            yield replace(group[0], source=source, target=target)
