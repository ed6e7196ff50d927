"""Stored alignments, and what was noticed in them.

Of an article one language version is the one that all others are aligned with: the original, or where that
is not stored the first by tag. Any two others are laid beside each other through it.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select
from sqlmodel import Session, col

from app.database.one_of import is_one_of
from app.models import Alignment, Dismissal, Revision, Translation
from app.parallel.alignment import in_reading_order
from app.parallel.checks.finding import Finding, Span
from app.parallel.checks.sides import SideFinding, check_changes
from app.parallel.composition import compose, turned
from app.parallel.pairs import Pair
from app.parallel.segments import Segment
from app.parallel.side import Side
from app.queries.articles import ArticleVersions
from app.queries.sides import get_sides
from app.queries.staleness import list_outdated_segments, list_outdated_versions


class AlignmentMissing(LookupError):
    """Some of an article's language versions are still to be aligned."""


@dataclass(frozen=True, slots=True)
class ArticleFinding:
    """``source`` and ``target`` are tags; ``dismissal`` an editor's, if there is one."""

    source: str
    target: str
    found: SideFinding
    dismissal: Dismissal | None


def pivot_of(source_language: str, languages: Sequence[str]) -> str:
    """The version that all others are aligned with."""
    return source_language if source_language in languages else min(languages)


def find_pairs(
    session: Session, record: ArticleVersions, source: str, target: str, sides: Mapping[str, Side]
) -> list[Pair] | None:
    """In the source's order; None where an alignment is still to be made. ``sides``: of both."""
    pivot = pivot_of(record.article.source_language, list(record.versions))
    involved = {tag: record.versions[tag] for tag in (pivot, source, target)}
    everywhere = {**get_sides(session, {pivot: involved[pivot]} if pivot not in sides else {}), **sides}
    stored = list_alignments(session, [version.revision_id for version in involved.values()])
    written = {
        tag: row.pairs
        for tag in {source, target} - {pivot}
        if (row := stored.get((involved[pivot].revision_id, involved[tag].revision_id)))
    }
    return lay_beside(pivot, source, target, everywhere, written)


def lay_beside(
    pivot: str, source: str, target: str, sides: Mapping[str, Side], written: Mapping[str, str]
) -> list[Pair] | None:
    """In the source's order. ``written``: the pairs of the pivot and each other version, as they are stored.

    None where some that are needed are not there.
    """
    if not written.keys() >= {source, target} - {pivot}:
        return None
    aligned = {tag: read_pairs(written[tag], sides[pivot], sides[tag]) for tag in {source, target} - {pivot}}
    if source == pivot:
        pairs: Sequence[Pair] = aligned[target]
    elif target == pivot:
        pairs = turned(aligned[source])
    else:
        pairs = compose(aligned[source], aligned[target])
    return in_reading_order(pairs, _segments(pairs, sides[source], 0), _segments(pairs, sides[target], 1))


def _segments(pairs: Sequence[Pair], side: Side, which: int) -> list[Segment]:
    rank = {piece.key: place for place, piece in enumerate(side.pieces)}
    segments = {segment for pair in pairs for segment in (pair.source, pair.target)[which]}
    return sorted(segments, key=lambda segment: (rank[segment.block], segment.start))


def list_findings(session: Session, record: ArticleVersions) -> list[ArticleFinding] | None:
    """By target language, in the source's order; None where an alignment is still to be made."""
    pivot = pivot_of(record.article.source_language, list(record.versions))
    ids = {tag: version.revision_id for tag, version in record.versions.items()}
    stored = list_alignments(session, list(ids.values()))
    query = select(Dismissal).where(col(Dismissal.article_id) == record.article.id)
    dismissed = {each.finding: each for each in session.execute(query).scalars()}
    outdated = list_outdated_segments(session, record.article.id)
    findings = []
    for tag in sorted(set(ids) - {pivot}):
        row = stored.get((ids[pivot], ids[tag]))
        if row is None:
            return None
        changes = check_changes(record.article.id, pivot, tag, outdated.get(tag, ()))
        findings += [
            ArticleFinding(pivot, tag, each, dismissed.get(each.id))
            for each in (*read_findings(row.findings), *changes)
        ]
    return findings


def list_alignments(session: Session, revisions: Sequence[int]) -> dict[tuple[int, int], Alignment]:
    """Of any two of them, by both."""
    query = select(Alignment).where(
        is_one_of(session, col(Alignment.source_revision_id), revisions),
        is_one_of(session, col(Alignment.target_revision_id), revisions),
    )
    rows = session.execute(query).scalars()
    return {(row.source_revision_id, row.target_revision_id): row for row in rows}


def is_aligned_otherwise(aligner: str) -> ColumnElement[bool]:
    """Not yet, or by another program. Two comparisons, so that an index finds the few that are."""
    aligned_with = col(Translation.aligned_with)
    return or_(aligned_with < aligner, aligned_with > aligner)


def count_aligned_otherwise(session: Session, aligner: str) -> int:
    query = select(func.count()).select_from(Translation).where(is_aligned_otherwise(aligner))
    return int(session.execute(query).scalar_one())


def list_articles_aligned_otherwise(session: Session, aligner: str, limit: int) -> list[str]:
    """The ids of some, in no order: once they are aligned they are not found again."""
    query = select(col(Translation.article_id)).where(is_aligned_otherwise(aligner)).limit(limit)
    return list(dict.fromkeys(session.execute(query).scalars()))


def find_article_of_finding(session: Session, finding: str) -> str | None:
    """The id of the article that a finding is about now."""
    query = (
        select(col(Translation.article_id), col(Alignment.findings))
        .join(Revision, col(Revision.translation_id) == Translation.id)
        .join(Alignment, col(Alignment.target_revision_id) == Revision.id)
        .where(col(Alignment.findings).contains(json.dumps(finding), autoescape=True))
    )
    for article_id, findings in session.execute(query):
        if any(each.id == finding for each in read_findings(findings)):
            return str(article_id)
    for version in list_outdated_versions(session):
        source, target = version.source_language, version.language
        changes = check_changes(version.article_id, source, target, version.segments)
        if any(each.id == finding for each in changes):
            return version.article_id
    return None


def write_pairs(pairs: Sequence[Pair]) -> str:
    """JSON without the texts, which are in the blocks: places of both sides, type, score and evidence."""
    return _json(
        [
            [_places(pair.source), _places(pair.target), pair.type, pair.score, _rounded(pair.evidence)]
            for pair in pairs
        ]
    )


def _places(segments: Sequence[Segment]) -> list[list[Any]]:
    return [[segment.id, segment.block, segment.start, segment.end] for segment in segments]


def _rounded(evidence: Mapping[Any, float]) -> dict[str, float]:
    return {name: round(value, 2) for name, value in evidence.items()}


def read_pairs(stored: str, source: Side, target: Side) -> list[Pair]:
    readers = _reader(source), _reader(target)
    return [
        Pair(tuple(map(readers[0], there)), tuple(map(readers[1], here)), type_, score, evidence)
        for there, here, type_, score, evidence in json.loads(stored)
    ]


def _reader(side: Side) -> Any:
    pieces = {piece.key: piece for piece in side.pieces}

    def segment(place: Sequence[Any]) -> Segment:
        id_, block, start, end = place
        piece = pieces[block]
        return Segment(id_, block, piece.kind, start, end, piece.text[start:end])

    return segment


def write_findings(findings: Sequence[SideFinding]) -> str:
    return _json([{"id": each.id, **asdict(each.finding)} for each in findings])


def read_findings(stored: str) -> Iterator[SideFinding]:
    for each in json.loads(stored):
        spans = {
            name: tuple(Span(**span) for span in each[name]) for name in ("source_spans", "target_spans")
        }
        finding = Finding(each["code"], **spans, evidence=each["evidence"])
        yield SideFinding(each["id"], finding)


def _json(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))
