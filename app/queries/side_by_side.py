"""Two language versions of an article with what is found in them."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from app.models import Article, Translation
from app.parallel.pairs import Pair
from app.queries.alignments import ArticleFinding, find_pairs, list_findings
from app.queries.articles import get_versions
from app.queries.sides import get_sides


@dataclass(frozen=True, slots=True)
class SideBySide:
    """``findings`` are those of which both languages are shown."""

    source: str
    target: str
    pairs: Sequence[Pair]
    findings: Sequence[ArticleFinding]


def get_languages(session: Session, article_id: str) -> list[str]:
    """The original's first, then by tag; none of an article that is not there."""
    query = (
        select(Translation.language)
        .join(Article, col(Article.id) == Translation.article_id)
        .where(Translation.article_id == article_id)
        .order_by(col(Translation.language) != Article.source_language, col(Translation.language))
    )
    return list(session.exec(query))


def lay_side_by_side(session: Session, article_id: str, source: str, target: str) -> SideBySide | None:
    """None where they are still to be aligned."""
    record = get_versions(session, article_id)
    sides = get_sides(session, {tag: record.versions[tag] for tag in (source, target)})
    pairs = find_pairs(session, record, source, target, sides)
    findings = list_findings(session, record)
    if pairs is None or findings is None:
        return None
    shown = [each for each in findings if {each.source, each.target} == {source, target}]
    return SideBySide(source, target, pairs, shown)
