"""What of an article is to be translated into a language, and what is already."""

from collections.abc import Collection, Mapping

from sqlmodel import Session

from app.exchange.units import ArticleUnits, State, units_of
from app.queries.alignments import AlignmentMissing, find_pairs
from app.queries.articles import ArticleVersions, get_versions
from app.queries.parallel_texts import terms_of
from app.queries.sides import get_sides


def find_units(
    session: Session, article_id: str, language: str, wanted: Collection[State]
) -> ArticleUnits | None:
    """None where there is nothing to translate from or nothing wanted. Raises AlignmentMissing."""
    record = get_versions(session, article_id)
    source_language = record.article.source_language
    if source_language == language or source_language not in record.versions:
        return None
    tags = [tag for tag in (source_language, language) if tag in record.versions]
    sides = get_sides(session, {tag: record.versions[tag] for tag in tags})
    target = record.versions.get(language)
    pairs = find_pairs(session, record, source_language, language, sides) if target else []
    if pairs is None:
        raise AlignmentMissing(article_id)
    source = sides[source_language]
    everything = list(units_of(source, sides.get(language), pairs, {}))
    units = [unit for unit in everything if unit.state in wanted]
    if not units:
        return None
    shortened = {unit.block for unit in everything if unit.state not in wanted}
    return ArticleUnits(
        article_id,
        source_language,
        language,
        record.versions[source_language].number,
        target.number if target else 0,
        target is not None and target.origin == "machine",
        _facts(record),
        {block: text for block, text in source.texts.items() if block in shortened},
        units,
    )


def _facts(record: ArticleVersions) -> Mapping[str, str]:
    headline = record.versions[record.article.source_language].headline
    published = {"published-at": record.article.published_at} if record.article.published_at else {}
    terms = {f"source-{name}": value for name, value in terms_of(record.source).items()}
    return {"headline": headline, **published, **terms}
