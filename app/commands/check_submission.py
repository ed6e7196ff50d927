"""Findings on an article folder, without storing it."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.commands.align_submission import block_key, picture_key, story_side
from app.intake.article_folder import Submission, Version
from app.newswire.story import Figure
from app.parallel.checks.finding import Span
from app.parallel.checks.sides import SideFinding, check_sides
from app.parallel.encoder import Encoder
from app.parallel.sides import align_sides
from app.queries.alignments import pivot_of


@dataclass(frozen=True, slots=True)
class FileSpan:
    """``line`` counts from 1 and is where the block begins."""

    version: Version
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class SubmissionFinding:
    found: SideFinding
    source: str
    target: str
    places: tuple[FileSpan, ...]
    """In the target's file, or where that has nothing in the source's."""
    beside: tuple[FileSpan, ...]
    """In the source's file, where the others are in the target's."""


def check_submission(submission: Submission, encoder: Encoder | None) -> Iterator[SubmissionFinding]:
    """No names are known: who or what is lost is found only of a stored article."""
    if not submission.versions:
        return
    versions = {version.language: version for version in submission.versions}
    said = submission.file.source_language or (
        submission.assumed_source.language if submission.assumed_source else ""
    )
    pivot = pivot_of(said, list(versions))
    sides = {tag: story_side(tag, version.story) for tag, version in versions.items()}
    for tag in sorted(set(sides) - {pivot}):
        pairs = align_sides(sides[pivot], sides[tag], encoder)
        for found in check_sides(submission.id, sides[pivot], sides[tag], pairs):
            in_target = tuple(_place(versions[tag], span) for span in found.finding.target_spans)
            in_source = tuple(_place(versions[pivot], span) for span in found.finding.source_spans)
            yield SubmissionFinding(found, pivot, tag, in_target or in_source, in_source if in_target else ())


def _place(version: Version, span: Span) -> FileSpan:
    texts = {piece.key: piece.text for piece in story_side(version.language, version.story).pieces}
    text = texts[span.block or ""][span.start : span.end]
    return FileSpan(version, _lines(version)[span.block or ""], text)


def _lines(version: Version) -> dict[str, int]:
    story = version.story
    blocks = {
        block_key(place): element.line
        for place, element in enumerate(story.body)
        if not isinstance(element, Figure)
    }
    pictures = {picture_key(place): each.line for place, each in enumerate(story.pictures)}
    return {**story.front_lines, **blocks, **pictures}
