"""An article's original beside a translation of it, or alone where there is none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import Session

from app.exchange.carrying import carried_over, standing_segments
from app.exchange.units import corrected_pairs
from app.models import Revision
from app.parallel.outdated_segments import OutdatedSegment
from app.parallel.pairs import Pair
from app.parallel.side import Side
from app.queries.alignments import AlignmentMissing, find_pairs, list_alignments, read_pairs
from app.queries.articles import ArticleVersions, Version, get_versions
from app.queries.sides import get_revision_side, get_sides
from app.queries.staleness import outdated_segments


@dataclass(frozen=True, slots=True)
class OriginalBeside:
    """``pairs`` as ``carried_over`` and ``corrected_pairs`` have them, in no order."""

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
    carried = (
        _carried_over(session, record.versions[source_language], version, sides, pairs) if version else []
    )
    outdated = outdated_segments(session, article_id, language)
    return OriginalBeside(
        record,
        record.versions[source_language],
        sides[source_language],
        version,
        sides.get(language),
        corrected_pairs(carried, outdated),
        outdated,
    )


def _carried_over(
    session: Session, original: Version, version: Version, sides: Mapping[str, Side], pairs: Sequence[Pair]
) -> Sequence[Pair]:
    made_from = session.get_one(Revision, version.revision_id).translates_id
    if made_from is None or made_from == original.revision_id:
        return pairs
    stored = list_alignments(session, [made_from, version.revision_id])
    translated = session.get_one(Revision, made_from)
    if (made_from, version.revision_id) not in stored or translated.translation_id != original.translation_id:
        return pairs
    earlier = get_revision_side(session, original.language, translated)
    written = stored[made_from, version.revision_id].pairs
    standing = standing_segments(earlier.segments(), sides[original.language].segments())
    return carried_over(read_pairs(written, earlier, sides[version.language]), pairs, standing)
