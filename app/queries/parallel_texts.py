"""An article's language versions with their stored alignments."""

from collections.abc import Mapping, Sequence

from sqlmodel import Session, col, select

from app.exchange.parallel_texts import ParallelTexts
from app.models import Revision, Source
from app.queries.alignments import AlignmentMissing, find_pairs, pivot_of
from app.queries.articles import get_versions
from app.queries.sides import get_sides


def get_parallel_texts(session: Session, article_id: str, languages: Sequence[str]) -> ParallelTexts:
    """Of those languages that it has. Raises AlignmentMissing."""
    record = get_versions(session, article_id)
    pivot = pivot_of(record.article.source_language, list(record.versions))
    versions = {tag: version for tag, version in record.versions.items() if tag in {pivot, *languages}}
    sides = get_sides(session, versions)
    alignments = {}
    for tag in versions.keys() - {pivot}:
        pairs = find_pairs(session, record, pivot, tag, sides)
        if pairs is None:
            raise AlignmentMissing(article_id)
        alignments[tag] = pairs
    ids = [version.revision_id for version in versions.values()]
    query = select(Revision.id, Revision.created_at).where(col(Revision.id).in_(ids))
    changed_at = dict(session.exec(query).all())
    return ParallelTexts(
        article_id,
        record.article.source_language,
        record.article.published_at,
        terms_of(record.source),
        pivot,
        alignments,
        sides,
        {tag: version.origin for tag, version in versions.items()},
        {tag: changed_at[version.revision_id] for tag, version in versions.items()},
    )


def terms_of(source: Source | None) -> Mapping[str, str]:
    """What is known of it."""
    if source is None:
        return {}
    named = {
        "name": source.name,
        "url": source.url,
        "license": source.license,
        "publisher": source.publisher,
    }
    return {name: value for name, value in named.items() if value}
