"""Quotations over several segments whose marks the other side has lost: both, or one of the two."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from app.parallel.checks.finding import Finding
from app.parallel.checks.pairs import Passage
from app.parallel.checks.quotes import UNBALANCED, quote_findings
from app.parallel.checks.running_quotes import RunningQuotes
from app.parallel.pairs import Pair
from app.parallel.segments import Segment

Texts = tuple[str, str]


def lost_running_quotes(
    pairs: Sequence[Pair], there: RunningQuotes, here: RunningQuotes
) -> Iterator[tuple[Finding, Texts]]:
    """With the texts that stand beside each other, as each of their pairs alone says nothing."""
    for group in _pairs_under([*there.runs, *here.runs], pairs):
        source = Passage([segment for pair in group for segment in pair.source])
        target = Passage([segment for pair in group for segment in pair.target])
        for finding in quote_findings(source.text, target.text):
            located = replace(
                finding,
                source_spans=source.located(finding.source_spans),
                target_spans=target.located(finding.target_spans),
            )
            if not _has_partner(located, there, here):
                yield located, (source.text, target.text)


def _pairs_under(runs: Iterable[Sequence[Segment]], pairs: Sequence[Pair]) -> Iterator[list[Pair]]:
    """Those that one quotation runs over, or several that overlap, if all of them stand on both sides."""
    place = {segment: at for at, pair in enumerate(pairs) for segment in (*pair.source, *pair.target)}
    groups: list[set[int]] = []
    for run in runs:
        group = {place[segment] for segment in run if segment in place}
        for overlapping in [each for each in groups if not each.isdisjoint(group)]:
            groups.remove(overlapping)
            group |= overlapping
        groups.append(group)
    for group in groups:
        found = [pairs[at] for at in sorted(group)]
        if len(found) > 1 and all(pair.source and pair.target and pair.type != "moved" for pair in found):
            yield found


def _has_partner(finding: Finding, there: RunningQuotes, here: RunningQuotes) -> bool:
    """A mark that each paragraph of a long quotation begins with is left over and not lost."""
    sides = (finding.source_spans, there), (finding.target_spans, here)
    return finding.code == UNBALANCED and any(
        (span.block, span.start) in running.marks for spans, running in sides for span in spans
    )
