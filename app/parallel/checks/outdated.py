"""What a translation does not say yet, because the original has changed since."""

from collections.abc import Iterable, Iterator

from app.parallel.checks.finding import Finding
from app.parallel.checks.structure import spans_of
from app.parallel.outdated_segments import OutdatedSegment


def outdated_findings(segments: Iterable[OutdatedSegment]) -> Iterator[Finding]:
    for each in segments:
        change = each.change
        seen = {"before": change.old, "source": change.new}
        evidence = {name: segment.text for name, segment in seen.items() if segment}
        new = (change.new,) if change.new else ()
        yield Finding("outdated-segment", spans_of(new), spans_of(each.target), evidence)
