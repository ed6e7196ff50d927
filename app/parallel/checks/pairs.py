"""All checks of one aligned pair of segments."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.parallel.checks.dates import date_findings
from app.parallel.checks.finding import Finding, Span
from app.parallel.checks.leftover_words import leftover_word_findings
from app.parallel.checks.leftovers import LEFT_OVER, leftover_findings
from app.parallel.checks.lengths import length_findings
from app.parallel.checks.names import RESPELLING, Links, missing_name_findings, name_spelling_findings
from app.parallel.checks.numbers import number_findings
from app.parallel.checks.other_language import other_language_findings, other_script_findings
from app.parallel.checks.quotes import quote_findings
from app.parallel.checks.structure import Pair, Segment
from app.parallel.checks.untranslated import untranslated_findings

LONGEST_CHECKED = 20_000
"""Characters of one side of a pair; a longer one is no segment."""


@dataclass(frozen=True, slots=True)
class Expectations:
    """What the whole of two versions says about each pair: the ratio of lengths, and who is linked where.

    ``target_counts``: how often each word, folded, stands in the target; ``name_counts`` as of count_names.
    """

    length_ratio: float | None = None
    target_counts: Mapping[str, int] = field(default_factory=dict)
    name_counts: Mapping[str, int] = field(default_factory=dict)
    source_names: Links | None = None
    target_names: Links | None = None


def check_texts(
    source: str,
    target: str,
    source_language: str,
    target_language: str,
    expectations: Expectations = Expectations(),
) -> Iterator[Finding]:
    """Spans are those of the two texts."""
    if not source or not target or max(len(source), len(target)) > LONGEST_CHECKED:
        return
    untranslated = tuple(
        untranslated_findings(source, target, source_language, target_language, expectations.target_counts)
    )
    yield from untranslated
    if untranslated:
        return
    in_other_language = tuple(other_language_findings(source, target, source_language, target_language))
    yield from in_other_language
    if in_other_language:
        return
    yield from number_findings(source, target, source_language, target_language)
    left = tuple(leftover_findings(source, target, source_language, target_language))
    spans = [span for finding in left for span in finding.target_spans]
    for finding in date_findings(source, target, source_language, target_language):
        if finding.code != LEFT_OVER or not _are_within(finding.target_spans, spans):
            yield finding
    yield from left
    other_script = tuple(other_script_findings(source, target, source_language, target_language, spans))
    yield from other_script
    spans.extend(span for finding in other_script for span in finding.target_spans)
    counts = expectations.target_counts
    yield from leftover_word_findings(source, target, source_language, target_language, counts, spans)
    yield from quote_findings(source, target)
    yield from length_findings(source, target, expectations.length_ratio)
    if expectations.source_names is not None and expectations.target_names is not None:
        yield from missing_name_findings(source, expectations.source_names, expectations.target_names)
    if not RESPELLING & {source_language.partition("-")[0], target_language.partition("-")[0]}:
        languages = source_language, target_language
        yield from name_spelling_findings(source, target, languages, expectations.name_counts)


def _are_within(spans: Sequence[Span], others: Sequence[Span]) -> bool:
    return all(any(other.start <= span.start < other.end for other in others) for span in spans)


def check_pair(
    pair: Pair,
    source_language: str,
    target_language: str,
    expectations: Expectations = Expectations(),
) -> Iterator[Finding]:
    """Spans are those of the blocks; names linked are given by their place in the pair's joined text."""
    source, target = Passage(pair.source), Passage(pair.target)
    for finding in check_texts(source.text, target.text, source_language, target_language, expectations):
        yield replace(
            finding,
            source_spans=source.located(finding.source_spans),
            target_spans=target.located(finding.target_spans),
        )


class Passage:
    """Segments joined by a space, that knows where each piece of the text stands in its block."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments = segments
        self._starts: list[int] = []
        position = 0
        for segment in segments:
            self._starts.append(position)
            position += len(segment.text) + 1
        self.text = " ".join(segment.text for segment in segments)

    def located(self, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        """One that runs over several segments becomes one in each."""
        return tuple(located for span in spans for located in self._located(span))

    def placed(self, span: Span) -> Span:
        """Where in the joined text the span stands of a block's, that is within one segment."""
        for segment, offset in zip(self._segments, self._starts, strict=True):
            if segment.block == span.block and segment.start <= span.start < segment.end:
                return Span(span.start - segment.start + offset, span.end - segment.start + offset)
        raise ValueError(span)

    def _located(self, span: Span) -> Iterator[Span]:
        for index in range(max(0, bisect_right(self._starts, span.start) - 1), len(self._segments)):
            segment, offset = self._segments[index], self._starts[index]
            start, end = max(span.start - offset, 0), min(span.end - offset, len(segment.text))
            if start < end:
                yield Span(segment.start + start, segment.start + end, segment.block)
