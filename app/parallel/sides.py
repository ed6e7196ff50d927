"""Two whole versions of an article laid side by side."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from app.parallel.alignment import align
from app.parallel.encoder import Encoder
from app.parallel.kinds import BODY, stream_of
from app.parallel.pairs import Pair
from app.parallel.segments import Segment
from app.parallel.side import OUTSIDE_BODY, Side


def align_sides(source: Side, target: Side, encoder: Encoder | None = None) -> tuple[Pair, ...]:
    """As ``align``; a caption that stands among other paragraphs has moved."""
    there, here = source.segments(), target.segments()
    pairs = align(there, here, source.language, target.language, source.names, target.names, encoder)
    return tuple(_with_moved_captions(pairs, there, here))


def _with_moved_captions(
    pairs: Sequence[Pair], source: Sequence[Segment], target: Sequence[Segment]
) -> Iterator[Pair]:
    there = {segment.id: place for place, segment in enumerate(source)}
    here = {segment.id: place for place, segment in enumerate(target)}
    fixed = [
        (there[pair.source[0].id], here[pair.target[0].id])
        for pair in pairs
        if pair.source and pair.target and pair.type != "moved" and _is_in_body(pair)
    ]
    for pair in pairs:
        yield replace(pair, type="moved") if _has_moved(pair, fixed, there, here) else pair


def _has_moved(
    pair: Pair, fixed: Sequence[tuple[int, int]], there: Mapping[str, int], here: Mapping[str, int]
) -> bool:
    """A caption with another paragraph, of those that stand still, before it than in the source."""
    if not (pair.source and pair.target and pair.source[0].kind == "caption"):
        return False
    place, other = there[pair.source[0].id], here[pair.target[0].id]
    return any((mine < place) != (theirs < other) for mine, theirs in fixed)


def _is_in_body(pair: Pair) -> bool:
    """On both sides: where a headline ends and a lead begins is layout."""
    segments = (*pair.source, *pair.target)
    return all(stream_of(each) == BODY and each.block not in OUTSIDE_BODY for each in segments)


def shared_blocks(pairs: Sequence[Pair]) -> dict[str, str]:
    """The block of the source for each of the target's that translates it alone, and is all that does."""
    sources, targets = _partners(pairs)
    return {
        target: source
        for target, partners in sources.items()
        for source in partners
        if len(partners) == 1 and targets[source] == {target} and not {source, target} & OUTSIDE_BODY
    }


def _partners(pairs: Sequence[Pair]) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    sources: dict[str, set[str]] = {}
    targets: dict[str, set[str]] = {}
    for pair in pairs:
        there, here = {each.block for each in pair.source}, {each.block for each in pair.target}
        for block in here:
            sources.setdefault(block, set()).update(there)
        for block in there:
            targets.setdefault(block, set()).update(here)
    return sources, targets


def with_keys(
    pairs: Sequence[Pair], source: Mapping[str, str], target: Mapping[str, str]
) -> tuple[Pair, ...]:
    """With the blocks' keys replaced on either side; those not named stay."""
    return tuple(
        replace(pair, source=_renamed(pair.source, source), target=_renamed(pair.target, target))
        for pair in pairs
    )


def _renamed(segments: Sequence[Segment], keys: Mapping[str, str]) -> tuple[Segment, ...]:
    return tuple(
        replace(each, block=key, id=f"{key}{each.id.removeprefix(each.block)}")
        for each in segments
        for key in (keys.get(each.block, each.block),)
    )
