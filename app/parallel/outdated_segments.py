"""What of a translation a change of the original touches, and what of that a revision of it has followed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.parallel.changes import Change, changes_between
from app.parallel.minor_edits import is_minor
from app.parallel.pairs import Pair
from app.parallel.segments import Segment
from app.parallel.side import DATELINE, Side


@dataclass(frozen=True, slots=True)
class OutdatedSegment:
    """A change of the original, with the segments of a version that translate what has changed."""

    change: Change
    target: tuple[Segment, ...]


def touched_by(
    changes: Sequence[Change],
    outstanding: Sequence[OutdatedSegment],
    *,
    of_old: Sequence[Pair] | None,
    of_new: Sequence[Pair],
) -> list[OutdatedSegment]:
    """``of_old`` and ``of_new``: the earlier and the later original beside the version.

    A version translates the earlier one, so that is asked first; None where it is not known. Of what was
    ``outstanding`` before, it is known already.
    """
    known = {id(each.change.old): each.target for each in outstanding if each.change.old}
    targets = _targets(of_new if of_old is None else of_old)
    return [
        OutdatedSegment(
            each,
            known[id(each.old)]
            if id(each.old) in known
            else targets.get(_id(each.new if of_old is None else each.old), ()),
        )
        for each in changes
    ]


def not_followed(
    outdated: Sequence[OutdatedSegment], before: Side, after: Side, pairs: Sequence[Pair]
) -> list[OutdatedSegment]:
    """What a revision of the version from ``before`` to ``after`` leaves outdated.

    ``pairs``: the original as it is beside ``after``.
    """
    edits = changes_between(before, after)
    edited = {each.old.id for each in edits if each.old}
    targets = _targets(pairs)
    written = _written(edits, pairs)
    left = []
    for each in outdated:
        now = targets.get(_id(each.change.new), ())
        is_edited = each.change.old is not None and any(segment.id in edited for segment in each.target)
        is_written = _id(each.change.new) in written
        if not (is_edited or is_written or (edits and _has_no_place(each))):
            left.append(replace(each, target=tuple(_standing(each.target, after)) or now))
    return left


def _written(edits: Sequence[Change], pairs: Sequence[Pair]) -> frozenset[str]:
    """Ids of the original's segments that the revision has a new text for.

    Where several share what stood there already, it may have been edited for another one's sake.
    """
    all_new = {each.new.id for each in edits if each.new}
    added = {each.new.id for each in edits if each.new and not each.old}
    return frozenset(
        segment.id
        for pair in pairs
        for segment in pair.source
        if any(
            target.id in (all_new if len(pair.source) <= len(pair.target) else added)
            for target in pair.target
        )
    )


def not_confirmed(outdated: Sequence[OutdatedSegment], confirmed: frozenset[str]) -> list[OutdatedSegment]:
    """``confirmed``: ids of segments of the original as it is, and of credits that have changed alone."""
    return [each for each in outdated if _confirmed_by(each.change) not in confirmed]


def credit_id(picture: str) -> str:
    return f"{picture}.credit"


def _confirmed_by(change: Change) -> str:
    old, new = change.old, change.new
    if old and new and new.kind == "caption" and old.text == new.text:
        return credit_id(new.block)
    return _id(new)


def _has_no_place(outdated: OutdatedSegment) -> bool:
    """Nothing can be done there: what is gone was not translated, nor has the version any dateline."""
    new = outdated.change.new
    return not outdated.target and (new is None or new.block == DATELINE)


def _standing(segments: Sequence[Segment], side: Side) -> Iterator[Segment]:
    """The segments of a later revision that say the same, but for minor edits."""
    later = side.segments()
    same_id = {each.id: each for each in later}
    for segment in segments:
        candidates = [*filter(None, [same_id.get(segment.id)]), *later]
        same = (each for each in candidates if each.text == segment.text)
        minor = (each for each in candidates if is_minor(segment.text, each.text))
        if found := next(same, None) or next(minor, None):
            yield found


def _targets(pairs: Sequence[Pair]) -> dict[str, tuple[Segment, ...]]:
    return {segment.id: pair.target for pair in pairs for segment in pair.source}


def _id(segment: Segment | None) -> str:
    return segment.id if segment else ""
