"""What is found in many articles, one after the other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlmodel import Session, col

from app.models import Article
from app.parallel.side import Side
from app.queries.alignments import ArticleFinding, list_findings
from app.queries.articles import get_versions
from app.queries.sides import get_sides

_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class CheckedArticle:
    """``findings`` is None where the article's versions are still to be aligned."""

    id: str
    findings: Sequence[ArticleFinding] | None
    sides: Mapping[str, Side]


def check_article(session: Session, article_id: str) -> CheckedArticle | None:
    """None for an article that is not there, or has no text."""
    try:
        record = get_versions(session, article_id)
    except LookupError:
        return None
    findings = list_findings(session, record)
    return CheckedArticle(article_id, findings, get_sides(session, record.versions) if findings else {})


def list_article_ids(session: Session) -> Iterator[str]:
    """All, by id."""
    after = ""
    while True:
        query = select(col(Article.id)).where(col(Article.id) > after).order_by(col(Article.id))
        ids = session.execute(query.limit(_AT_ONCE)).scalars().all()
        yield from ids
        if len(ids) < _AT_ONCE:
            return
        after = ids[-1]
