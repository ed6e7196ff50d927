"""What a translator gets to work on: a segment of the original, or several that are translated together."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from app.parallel.pairs import Pair
from app.parallel.passages import passage
from app.parallel.segments import Segment
from app.parallel.side import BYLINE, HEADLINE, Side

State = Literal["missing", "outdated", "translated"]
STATES: tuple[State, ...] = ("missing", "outdated", "translated")

CREDIT = "credit"


@dataclass(frozen=True, slots=True)
class Unit:
    """``id`` is its first segment's, or a caption's block with ``.credit``; ``kind`` is a segment's, or that.

    ``before`` and ``after`` are the white space around it in its block. ``previous`` is what an outdated
    target translates; empty where that is nothing.
    """

    id: str
    block: str
    kind: str
    source: str
    target: str | None
    state: State
    before: str = ""
    after: str = ""
    previous: str = ""


@dataclass(frozen=True, slots=True)
class ArticleUnits:
    """Revisions are numbers, 0 that of a translation still to be made. ``facts`` are for people."""

    article_id: str
    source_language: str
    target_language: str
    source_revision: int
    target_revision: int
    is_machine_made: bool
    facts: Mapping[str, str]
    context: Mapping[str, str]
    """The whole texts, by block, of those that are not all to be translated."""
    units: Sequence[Unit]


def units_of(
    source: Side, target: Side | None, pairs: Sequence[Pair], outdated: Mapping[str, str]
) -> Iterator[Unit]:
    """In reading order. ``outdated``: by the segment of the source that has changed, what it was before."""
    paired = {segment.id: pair for pair in pair_singles(pairs) for segment in pair.source}
    segments = source.segments()
    for piece in source.pieces:
        for segment in (each for each in segments if each.block == piece.key):
            pair = paired.get(segment.id, _alone(segment))
            if pair.source[0].id == segment.id:
                yield _spaced(_unit(source, target, pair, outdated), source, pair.source)
        if piece.kind == "caption" and piece.credit:
            yield _credit_unit(piece.key, piece.credit, _credit_in(target, piece.key, paired))


def pair_singles(pairs: Sequence[Pair]) -> Sequence[Pair]:
    """A version has one headline and one byline: they translate each other, however little they look it."""
    for kind in (HEADLINE, BYLINE):
        source = [pair for pair in pairs if not pair.target and _is(pair.source, kind)]
        target = [pair for pair in pairs if not pair.source and _is(pair.target, kind)]
        if source and target:
            joined = replace(source[0], target=target[0].target, type="1-1")
            pairs = [joined if pair is source[0] else pair for pair in pairs if pair is not target[0]]
    return pairs


def _is(segments: Sequence[Segment], kind: str) -> bool:
    return len(segments) == 1 and segments[0].kind == kind


def _alone(segment: Segment) -> Pair:
    return Pair((segment,), (), "missing", 1.0, {})


def _unit(source: Side, target: Side | None, pair: Pair, outdated: Mapping[str, str]) -> Unit:
    first = pair.source[0]
    changed = [outdated[each.id] for each in pair.source if each.id in outdated]
    text = passage(target.texts, pair.target) if target and pair.target else None
    state: State = "missing" if text is None else "outdated" if changed else "translated"
    return Unit(
        first.id,
        first.block,
        first.kind,
        passage(source.texts, pair.source),
        text,
        state,
        previous=" ".join(filter(None, changed)),
    )


def _spaced(unit: Unit, source: Side, segments: Sequence[Segment]) -> Unit:
    text = source.texts[unit.block]
    end = [each.end for each in segments if each.block == unit.block][-1]
    before = text[: segments[0].start]
    after = text[end:]
    return replace(
        unit,
        before=before if not before.strip() else "",
        after=after[: len(after) - len(after.lstrip())],
    )


def _credit_unit(picture: str, credit: str, translated: str | None) -> Unit:
    state: State = "translated" if translated else "missing"
    return Unit(f"{picture}.{CREDIT}", picture, CREDIT, credit, translated, state)


def _credit_in(target: Side | None, picture: str, paired: Mapping[str, Pair]) -> str | None:
    counterpart = caption_of(picture, paired.values())
    return target.credits.get(counterpart) if target and counterpart else None


def caption_of(picture: str, pairs: Collection[Pair]) -> str | None:
    """The picture whose caption translates that of this one."""
    return next(
        (
            each.block
            for pair in pairs
            if any(segment.block == picture for segment in pair.source)
            for each in pair.target
            if each.kind == "caption"
        ),
        None,
    )
