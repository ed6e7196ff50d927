"""Articles and what a reader sees of them, in a number of statements that does not grow with the rows."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    Integer,
    ScalarSelect,
    Select,
    and_,
    bindparam,
    case,
    func,
    literal,
    not_,
    select,
    tuple_,
)
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from app.database.dialect import is_sqlite
from app.database.one_of import is_one_of, is_one_of_parameter
from app.database.position import is_within
from app.geography import Area
from app.models import Article, Caption, Mention, Picture, Revision, Source, Staleness, Translation
from app.models.article import USABLE
from app.models.table import Identifier, Instant
from app.queries.naming import is_served, names_person, names_place, names_place_within, naming
from app.queries.revisions import BlockText, is_current, list_blocks, list_captions


@dataclass(frozen=True, slots=True)
class Version:
    """A language version without its body. ``is_outdated``: its original has changed since."""

    translation_id: int
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
class ListedArticle:
    """An article with what a list shows of the one language version that the reader gets."""

    article: Article
    available_languages: Sequence[str]
    language: str
    direction: str
    slug: str
    headline: str
    lead: str | None


@dataclass(frozen=True, slots=True)
class Body:
    """Each in its order."""

    blocks: list[BlockText]
    captions: list[tuple[Caption, Picture]]
    mentions: list[Mention]


@dataclass(frozen=True, slots=True)
class ArticleFilter:
    """Of languages those that will do, by tag. In each of ``areas`` there has to be a place that is named.

    ``shown_in``: languages that the reader takes, of which an article needs one; None for all there are.
    ``not_available_in``: languages of which an article has none. ``not_published``: periods that begin with
    the first moment, and end before the second.
    """

    shown_in: Sequence[str] | None = None
    available_in: Sequence[str] | None = None
    not_available_in: Sequence[str] = ()
    source_language: Sequence[str] | None = None
    outdated: Sequence[str] | None = None
    person: str | None = None
    place: str | None = None
    areas: Sequence[Area] = ()
    published_after: datetime | None = None
    published_before: datetime | None = None
    not_published: Sequence[tuple[datetime, datetime | None]] = ()
    updated_since: datetime | None = None


Position = tuple[datetime, str]
"""Where an article stands in the list: ``listed_at`` and id."""


@dataclass(frozen=True, slots=True)
class Page:
    """``articles`` are those of the page that have a language for the reader; ``next`` is where it ends."""

    articles: Sequence[ListedArticle]
    next: Position | None


def find_article(session: Session, article_id: str, now: datetime) -> ArticleVersions | None:
    """None also for an article without a language version, withheld or canceled, or not published yet."""
    found = _with_versions(session, article_id)
    return found if found and _is_served(found.article, now) else None


def get_versions(session: Session, article_id: str) -> ArticleVersions:
    """Of an article that has some, whether it is served or not."""
    found = _with_versions(session, article_id)
    if found is None:
        raise LookupError(article_id)
    return found


def list_articles(
    session: Session,
    filter_: ArticleFilter,
    now: datetime,
    *,
    grades: Mapping[str, int],
    default_language: str,
    after: Position | None,
    limit: int,
) -> Page:
    """Newest first, starting behind ``after``, each in the language of the lowest grade that it has.

    Of languages of one grade the default comes first, then the article's source language, then by tag.
    """
    page = _page(served_articles(session, filter_, now), after, limit + 1)
    statement, given = _listed(page, len(grades)), _preference(grades, default_language)
    rows = session.execute(statement, given).all()
    shown = rows[:limit]
    listed = [ListedArticle(row[0], sorted(row[1].split()), *row[2:]) for row in shown if row[2] is not None]
    last = shown[-1][0] if len(rows) > limit else None
    return Page(listed, (last.listed_at, last.id) if last else None)


def get_listed_articles(
    session: Session, ids: Sequence[str], *, grades: Mapping[str, int], default_language: str
) -> dict[str, ListedArticle]:
    """By id, as ``list_articles`` has them; without those that have no language for the reader."""
    statement = _listed_of(len(grades), on_sqlite=is_sqlite(session))
    rows = session.execute(statement, {"ids": list(ids), **_preference(grades, default_language)})
    return {row[0].id: ListedArticle(row[0], sorted(row[1].split()), *row[2:]) for row in rows if row[2]}


def count_articles(session: Session, filter_: ArticleFilter, now: datetime) -> int:
    query = select(func.count()).select_from(served_articles(session, filter_, now).subquery())
    return int(session.execute(query).scalar_one())


def next_publication(session: Session, now: datetime) -> datetime | None:
    """When the next article becomes visible by itself."""
    query = select(func.min(col(Article.listed_at))).where(col(Article.listed_at) > now)
    moment: datetime | None = session.execute(query).scalar_one()
    return moment


def get_bodies(session: Session, revision_ids: Sequence[int]) -> dict[int, Body]:
    bodies = {revision_id: Body([], [], []) for revision_id in revision_ids}
    for block in list_blocks(session, *revision_ids):
        bodies[block.revision_id].blocks.append(block)
    for caption, picture in list_captions(session, *revision_ids):
        bodies[caption.revision_id].captions.append((caption, picture))
    query = (
        select(Mention)
        .where(is_one_of(session, col(Mention.revision_id), revision_ids))
        .order_by(col(Mention.id))
    )
    for mention in session.execute(query).scalars():
        bodies[mention.revision_id].mentions.append(mention)
    return bodies


def _is_served(article: Article, now: datetime) -> bool:
    return article.status == USABLE and article.listed_at <= now


def served_articles(session: Session, filter_: ArticleFilter, now: datetime) -> Select[Article]:
    return matching(session, filter_).where(is_served(now))


def matching(session: Session, filter_: ArticleFilter) -> Select[Article]:
    """Articles that have a text, whether they are served or not."""
    has_version = select(1).where(col(Translation.article_id) == Article.id).exists()
    return select(Article).where(has_version, *_conditions(session, filter_))


def list_articles_of(
    session: Session,
    translation_ids: Collection[int],
    filter_: ArticleFilter,
    now: datetime,
    *conditions: ColumnElement[bool],
) -> dict[int, tuple[str, str]]:
    """By language version the article's id and the language of its original.

    Of those that are served and match, also the ``conditions``.
    """
    version = aliased(Translation)
    query = (
        select(col(version.id), col(Article.id), col(Article.source_language))
        .join(Article, col(Article.id) == version.article_id)
        .where(is_one_of(session, col(version.id), translation_ids), is_served(now))
        .where(*_conditions(session, filter_), *conditions)
    )
    rows = session.connection().execute(query).all()  # a thousand: no objects are made of them
    return {id_: (article_id, original) for id_, article_id, original in rows}


def _page(query: Select[Article], after: Position | None, limit: int) -> CTE:
    if after is not None:
        position = tuple_(literal(after[0], Instant), literal(after[1], Identifier))
        query = query.where(tuple_(col(Article.listed_at), col(Article.id)) < position)
    return query.order_by(col(Article.listed_at).desc(), col(Article.id).desc()).limit(limit).cte("page")


@cache
def _listed_of(grades: int, *, on_sqlite: bool) -> Select[Any]:
    """Of the articles ``ids``. Built once: that takes as long as all else of it."""
    is_meant = is_one_of_parameter(col(Article.id), "ids", on_sqlite=on_sqlite)
    return _listed(select(Article).where(is_meant).cte("page"), grades)


def _listed(page: CTE, grades: int) -> Select[Any]:
    """The articles of a page with their languages, and what a list shows of the reader's one.

    Its parameters are ``_preference``, of as many ``grades``.
    """
    best = _best_version(page, grades)
    article, version = aliased(Article, page), aliased(Translation)
    languages = (
        select(func.aggregate_strings(col(version.language), " "))
        .where(col(version.article_id) == page.c.id)
        .scalar_subquery()
    )
    shown = (Translation.language, Translation.direction, Translation.slug, Revision.headline, Revision.lead)
    return (
        select(article, languages, *map(col, shown))
        .select_from(page)
        .outerjoin(Translation, col(Translation.id) == best)
        .outerjoin(Revision, is_current())
        .order_by(page.c.listed_at.desc(), page.c.id.desc())
    )


def _preference(grades: Mapping[str, int], default_language: str) -> dict[str, Any]:
    languages = {f"preferred_{n}": language for n, language in enumerate(grades)}
    worth = {f"worth_{n}": grade for n, grade in enumerate(grades.values())}
    return {"languages": list(grades), "default_language": default_language, **languages, **worth}


def _best_version(page: CTE, grades: int) -> ScalarSelect[int | None]:
    """The id of the language version that the reader gets of an article of the page.

    The page's columns are read below what is sorted: SQLite 3.40 does not see them in an ORDER BY.
    """
    version = aliased(Translation)
    language = col(version.language)
    graded = [
        (language == bindparam(f"preferred_{n}"), bindparam(f"worth_{n}", type_=Integer))
        for n in range(grades)
    ]
    keys = {
        # Not VALUES to join with: SQLAlchemy compiles those anew each time, which takes as long as the rest.
        "grade": case(*graded) if graded else literal(0),
        "is_not_default": language != bindparam("default_language"),
        "is_not_source": language != page.c.source_language,
        "tag": language,
    }
    versions = (
        select(col(version.id), *(key.label(name) for name, key in keys.items()))
        .where(col(version.article_id) == page.c.id, language.in_(bindparam("languages", expanding=True)))
        .correlate(page)
        .subquery()
    )
    best = select(versions.c.id).order_by(*(versions.c[name] for name in keys)).limit(1)
    return best.scalar_subquery()


def _names(session: Session, filter_: ArticleFilter) -> Iterator[ColumnElement[bool]]:
    """Conditions of ``Mention``; an article needs a mention for each."""
    if filter_.person is not None:
        yield names_person(filter_.person)
    if filter_.place is not None:
        yield names_place(filter_.place)
    for area in filter_.areas:
        yield names_place_within(is_within(session, area))


def _conditions(session: Session, filter_: ArticleFilter) -> list[ColumnElement[bool]]:
    """Of ``Article``."""
    named = (col(Article.id).in_(naming(condition)) for condition in _names(session, filter_))
    conditions: list[ColumnElement[bool]] = [*named]
    if filter_.shown_in is not None:
        conditions.append(_in_version(col(Translation.language).in_(filter_.shown_in)))
    if filter_.available_in is not None:
        conditions.append(_in_version(col(Translation.language).in_(filter_.available_in)))
    if filter_.not_available_in:
        conditions.append(not_(_in_version(col(Translation.language).in_(filter_.not_available_in))))
    if filter_.source_language is not None:
        conditions.append(col(Article.source_language).in_(filter_.source_language))
    if filter_.outdated is not None:
        conditions.append(_has_outdated(filter_.outdated))
    if filter_.published_after is not None:
        conditions.append(_published(col(Article.listed_at) >= filter_.published_after))
    if filter_.published_before is not None:
        conditions.append(_published(col(Article.listed_at) < filter_.published_before))
    conditions += [not_(_published(_is_in(*period))) for period in filter_.not_published]
    if filter_.updated_since is not None:
        conditions.append(col(Article.updated_at) >= filter_.updated_since)
    return conditions


def _is_in(start: datetime, end: datetime | None) -> ColumnElement[bool]:
    since = col(Article.listed_at) >= start
    return since if end is None else and_(since, col(Article.listed_at) < end)


def _published(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return and_(col(Article.published_at).is_not(None), condition)


def _in_version(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return select(1).where(col(Translation.article_id) == Article.id, condition).exists()


def _has_outdated(languages: Sequence[str]) -> ColumnElement[bool]:
    """Few are, so that they are where to begin."""
    outdated = (
        select(col(Translation.article_id))
        .join(Staleness, col(Staleness.translation_id) == Translation.id)
        .where(col(Translation.language).in_(languages))
    )
    return col(Article.id).in_(outdated)


def _with_versions(session: Session, article_id: str) -> ArticleVersions | None:
    query = (
        select(Article, Source)
        .outerjoin(Source, col(Source.id) == Article.source_id)
        .where(col(Article.id) == article_id)
    )
    row = session.execute(query).one_or_none()
    if row is None:
        return None
    article, source = row
    versions = list_versions(session, [article_id]).get(article_id)
    return ArticleVersions(article, source, versions) if versions else None


def list_versions(
    session: Session, article_ids: Sequence[str], languages: Sequence[str] | None = None
) -> dict[str, dict[str, Version]]:
    """By article and tag; ``languages``: only these."""
    query = (
        select(
            col(Translation.article_id),
            col(Translation.id),
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
            col(Staleness.translation_id).is_not(None),
        )
        .join(Revision, is_current())
        .outerjoin(Staleness, col(Staleness.translation_id) == Translation.id)
        .where(is_one_of(session, col(Translation.article_id), article_ids))
        .order_by(col(Translation.language))
    )
    if languages is not None:
        # Of an expression: SQLite would go through all versions in these languages by their index.
        query = query.where(is_one_of(session, col(Translation.language) + "", languages))
    found: dict[str, dict[str, Version]] = {}
    for article_id, *columns, is_outdated in session.execute(query):
        version = Version(*columns, is_outdated=bool(is_outdated))
        found.setdefault(article_id, {})[version.language] = version
    return found
