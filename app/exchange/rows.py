"""Any number of language versions beside each other, through the one that all are aligned with."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.parallel.pairs import Pair
from app.parallel.segments import Segment


@dataclass(frozen=True, slots=True)
class Row:
    """``segments`` by tag, of two languages or more. ``score``: of all pairs together that it comes of."""

    segments: Mapping[str, Sequence[Segment]]
    score: float


def rows(pivot: str, alignments: Mapping[str, Sequence[Pair]], wanted: Sequence[str]) -> Iterator[Row]:
    """In the pivot's order. ``alignments`` by tag: from the pivot to that version."""
    for group in _groups(alignments):
        segments: dict[str, list[Segment]] = {pivot: _source(group)}
        score = 1.0
        for tag, pairs in group.items():
            segments[tag] = [segment for pair in pairs for segment in pair.target]
            for pair in pairs:
                score *= pair.score
        found = {tag: segments[tag] for tag in wanted if segments.get(tag)}
        if len(found) > 1:
            yield Row(found, round(score, 3))


Group = dict[str, list[Pair]]


def _groups(alignments: Mapping[str, Sequence[Pair]]) -> list[Group]:
    """Pairs that hang together by segments of the pivot; what has none stands beside nothing."""
    group_of: dict[str, Group] = {}
    for tag, pairs in alignments.items():
        for pair in pairs:
            if not pair.source:
                continue
            group: Group = {}
            members = {segment.id for segment in pair.source}
            for other in {
                id(group_of[each]): group_of[each] for each in members if each in group_of
            }.values():
                for language, found in other.items():
                    group.setdefault(language, []).extend(found)
                members |= {each.id for found in other.values() for its in found for each in its.source}
            group.setdefault(tag, []).append(pair)
            group_of |= dict.fromkeys(members, group)
    return list({id(group): group for group in group_of.values()}.values())


def _source(group: Group) -> list[Segment]:
    return list(
        dict.fromkeys(segment for pairs in group.values() for pair in pairs for segment in pair.source)
    )
