"""Which articles a command is to work on, whether readers can see them yet or not."""

from collections.abc import Iterator, Sequence

from sqlalchemy import Select
from sqlmodel import Session, col

from app.errors import Refusal
from app.models import Article
from app.models.article import USABLE
from app.queries.articles import ArticleFilter, matching

_AT_ONCE = 1000


def list_selected(session: Session, ids: Sequence[str], filter_: ArticleFilter) -> Iterator[str]:
    """Ids, in their order. ``ids``: only those; none: all. Neither withheld nor canceled ones."""
    after = ""
    while True:
        query = _selected(session, ids, filter_).with_only_columns(col(Article.id))
        query = query.where(col(Article.id) > after).order_by(col(Article.id))
        found = session.execute(query.limit(_AT_ONCE)).scalars().all()
        yield from found
        if len(found) < _AT_ONCE:
            return
        after = found[-1]


def list_source_languages(session: Session, ids: Sequence[str], filter_: ArticleFilter) -> list[str]:
    """Of the selected articles."""
    query = _selected(session, ids, filter_).with_only_columns(col(Article.source_language)).distinct()
    return sorted(session.execute(query).scalars())


def require_articles(session: Session, ids: Sequence[str]) -> None:
    """Raises Refusal for an id that no article has."""
    for article_id in ids:
        if session.get(Article, article_id) is None:
            raise Refusal("no-such-article", f"there is no article {article_id!r}")


def _selected(session: Session, ids: Sequence[str], filter_: ArticleFilter) -> Select[Article]:
    query = matching(session, filter_).where(col(Article.status) == USABLE)
    return query.where(col(Article.id).in_(ids)) if ids else query
