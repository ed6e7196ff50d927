"""What of a text has changed since an earlier revision, segment by segment, for whoever translates it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from rapidfuzz import process
from rapidfuzz.distance import Indel, LCSseq

from app.parallel.equivalents import Edit, Equivalents
from app.parallel.minor_edits import is_minor, words_of
from app.parallel.segments import Segment
from app.parallel.side import Side

ALIKE = 0.5
"""Share of letters from which on a segment is another's new wording, between the same neighbours."""
ALIKE_ELSEWHERE = 0.75
MOST_COMPARED = 250_000
"""Segments of one text times those of the other, each with each. More that changed is another text."""

_ONCE = frozenset({"headline", "byline"})
"""A text has one, so that it is the other's new wording whatever it says."""

ChangeType = Literal["added", "removed", "changed"]


@dataclass(frozen=True, slots=True)
class Change:
    """``old`` is None for what was added, ``new`` for what was removed. ``old_credit`` is of a caption.

    ``behind``: id of the new text's segment behind which what was removed stood; None at the start.
    """

    old: Segment | None
    new: Segment | None
    old_credit: str | None = None
    behind: str | None = None

    @property
    def type(self) -> ChangeType:
        if self.old is None:
            return "added"
        return "removed" if self.new is None else "changed"


@dataclass(slots=True)
class _Gap:
    """Segments between two that stand in both texts; ``place`` is where it begins in the new one."""

    place: int
    old: list[Segment]
    new: list[Segment]


_NONE_SAID = Equivalents()


def changes_between(
    old: Side, new: Side, outstanding: Sequence[Change] = (), equivalents: Equivalents = _NONE_SAID
) -> list[Change]:
    """Of two revisions in one language, in the order of the new one. Minor edits and moves are none.

    A caption also changes with its credit. ``outstanding``: changes that ``old`` has and whoever asks has
    not followed, who therefore gets to see what stood there before them. What these have added or removed is
    paired by likeness alone. ``equivalents``: of edits as ``edits_between`` has them.
    """
    sides = _undone(_with_credits(old), outstanding), _with_credits(new), _one_sided(outstanding, old)
    before, after, apart = ([_equal(each, equivalents) for each in side] for side in sides)
    found = _found(before, after, frozenset(map(_key, apart)))
    shown = {segment.id: segment for segment in new.segments()}
    known = {segment.id: Change(segment, None, old.credits.get(segment.block)) for segment in old.segments()}
    known |= {_undone_id(number): each for number, each in enumerate(outstanding) if each.old}
    nothing = Change(None, None)
    return [
        replace(known.get(_id(each.old), nothing), new=shown.get(_id(each.new)), behind=each.behind)
        for each in found
        if not all(equivalents.is_spare(side.text) for side in (each.old, each.new) if side)
    ]


def edits_between(old: Side, new: Side) -> Iterator[Edit]:
    for change in _found(_with_credits(old), _with_credits(new)):
        yield _text(change.old), _text(change.new)


def _found(
    before: Sequence[Segment], after: Sequence[Segment], apart: frozenset[str] = frozenset()
) -> list[Change]:
    """``apart``: keys of what its place alone makes no other's new or old wording."""
    gaps = _gaps(before, after)
    _drop_moved(gaps)
    places = {segment.id: place for place, segment in enumerate(after)}
    gone: dict[str, int] = {}
    found = []
    for gap in gaps:
        behind = gap.place - 1
        for change in _in_gap(gap, apart):
            found.append(change)
            behind = places[change.new.id] if change.new else behind
            gone |= {_id(change.old): behind}
    found = [change for change in _with_moved(found) if not _is_minor(change)]
    found.sort(key=lambda change: places[change.new.id] if change.new else gone[_id(change.old)] + 0.5)
    return [_with_place(each, gone, after) for each in found]


def _with_place(change: Change, gone: Mapping[str, int], after: Sequence[Segment]) -> Change:
    if change.new or (place := gone[_id(change.old)]) < 0:
        return change
    return replace(change, behind=after[place].id)


def _equal(segment: Segment, equivalents: Equivalents) -> Segment:
    return replace(segment, text=equivalents.of(segment.text))


def _with_credits(side: Side) -> list[Segment]:
    """To be compared only: a credit has no place in the caption's text."""
    return [_with_credit(each, side.credits.get(each.block)) for each in side.segments()]


def _with_credit(segment: Segment, credit: str | None) -> Segment:
    return replace(segment, text=f"{segment.text} ({credit})") if credit else segment


def _undone(segments: Sequence[Segment], changes: Sequence[Change]) -> list[Segment]:
    """What was removed comes back behind what it stood behind."""
    places: dict[str | None, int] = {each.id: place for place, each in enumerate(segments, 1)}
    undone: list[list[Segment]] = [[], *([each] for each in segments)]
    for number, change in enumerate(changes):
        old = []
        if change.old:
            old = [replace(_with_credit(change.old, change.old_credit), id=_undone_id(number))]
        if change.new is None:
            undone[places.get(change.behind, 0)] += old
        elif change.new.id in places:
            undone[places[change.new.id]][:1] = old
    return [each for place in undone for each in place]


def _one_sided(changes: Sequence[Change], side: Side) -> Iterator[Segment]:
    """What was removed and what was added in ``side``."""
    for change in changes:
        if change.old and not change.new:
            yield _with_credit(change.old, change.old_credit)
        if change.new and not change.old:
            yield _with_credit(change.new, side.credits.get(change.new.block))


def _undone_id(number: int) -> str:
    """No block's key has a space."""
    return f"undone {number}"


def _in_gap(gap: _Gap, apart: frozenset[str]) -> Iterator[Change]:
    if not is_minor(_joined(gap.old), _joined(gap.new)):
        yield from (Change(*pair) for pair in _reworded(gap.old, gap.new, apart))


def _gaps(before: Sequence[Segment], after: Sequence[Segment]) -> list[_Gap]:
    gaps = [_Gap(0, [], [])]
    for code in LCSseq.opcodes([_key(each) for each in before], [_key(each) for each in after]):
        if code.tag == "equal":
            gaps.append(_Gap(code.dest_end, [], []))
        gaps[-1].old += before[code.src_start : code.src_end] if code.tag != "equal" else ()
        gaps[-1].new += after[code.dest_start : code.dest_end] if code.tag != "equal" else ()
    return gaps


def _key(segment: Segment) -> str:
    return "\0".join(words_of(segment.text)) or segment.text


def _drop_moved(gaps: Sequence[_Gap]) -> None:
    moved = Counter(_key(each) for gap in gaps for each in gap.old)
    moved &= Counter(_key(each) for gap in gaps for each in gap.new)
    for side in ("old", "new"):
        left = moved.copy()
        for gap in gaps:
            setattr(gap, side, list(_without(getattr(gap, side), left)))


def _without(segments: Sequence[Segment], moved: Counter[str]) -> Iterator[Segment]:
    for segment in segments:
        if moved[_key(segment)]:
            moved[_key(segment)] -= 1
        else:
            yield segment


def _reworded(
    old: Sequence[Segment], new: Sequence[Segment], apart: frozenset[str]
) -> Iterator[tuple[Segment | None, Segment | None]]:
    """In the order of both: by likeness, and by place between those, if as many stand there."""
    mine, theirs = 0, 0
    for one, other in [*_alike(old, new), (len(old), len(new))]:
        between = old[mine:one], new[theirs:other]
        kinds, their_kinds = ([each.kind for each in side] for side in between)
        if kinds == their_kinds and apart.isdisjoint(_key(each) for side in between for each in side):
            yield from zip(*between, strict=True)
        else:
            yield from ((segment, None) for segment in between[0])
            yield from ((None, segment) for segment in between[1])
        if one < len(old):
            yield old[one], new[other]
        mine, theirs = one + 1, other + 1


def _alike(old: Sequence[Segment], new: Sequence[Segment]) -> list[tuple[int, int]]:
    """The places of pairs in the order of both texts that are alike most of all together."""
    likeness = _likeness(old, new)
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)] if likeness else []
    for i in range(len(likeness) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            paired = best[i + 1][j + 1] + likeness[i][j] if likeness[i][j] >= ALIKE else 0.0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    pairs, i, j = [], 0, 0
    while likeness and i < len(old) and j < len(new):
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            pairs.append((i, j))
            i, j = i + 1, j + 1
    return pairs


def _with_moved(changes: Sequence[Change]) -> list[Change]:
    """What was removed and added elsewhere in like words has changed; the most alike first."""
    old = [change.old for change in changes if change.old and not change.new]
    new = [change.new for change in changes if change.new and not change.old]
    ranked = sorted(
        (-like, i, j)
        for i, row in enumerate(_likeness(old, new))
        for j, like in enumerate(row)
        if like >= ALIKE_ELSEWHERE
    )
    sources: dict[int, int] = {}
    for _, i, j in ranked:
        if i not in sources.values():
            sources.setdefault(j, i)
    moved = [Change(old[i], new[j]) for j, i in sources.items()]
    joined = {_id(change.old) for change in moved}, {_id(change.new) for change in moved}
    kept = [
        change
        for change in changes
        if (change.old and change.new) or not (_id(change.old) in joined[0] or _id(change.new) in joined[1])
    ]
    return kept + moved


def _likeness(old: Sequence[Segment], new: Sequence[Segment]) -> list[list[float]]:
    if not old or not new or len(old) * len(new) > MOST_COMPARED:
        return []
    texts = [each.text for each in old], [each.text for each in new]
    likeness: list[list[float]] = process.cdist(*texts, scorer=Indel.normalized_similarity).tolist()
    for one, row in zip(old, likeness, strict=True):
        if one.kind in _ONCE:
            row[:] = [
                max(like, ALIKE_ELSEWHERE) if one.kind == other.kind else like
                for like, other in zip(row, new, strict=True)
            ]
    return likeness


def _is_minor(change: Change) -> bool:
    return change.old is not None and change.new is not None and is_minor(change.old.text, change.new.text)


def _id(segment: Segment | None) -> str:
    return segment.id if segment else ""


def _text(segment: Segment | None) -> str | None:
    return segment.text if segment else None


def _joined(segments: Sequence[Segment]) -> str:
    return " ".join(segment.text for segment in segments)
