"""Stores which language versions of an article are outdated, and by what changes of the original."""

from sqlalchemy import delete, select
from sqlmodel import col

from app.database.session import WriteSession
from app.models import Revision, Staleness
from app.parallel.outdated_segments import OutdatedSegment
from app.queries.articles import ArticleVersions, get_versions
from app.queries.changes_of_original import ChangesOfOriginal, dated_side
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
    outdated = list_changes_not_followed(session, record)
    for tag, segments in outdated.items():
        version = record.versions[tag]
        session.add(Staleness(translation_id=version.translation_id, changes=write_changes(segments)))
    session.flush()
    return before ^ outdated.keys()


def list_changes_not_followed(
    session: WriteSession, record: ArticleVersions
) -> dict[str, list[OutdatedSegment]]:
    """By the tag of each version that is outdated.

    It is compared with the revision it was made from, however many there were since.
    """
    source_language = record.article.source_language
    if source_language not in record.versions:
        return {}
    revisions = _current_revisions(session, record)
    original = revisions.pop(source_language)
    behind = {
        tag: each
        for tag, each in revisions.items()
        if each.outstanding or each.translates_id not in (None, original.id)
    }
    if not behind:
        return {}
    changes = ChangesOfOriginal(session, source_language, original)
    outdated = {}
    for tag, revision in sorted(behind.items()):
        if found := changes.since(revision, dated_side(session, tag, revision)):
            outdated[tag] = found
    return outdated


def _current_revisions(session: WriteSession, record: ArticleVersions) -> dict[str, Revision]:
    """By tag."""
    tags = {version.revision_id: tag for tag, version in record.versions.items()}
    query = select(Revision).where(col(Revision.id).in_(tags))
    return {tags[revision.id]: revision for revision in session.execute(query).scalars()}
