"""Articles and what a reader sees of them, in a number of statements that does not grow with the rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import ColumnElement, Select, and_, func, literal, select, tuple_
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from app.models import Article, Block, Caption, Mention, Picture, Revision, Source, Translation
from app.models.table import Identifier, Instant
from app.queries.revisions import list_blocks, list_captions


@dataclass(frozen=True, slots=True)
class Version:
    """A language version without its body. ``is_outdated``: its original has a newer revision."""

    language: str
    direction: str
    slug: str
    origin: str
    revision_id: int
    number: int
    headline: str
    lead: str | None
    byline: str | None
    dateline: str | None
    is_outdated: bool = field(kw_only=True)


@dataclass(frozen=True, slots=True)
class ArticleVersions:
    article: Article
    source: Source | None
    versions: Mapping[str, Version]


@dataclass(frozen=True, slots=True)
class Body:
    blocks: Sequence[Block]
    captions: Sequence[tuple[Caption, Picture]]
    mentions: Sequence[Mention]


@dataclass(frozen=True, slots=True)
class ArticleFilter:
    available_in: str | None = None
    source_language: str | None = None
    person: str | None = None
    place: str | None = None
    published_after: datetime | None = None
    published_before: datetime | None = None
    updated_since: datetime | None = None


Position = tuple[datetime, str]
"""Where an article stands in the list: ``listed_at`` and id."""


def find_article(session: Session, article_id: str) -> ArticleVersions | None:
    """None also for an article that has no language version, or is withheld or canceled."""
    return next(iter(_with_versions(session, _served().where(col(Article.id) == article_id))), None)


def list_articles(
    session: Session, filter_: ArticleFilter, *, after: Position | None, limit: int
) -> list[ArticleVersions]:
    """Newest first, starting behind ``after``."""
    query = _served().where(*_conditions(filter_))
    if after is not None:
        position = tuple_(literal(after[0], Instant), literal(after[1], Identifier))
        query = query.where(tuple_(col(Article.listed_at), col(Article.id)) < position)
    query = query.order_by(col(Article.listed_at).desc(), col(Article.id).desc()).limit(limit)
    return _with_versions(session, query)


def count_articles(session: Session, filter_: ArticleFilter) -> int:
    query = select(func.count()).select_from(_served().where(*_conditions(filter_)).subquery())
    return int(session.execute(query).scalar_one())


def get_body(session: Session, revision_id: int) -> Body:
    mentions = select(Mention).where(col(Mention.revision_id) == revision_id).order_by(col(Mention.id))
    return Body(
        list_blocks(session, revision_id),
        list_captions(session, revision_id),
        session.execute(mentions).scalars().all(),
    )


def _served() -> Select[Article, Source]:
    has_version = select(1).where(col(Translation.article_id) == Article.id).exists()
    return (
        select(Article, Source)
        .outerjoin(Source, col(Source.id) == Article.source_id)
        .where(col(Article.status) == "usable", has_version)
    )


def _conditions(filter_: ArticleFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if filter_.available_in is not None:
        conditions.append(_in_version(col(Translation.language) == filter_.available_in))
    if filter_.source_language is not None:
        conditions.append(col(Article.source_language) == filter_.source_language)
    if filter_.person is not None:
        conditions.append(_in_mention(col(Mention.person_id) == filter_.person))
    if filter_.place is not None:
        conditions.append(_in_mention(col(Mention.place_id) == filter_.place))
    if filter_.published_after is not None:
        conditions.append(_published(col(Article.listed_at) >= filter_.published_after))
    if filter_.published_before is not None:
        conditions.append(_published(col(Article.listed_at) < filter_.published_before))
    if filter_.updated_since is not None:
        conditions.append(col(Article.updated_at) >= filter_.updated_since)
    return conditions


def _published(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return and_(col(Article.published_at).is_not(None), condition)


def _in_version(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return select(1).where(col(Translation.article_id) == Article.id, condition).exists()


def _in_mention(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    current = (
        select(1)
        .select_from(Mention)
        .join(Revision, col(Revision.id) == Mention.revision_id)
        .join(
            Translation,
            and_(
                col(Translation.id) == Revision.translation_id,
                col(Translation.revision) == Revision.number,
            ),
        )
        .where(col(Translation.article_id) == Article.id, condition)
    )
    return current.exists()


def _with_versions(session: Session, articles: Select[Article, Source]) -> list[ArticleVersions]:
    rows = session.execute(articles).all()
    versions = _versions(session, [article.id for article, _ in rows])
    return [
        ArticleVersions(article, source, versions[article.id])
        for article, source in rows
        if article.id in versions
    ]


def _versions(session: Session, article_ids: Sequence[str]) -> dict[str, dict[str, Version]]:
    translated, original = aliased(Revision), aliased(Translation)
    query = (
        select(
            col(Translation.article_id),
            col(Translation.language),
            col(Translation.direction),
            col(Translation.slug),
            col(Translation.origin),
            col(Revision.id),
            col(Revision.number),
            col(Revision.headline),
            col(Revision.lead),
            col(Revision.byline),
            col(Revision.dateline),
            col(translated.number) < col(original.revision),
        )
        .join(Article, col(Article.id) == Translation.article_id)
        .join(
            Revision,
            and_(
                col(Revision.translation_id) == Translation.id,
                col(Revision.number) == Translation.revision,
            ),
        )
        .outerjoin(translated, col(translated.id) == Revision.translates_id)
        .outerjoin(
            original,
            and_(
                col(original.id) == translated.translation_id,
                col(original.language) == Article.source_language,
            ),
        )
        .where(col(Translation.article_id).in_(article_ids))
        .order_by(col(Translation.language))
    )
    found: dict[str, dict[str, Version]] = {}
    for article_id, *values, is_outdated in session.execute(query):
        version = Version(*values, is_outdated=bool(is_outdated))
        found.setdefault(article_id, {})[version.language] = version
    return found
