"""What a translator gets to work on: a segment of the original, or several that are translated together."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from app.parallel.outdated_segments import OutdatedSegment, credit_id
from app.parallel.pairs import Pair
from app.parallel.passages import passage
from app.parallel.segments import Segment
from app.parallel.side import BYLINE, HEADLINE, Side

CREDIT = "credit"
REMOVED = "no-longer-in-source"
SINGLE = (HEADLINE, BYLINE)


@dataclass(frozen=True, slots=True)
class Unit:
    """``id`` is its first segment's, or a caption's block with ``.credit``; ``kind`` is a segment's, or that.

    ``target`` is None where it is missing. ``before`` and ``after`` are the white space around it in its
    block. ``previous`` is what the original said when an outdated target was made, if anything.
    """

    id: str
    block: str
    kind: str
    source: str
    target: str | None
    is_outdated: bool = False
    before: str = ""
    after: str = ""
    previous: str = ""
    is_machine_made: bool = False


@dataclass(frozen=True, slots=True)
class ArticleUnits:
    """Revisions are numbers, 0 that of a translation still to be made. ``facts`` are for people."""

    article_id: str
    source_language: str
    target_language: str
    source_revision: int
    target_revision: int
    facts: Mapping[str, str]
    context: Mapping[str, str]
    """The whole texts, by block, of those that are not all to be translated."""
    units: Sequence[Unit]

    @property
    def is_outdated_by_removals_alone(self) -> bool:
        """As far as the units go that were asked for."""
        return REMOVED in self.facts and not self.units


def units_of(
    source: Side,
    target: Side | None,
    pairs: Sequence[Pair],
    outdated: Sequence[OutdatedSegment],
    machine_made: Collection[str] = (),
) -> Iterator[Unit]:
    """In reading order. ``pairs`` as ``corrected_pairs`` has them; ``machine_made``: texts of ``target``."""
    previous = {each.change.new.id: _text(each.change.old) for each in outdated if each.change.new}
    paired = {segment.id: pair for pair in pairs for segment in pair.source}
    segments = source.segments()
    for piece in source.pieces:
        for segment in (each for each in segments if each.block == piece.key):
            pair = paired.get(segment.id, _alone(segment))
            if pair.source[0].id == segment.id:
                unit = _unit(source, target, pair, previous)
                is_machine_made = any(each.text in machine_made for each in pair.target)
                yield _spaced(replace(unit, is_machine_made=is_machine_made), source, pair.source)
        if piece.kind == "caption" and piece.credit:
            is_outdated = any(segment.block == piece.key for segment in segments if segment.id in previous)
            credit = _credit_in(target, piece.key, paired)
            yield Unit(
                credit_id(piece.key),
                piece.key,
                CREDIT,
                piece.credit,
                credit,
                is_outdated=is_outdated,
                is_machine_made=credit in machine_made,
            )


def corrected_pairs(pairs: Sequence[Pair], outdated: Sequence[OutdatedSegment]) -> Sequence[Pair]:
    """With those that aligning does not see: a version has one headline and one byline, which translate each
    other however little they look it; and what translated a text still stands for that when it is reworded.
    """
    for kind in SINGLE:
        source = [pair.source[0].id for pair in pairs if not pair.target and _is(pair.source, kind)]
        target = [pair.target[0].id for pair in pairs if not pair.source and _is(pair.target, kind)]
        pairs = _paired(pairs, source, target) if source and target else pairs
    for each in outdated:
        if each.change.new and each.target:
            pairs = _paired(pairs, [each.change.new.id], [segment.id for segment in each.target])
    return pairs


def _is(segments: Sequence[Segment], kind: str) -> bool:
    return len(segments) == 1 and segments[0].kind == kind


def _paired(pairs: Sequence[Pair], source: Sequence[str], target: Sequence[str]) -> Sequence[Pair]:
    """As it was where one of them is beside something else."""
    missing = [pair for pair in pairs if not pair.target and [each.id for each in pair.source] == source]
    added = [pair for pair in pairs if not pair.source and {each.id for each in pair.target} <= set(target)]
    segments = tuple(segment for pair in added for segment in pair.target)
    if not missing or len(segments) != len(target):
        return pairs
    joined = replace(missing[0], target=segments, type="1-1" if len(segments) == 1 else "1-n")
    return [joined if pair is missing[0] else pair for pair in pairs if pair not in added]


def _text(segment: Segment | None) -> str:
    return segment.text if segment else ""


def _alone(segment: Segment) -> Pair:
    return Pair((segment,), (), "missing", 1.0, {})


def _unit(source: Side, target: Side | None, pair: Pair, previous: Mapping[str, str]) -> Unit:
    first = pair.source[0]
    changed = [previous[each.id] for each in pair.source if each.id in previous]
    return Unit(
        first.id,
        first.block,
        first.kind,
        passage(source.texts, pair.source),
        passage(target.texts, pair.target) if target and pair.target else None,
        is_outdated=bool(changed),
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
