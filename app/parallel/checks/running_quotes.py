"""Quotations that run over several segments, and what is found of one of their segments alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from app.parallel.checks.finding import Finding, Span
from app.parallel.checks.quotation_marks import Quoted, find_quoted, opens
from app.parallel.checks.quotes import MISSING, UNBALANCED
from app.parallel.pairs import Pair
from app.parallel.segments import Segment

MOST_SEGMENTS = 6
"""Between two marks of one quotation. Farther apart each has lost its own, as with a quotation between."""
_Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class RunningQuotes:
    """``marks`` have their partner in another segment; ``inside`` are the segments of such quotations.

    ``reopened`` are those of the marks behind which another opens before any closes; ``runs`` are the
    segments of each quotation.
    """

    marks: frozenset[_Place]
    reopened: frozenset[_Place]
    inside: frozenset[Segment]
    runs: tuple[tuple[Segment, ...], ...]


def find_running_quotes(segments: Sequence[Segment]) -> RunningQuotes:
    """One side's, in reading order."""
    marks: set[_Place] = set()
    reopened: set[_Place] = set()
    runs: list[tuple[Segment, ...]] = []
    opened: list[tuple[int, _Place]] = []
    for index, segment in enumerate(segments):
        quoted = find_quoted(segment.text)
        if opened and (index - opened[-1][0] > MOST_SEGMENTS or _has_own_quotation(segment.text, quoted)):
            opened = []
        for place in quoted.unpaired:
            here = index, (segment.block, segment.start + place)
            if not opens(segment.text, place):
                if opened:
                    marks.update(mark for _, mark in (*opened, here))
                    reopened.update(mark for _, mark in opened[:-1])
                    runs.append(tuple(segments[opened[0][0] : index + 1]))
                opened = []
            elif any(start > place for start, _ in quoted.spans):
                opened = []
            elif opened and _opens_again(segments, opened[-1][0], index, place):
                opened.append(here)
            else:
                opened = [here]
    inside = frozenset(chain.from_iterable(runs))
    return RunningQuotes(frozenset(marks), frozenset(reopened), inside, tuple(runs))


def _has_own_quotation(text: str, quoted: Quoted) -> bool:
    """Before its first lone mark; one that ends where that stands is within the quotation that it ends."""
    first = min(quoted.unpaired, default=None)
    return any(first is None or any(map(str.isalnum, text[end:first])) for _, end in quoted.spans)


def _opens_again(segments: Sequence[Segment], opened: int, index: int, place: int) -> bool:
    """Each paragraph of a long quotation begins with a mark, and only the last ends with one."""
    begins = place == 0 and segments[index].block != segments[index - 1].block
    return begins and segments[opened].block == segments[index - 1].block


def without_running_quotes(
    findings: Sequence[Sequence[Finding]],
    pairs: Sequence[Pair],
    there: RunningQuotes,
    here: RunningQuotes,
) -> list[list[Finding]]:
    """The findings of each pair, but for marks with a partner further on, and what stands between such."""
    return [
        [each for each in of_pair if not _is_running(each, pair, there, here)]
        for of_pair, pair in zip(findings, pairs, strict=True)
    ]


def _is_running(finding: Finding, pair: Pair, there: RunningQuotes, here: RunningQuotes) -> bool:
    if finding.code == UNBALANCED:
        return _runs_on(finding.source_spans, there, pair.target, here) or _runs_on(
            finding.target_spans, here, pair.source, there
        )
    silent, running = (
        (pair.target, here) if finding.evidence.get("side") == "target" else (pair.source, there)
    )
    return finding.code == MISSING and not running.inside.isdisjoint(silent)


def _runs_on(
    spans: Sequence[Span], running: RunningQuotes, others: Sequence[Segment], other: RunningQuotes
) -> bool:
    """Not a mark behind which the next quotation opens, where the other side ends its own in the pair."""
    places = {(span.block or "", span.start) for span in spans} & running.marks
    return bool(places) and not (places <= running.reopened and other.inside.isdisjoint(others))
