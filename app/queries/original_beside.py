"""An article's original beside a translation of it, or alone where there is none."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from app.exchange.units import corrected_pairs
from app.parallel.outdated_segments import OutdatedSegment
from app.parallel.pairs import Pair
from app.parallel.side import Side
from app.queries.alignments import AlignmentMissing, find_pairs
from app.queries.articles import ArticleVersions, Version, get_versions
from app.queries.sides import get_sides
from app.queries.staleness import outdated_segments


@dataclass(frozen=True, slots=True)
class OriginalBeside:
    """``pairs`` as ``corrected_pairs`` has them."""

    record: ArticleVersions
    original: Version
    source: Side
    version: Version | None
    target: Side | None
    pairs: Sequence[Pair]
    outdated: Sequence[OutdatedSegment]


def lay_original_beside(session: Session, article_id: str, language: str) -> OriginalBeside | None:
    """None where there is no other language to translate from. Raises AlignmentMissing, LookupError."""
    record = get_versions(session, article_id)
    source_language = record.article.source_language
    if source_language == language or source_language not in record.versions:
        return None
    tags = [tag for tag in (source_language, language) if tag in record.versions]
    sides = get_sides(session, {tag: record.versions[tag] for tag in tags})
    version = record.versions.get(language)
    pairs = find_pairs(session, record, source_language, language, sides) if version else []
    if pairs is None:
        raise AlignmentMissing(article_id)
    outdated = outdated_segments(session, article_id, language)
    return OriginalBeside(
        record,
        record.versions[source_language],
        sides[source_language],
        version,
        sides.get(language),
        corrected_pairs(pairs, outdated),
        outdated,
    )
