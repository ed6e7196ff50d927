"""What translated a sentence still does once the original is changed elsewhere, however that is aligned."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.parallel.minor_edits import words_of
from app.parallel.pairs import Pair
from app.parallel.segments import Segment


def carried_over(
    earlier: Sequence[Pair], pairs: Sequence[Pair], standing: Mapping[str, Segment]
) -> Sequence[Pair]:
    """``earlier``: an earlier original beside the translation, ``pairs``: the original as it is.

    ``standing`` as ``standing_segments`` has them. In no order.
    """
    kept = [
        replace(pair, source=tuple(standing[each.id] for each in pair.source))
        for pair in earlier
        if pair.source and pair.target and all(each.id in standing for each in pair.source)
    ]
    known = (
        {each.id for pair in kept for each in pair.source},
        {each.id for pair in kept for each in pair.target},
    )
    return [*kept, *(left for pair in pairs if (left := _without(pair, *known)))]


def standing_segments(earlier: Sequence[Segment], now: Sequence[Segment]) -> Mapping[str, Segment]:
    """By the id of an earlier one what says the same now: under its id, else the first that is no other's."""
    same = {each.id: each for each in now}
    standing = {
        each.id: same[each.id] for each in earlier if each.id in same and _says(each) == _says(same[each.id])
    }
    free: dict[tuple[str, ...], list[Segment]] = {}
    for each in now:
        if each.id not in standing:
            free.setdefault(_says(each), []).append(each)
    for each in earlier:
        if each.id not in standing and free.get(_says(each)):
            standing[each.id] = free[_says(each)].pop(0)
    return standing


def _says(segment: Segment) -> tuple[str, ...]:
    return words_of(segment.text) or (segment.text,)


def _without(pair: Pair, source: set[str], target: set[str]) -> Pair | None:
    mine = tuple(each for each in pair.source if each.id not in source)
    its = tuple(each for each in pair.target if each.id not in target)
    if mine == pair.source and its == pair.target:
        return pair
    if not mine and not its:
        return None
    type_ = pair.type if mine and its else "missing" if mine else "added"
    return replace(pair, source=mine, target=its, type=type_)
