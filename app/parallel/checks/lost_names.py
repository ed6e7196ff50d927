"""Gaps where a name fell out of one version, and the other names a person there."""

from collections.abc import Iterator, Sequence

from app.newswire.spacing import words_without_name
from app.parallel.checks.finding import Finding, Span
from app.parallel.checks.links import lacking, links_of
from app.parallel.pairs import Pair
from app.parallel.segments import Segment
from app.parallel.side import Side

_Part = tuple[Span, str]


def lost_name_findings(source: Side, target: Side, pairs: Sequence[Pair]) -> Iterator[Finding]:
    for pair in pairs:
        for gap, name in _lost(source, pair.source, target, pair.target):
            yield _finding(gap, name)
        for gap, name in _lost(target, pair.target, source, pair.source):
            yield _finding(name, gap)


def _lost(
    side: Side, segments: Sequence[Segment], other: Side, others: Sequence[Segment]
) -> Iterator[tuple[_Part, _Part]]:
    """Each such word, and where the other side first names somebody whom this one does not name there."""
    named = list(links_of(segments, side))
    names = [link for link in lacking(list(links_of(others, other)), named) if link.kind == "person"]
    if not names:
        return
    for segment in segments:
        for start, end in words_without_name(segment.text, side.language):
            span = Span(segment.start + start, segment.start + end, segment.block)
            yield (span, segment.text[start:end]), (names[0].span, names[0].text)


def _finding(source: _Part, target: _Part) -> Finding:
    (there, said), (here, written) = source, target
    return Finding("missing-name", (there,), (here,), {"source": said, "target": written})
