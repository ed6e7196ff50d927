"""What a translation does not say yet, because the original has changed since."""

from collections.abc import Iterable, Iterator

from app.parallel.changes import OutdatedSegment
from app.parallel.checks.finding import Finding
from app.parallel.checks.structure import spans_of


def outdated_findings(segments: Iterable[OutdatedSegment]) -> Iterator[Finding]:
    for each in segments:
        change = each.change
        seen: dict[str, str] = {"change": change.type}
        if change.old:
            seen["before"] = change.old.text
        if change.new:
            seen["source"] = change.new.text
        new = (change.new,) if change.new else ()
        yield Finding("outdated-segment", spans_of(new), spans_of(each.target), seen)
