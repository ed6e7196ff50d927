"""Stores which language versions of an article are outdated, and by what changes of the original."""

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import delete, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from app.database.session import WriteSession
from app.models import Alignment, Revision, Staleness
from app.parallel.changes import OutdatedSegment, changes_between, touched_by
from app.parallel.pairs import Pair
from app.parallel.side import DATELINE, Piece, Side
from app.queries.alignments import read_pairs
from app.queries.articles import ArticleVersions, Version, get_versions
from app.queries.sides import get_revision_side, get_sides
from app.queries.staleness import write_changes


def mark_outdated(session: WriteSession, article_id: str) -> set[str]:
    """To be done in the transaction that changes a text, an alignment or what a version is said to translate.

    The languages that are outdated and were not, or the other way round.
    """
    session.flush()
    record = get_versions(session, article_id)
    before = {tag for tag, version in record.versions.items() if version.is_outdated}
    ids = [version.translation_id for version in record.versions.values()]
    session.execute(delete(Staleness).where(col(Staleness.translation_id).in_(ids)))
    outdated = _outdated(session, record)
    for tag, segments in outdated.items():
        version = record.versions[tag]
        session.add(Staleness(translation_id=version.translation_id, changes=write_changes(segments)))
    session.flush()
    return before ^ outdated.keys()


def _outdated(session: WriteSession, record: ArticleVersions) -> dict[str, list[OutdatedSegment]]:
    """By tag. A version is compared with the revision it was made from, however many there were since."""
    original = record.versions.get(record.article.source_language)
    made_from = _made_from(session, record, original) if original else {}
    if not original or not made_from:
        return {}
    sides = get_sides(session, record.versions)
    earlier = {
        revision.id: get_revision_side(session, original.language, revision)
        for revision in made_from.values()
    }
    now = sides[original.language]
    changes = {
        revision.id: changes_between(
            _with_dateline(earlier[revision.id], revision.dateline), _with_dateline(now, original.dateline)
        )
        for revision in made_from.values()
    }
    outdated = {}
    for tag, revision in sorted(made_from.items()):
        if changed := changes[revision.id]:
            target = record.versions[tag].revision_id
            of_old = _pairs(session, revision.id, target, earlier[revision.id], sides[tag])
            of_new = _pairs(session, original.revision_id, target, now, sides[tag])
            outdated[tag] = touched_by(changed, of_old=of_old, of_new=of_new or ())
    return outdated


def _with_dateline(side: Side, dateline: str | None) -> Side:
    """It is translated, too, though not aligned."""
    if not dateline:
        return side
    return replace(side, pieces=(Piece(DATELINE, "byline", dateline), *side.pieces))


def _made_from(session: WriteSession, record: ArticleVersions, original: Version) -> Mapping[str, Revision]:
    """By tag, the revision of the original that a version translates, where that is not the current one."""
    version, translated = aliased(Revision), aliased(Revision)
    tags = {each.revision_id: tag for tag, each in record.versions.items()}
    query = (
        select(col(version.id), translated)
        .join(translated, col(translated.id) == version.translates_id)
        .where(
            col(version.id).in_(tags),
            col(translated.translation_id) == original.translation_id,
            col(translated.id) != original.revision_id,
        )
    )
    return {tags[id_]: revision for id_, revision in session.execute(query)}


def _pairs(
    session: WriteSession, source_revision: int, target_revision: int, source: Side, target: Side
) -> list[Pair] | None:
    query = select(col(Alignment.pairs)).where(
        col(Alignment.source_revision_id) == source_revision,
        col(Alignment.target_revision_id) == target_revision,
    )
    stored = session.execute(query).scalar_one_or_none()
    return None if stored is None else read_pairs(stored, source, target)
