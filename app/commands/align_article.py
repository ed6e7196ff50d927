"""Stores which segments of an article's language versions translate each other, and what is found there.

What takes long is done outside of any transaction, so that no other writer waits for it, and is stored
only if the texts are still the same.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Select, and_, delete, not_, select, update
from sqlmodel import col

from app.commands.mark_outdated import mark_outdated
from app.commands.purge import note_article
from app.commands.render_article import render_article
from app.database.engine import Database
from app.database.session import WriteSession
from app.models import Alignment, Revision, Translation
from app.parallel.aligner import aligner
from app.parallel.checks.links import Nameable
from app.parallel.checks.sides import SideFinding, check_sides
from app.parallel.encoder import Encoder
from app.parallel.pairs import Pair
from app.parallel.side import Side
from app.parallel.sides import align_sides
from app.queries.alignments import (
    list_articles_aligned_otherwise,
    pivot_of,
    write_findings,
    write_pairs,
)
from app.queries.articles import ArticleVersions, Version, get_versions
from app.queries.names import find_nameable
from app.queries.sides import get_sides

BATCH = 100


@dataclass(frozen=True, slots=True)
class AlignedSide:
    """A language version beside the one that all are aligned with."""

    pairs: Sequence[Pair]
    findings: Sequence[SideFinding]


def align_rest(database: Database, encoder: Encoder | None) -> Iterator[int]:
    """Aligns what is not, or was by another program; how many language versions each article had."""
    while True:
        with database.read() as session:
            articles = list_articles_aligned_otherwise(session, aligner(encoder), BATCH)
        for article_id in articles:
            yield align_article(database, article_id, encoder)
        if not articles:
            return


def align_article(database: Database, article_id: str, encoder: Encoder | None) -> int:
    """How many of its language versions were to be aligned."""
    with database.read() as session:
        record = get_versions(session, article_id)
        sides = get_sides(session, record.versions)
        query = select(col(Translation.language), col(Translation.aligned_with))
        rows = session.execute(query.where(col(Translation.article_id) == article_id))
        waiting = {tag for tag, aligned_with in rows if aligned_with != aligner(encoder)}
        pivot = pivot_of(record.article.source_language, list(record.versions))
        others = sorted(set(sides) - {pivot} if pivot in waiting else waiting)
        nameable = {tag: find_nameable(session, sides[pivot].entities, tag) for tag in others}
    aligned = {tag: _aligned(article_id, sides[pivot], sides[tag], nameable[tag], encoder) for tag in others}
    with database.write() as session:
        if _revisions(get_versions(session, article_id)) == _revisions(record):
            _store(session, record, aligned, encoder)
            if mark_outdated(session, article_id):
                render_article(session, article_id)
            note_article(session, article_id)
    return len(waiting)


def store_alignments(
    session: WriteSession, article_id: str, aligned: Mapping[str, AlignedSide], encoder: Encoder | None
) -> None:
    """By language."""
    session.flush()
    _store(session, get_versions(session, article_id), aligned, encoder)


def forget_alignments(session: WriteSession, article_id: str) -> None:
    """They are stale, and made anew by the next reindex."""
    _mark(session, select(col(Translation.id)).where(col(Translation.article_id) == article_id), "")


def _aligned(
    article_id: str, source: Side, target: Side, nameable: Nameable, encoder: Encoder | None
) -> AlignedSide:
    pairs = align_sides(source, target, encoder)
    return AlignedSide(pairs, check_sides(article_id, source, target, pairs, nameable))


def _store(
    session: WriteSession,
    record: ArticleVersions,
    aligned: Mapping[str, AlignedSide],
    encoder: Encoder | None,
) -> None:
    pivot = pivot_of(record.article.source_language, list(record.versions))
    source = record.versions[pivot]
    for tag, each in aligned.items():
        target = record.versions[tag]
        _clear(session, source, target)
        session.add(
            Alignment(
                source_revision_id=source.revision_id,
                target_revision_id=target.revision_id,
                pairs=write_pairs(each.pairs),
                findings=write_findings(each.findings),
            )
        )
    ids = [record.versions[tag].translation_id for tag in (pivot, *aligned)]
    _mark(session, ids, aligner(encoder))


def _clear(session: WriteSession, source: Version, target: Version) -> None:
    """What the target was made from stays beside it: that says what a later change of the source touches."""
    revisions = select(col(Revision.id)).where(col(Revision.translation_id) == target.translation_id)
    of_target = col(Alignment.target_revision_id)
    made_from = select(col(Revision.translates_id)).where(
        col(Revision.id) == target.revision_id, col(Revision.translates_id).is_not(None)
    )
    is_made_from = and_(
        of_target == target.revision_id,
        col(Alignment.source_revision_id).in_(made_from),
        col(Alignment.source_revision_id) != source.revision_id,
    )
    session.execute(delete(Alignment).where(of_target.in_(revisions), not_(is_made_from)))
    session.execute(update(Alignment).where(is_made_from).values(findings=write_findings([])))


def _mark(session: WriteSession, translations: Iterable[int] | Select[int], aligned_with: str) -> None:
    query = update(Translation).where(col(Translation.id).in_(translations))
    session.flush()
    session.execute(query.values(aligned_with=aligned_with))


def _revisions(record: ArticleVersions) -> dict[str, int]:
    return {tag: version.revision_id for tag, version in record.versions.items()}
