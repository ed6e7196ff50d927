"""What some articles have in common, for narrowing a search."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Select, Subquery, and_, func, select, union
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from app.models import Article, Mention, Place, Revision, Translation
from app.queries.naming import WITH_PARTS, stands_for_country
from app.queries.revisions import is_current

MOST_VALUES = 20
"""Of people, of places: those that most articles name."""

Counts = Sequence[tuple[str, int]]
"""How many of the articles have each, most first, then by what it is."""


def count_languages(session: Session, article_ids: Sequence[str]) -> Counts:
    language, number = col(Translation.language), func.count()
    query = select(language, number).where(col(Translation.article_id).in_(article_ids)).group_by(language)
    return [(tag, count) for tag, count in session.execute(query.order_by(number.desc(), language))]


def count_years(session: Session, article_ids: Sequence[str]) -> Sequence[tuple[int, int]]:
    """Of those whose moment of publication is known, in UTC; the latest first."""
    query = select(col(Article.listed_at)).where(
        col(Article.id).in_(article_ids), col(Article.published_at).is_not(None)
    )
    moments: Sequence[datetime] = session.execute(query).scalars().all()
    return sorted(Counter(moment.year for moment in moments).items(), reverse=True)


def count_people(session: Session, article_ids: Sequence[str]) -> Counts:
    owner = col(Mention.person_id)
    named = _named(article_ids).add_columns(owner.label("owner")).where(owner.is_not(None)).subquery()
    return _most_named(session, named)


def count_places(session: Session, article_ids: Sequence[str]) -> Counts:
    """Who names a place names the country or territory that it lies in, unless it is a lone one."""
    owner, stands = col(Mention.place_id), stands_for_country()
    of_place = _named(article_ids).where(owner.is_not(None))
    named = of_place.add_columns(owner.label("owner"), stands.label("stands")).subquery()
    part, whole = aliased(Place), aliased(Place)
    wholes = (
        select(named.c.article_id, col(whole.id))
        .join(part, col(part.id) == named.c.owner)
        .join(whole, and_(col(whole.country) == col(part.country), col(whole.kind).in_(WITH_PARTS)))
        .where(named.c.stands)
    )
    return _most_named(session, union(select(named.c.article_id, named.c.owner), wholes).subquery())


def _named(article_ids: Sequence[str]) -> Select[str]:
    """By the article, what each mention in its current texts has."""
    return (
        select(col(Translation.article_id).label("article_id"))
        .join(Revision, is_current())
        .join(Mention, col(Mention.revision_id) == Revision.id)
        .where(col(Translation.article_id).in_(article_ids))
        .distinct()
    )


def _most_named(session: Session, named: Subquery) -> Counts:
    owner, number = named.c.owner, func.count()
    query = select(owner, number).group_by(owner).order_by(number.desc(), owner).limit(MOST_VALUES)
    return [(id_, count) for id_, count in session.execute(query)]
