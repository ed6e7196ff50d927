"""Two translations of one original laid beside each other through it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from app.parallel.pairs import Pair, PairType
from app.parallel.segments import Segment


def turned(pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    """The target's text as the source, in its order."""
    types: dict[PairType, PairType] = {"missing": "added", "added": "missing", "1-n": "n-1", "n-1": "1-n"}
    return tuple(
        replace(pair, source=pair.target, target=pair.source, type=types.get(pair.type, pair.type))
        for pair in pairs
    )


def compose(first: Sequence[Pair], second: Sequence[Pair]) -> tuple[Pair, ...]:
    """From ``original to A`` and ``original to B``: A to B. What only the original has is left out.

    A pair is as sure as the two together that it comes of, and has the evidence of the less sure one.
    """
    return tuple(pair for group in _groups(first, second) if (pair := _joined(*group)))


Group = tuple[list[Pair], ...]
"""Of the first and of the second."""


def _groups(first: Sequence[Pair], second: Sequence[Pair]) -> Iterator[Group]:
    """Pairs that hang together by segments of the original, in its order; what has none stands alone."""
    by_segment = [
        {segment.id: pair for pair in pairs for segment in pair.source} for pairs in (first, second)
    ]
    order = {id(pair): place for pairs in (first, second) for place, pair in enumerate(pairs)}
    done: set[int] = set()
    for start in (*((pair, 0) for pair in first), *((pair, 1) for pair in second)):
        group: Group = ([], [])
        waiting = [start]
        while waiting:
            pair, side = waiting.pop()
            if id(pair) not in done:
                done.add(id(pair))
                group[side].append(pair)
                partners = _partners(pair, by_segment[1 - side])
                waiting += [(partner, 1 - side) for partner in partners]
        if group[0] or group[1]:
            yield tuple(sorted(pairs, key=lambda pair: order[id(pair)]) for pairs in group)


def _partners(pair: Pair, by_segment: dict[str, Pair]) -> list[Pair]:
    return [by_segment[segment.id] for segment in pair.source if segment.id in by_segment]


def _joined(first: Sequence[Pair], second: Sequence[Pair]) -> Pair | None:
    source = _in_order(segment for pair in first for segment in pair.target)
    target = _in_order(segment for pair in second for segment in pair.target)
    if not source and not target:
        return None
    score = 1.0
    for pair in (*first, *second):
        score *= pair.score
    weakest = min((*first, *second), key=lambda pair: pair.score)
    has_moved = any(pair.type == "moved" for pair in (*first, *second))
    type_: PairType = "moved" if has_moved and source and target else _type(len(source), len(target))
    return Pair(source, target, type_, round(score, 3), weakest.evidence)


def _in_order(segments: Iterable[Segment]) -> tuple[Segment, ...]:
    return tuple(dict.fromkeys(segments))


def _type(source: int, target: int) -> PairType:
    if not target:
        return "missing"
    if not source:
        return "added"
    if source == target == 1:
        return "1-1"
    return "1-n" if source == 1 else "n-1" if target == 1 else "n-m"
