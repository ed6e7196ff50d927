"""Gaps where a name fell out of one version, and the other names a person there."""

from collections.abc import Iterator, Sequence

from app.newswire.spacing import words_without_name
from app.parallel.checks.finding import Finding, Span
from app.parallel.pairs import Pair
from app.parallel.segments import Segment
from app.parallel.side import Side

_PERSON = "person/"


def lost_name_findings(source: Side, target: Side, pairs: Sequence[Pair]) -> Iterator[Finding]:
    for pair in pairs:
        for gap, name in _lost(source, pair.source, target, pair.target):
            yield Finding("missing-name", (gap,), (name,), _evidence(source, gap, target, name))
        for gap, name in _lost(target, pair.target, source, pair.source):
            yield Finding("missing-name", (name,), (gap,), _evidence(source, name, target, gap))


def _lost(
    side: Side, segments: Sequence[Segment], other: Side, others: Sequence[Segment]
) -> Iterator[tuple[Span, Span]]:
    """Each such word, and where the other side first names somebody whom this one does not name there."""
    named = {entity for entity, _ in _people(side, segments)}
    names = [name for entity, name in _people(other, others) if entity not in named]
    if not names:
        return
    for segment in segments:
        for start, end in words_without_name(segment.text, side.language):
            yield Span(segment.start + start, segment.start + end, segment.block), names[0]


def _people(side: Side, segments: Sequence[Segment]) -> list[tuple[str, Span]]:
    return [
        (name.entity, Span(name.start, name.end, segment.block))
        for segment in segments
        for name in side.names.get(segment.block, ())
        if name.entity.startswith(_PERSON) and segment.start <= name.start < segment.start + len(segment.text)
    ]


def _evidence(source: Side, there: Span, target: Side, here: Span) -> dict[str, str]:
    return {"source": _text(source, there), "target": _text(target, here)}


def _text(side: Side, span: Span) -> str:
    return side.texts[span.block or ""][span.start : span.end]
