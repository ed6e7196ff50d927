"""Which articles name whom: by the mentions in what is served now, never in what it was before.

An article that names a place in a country or a region names the country, and the region, unless hardly any of
its versions does (``app.commands.lone_places``). A former id stands
for who has it now.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    ScalarSelect,
    Select,
    and_,
    case,
    exists,
    func,
    literal,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from app.database.one_of import is_one_of
from app.models import Article, FormerId, Mention, Person, Place, Revision, Term, Translation
from app.models.article import USABLE
from app.models.table import Flag, Identifier
from app.queries.entities import Entity
from app.queries.revisions import is_current

WITH_PARTS = ("country", "territory")
"""Kinds of places whose ``country`` other places lie in."""

LOOKED_THROUGH = 1000
"""How many articles are looked through for those who are named together."""


@dataclass(frozen=True, slots=True)
class Companion:
    """Somebody or somewhere that is named in ``articles`` of those looked through."""

    person_id: str | None
    place_id: str | None
    articles: int

    @property
    def key(self) -> str:
        return f"person/{self.person_id}" if self.person_id else f"place/{self.place_id}"


def find_current_id(session: Session, table: type[Person] | type[Place], former: str) -> str | None:
    """Of who had this id before a merge; None also for an id that is somebody's now."""
    current: str | None = session.execute(select(_of_today(table, former))).scalar_one()
    return current


def is_known(session: Session, table: type[Person] | type[Place], entity_id: str) -> bool:
    """Whether it is an id of somebody or somewhere, or was one before a merge."""
    is_there = select(1).where(col(table.id) == entity_id).exists()
    query = select(or_(is_there, _of_today(table, entity_id).is_not(None)))
    return bool(session.execute(query).scalar_one())


def list_known(session: Session, table: type[Person] | type[Place], ids: Collection[str]) -> set[str]:
    """Those of the ids that are somebody's or somewhere's, or were before a merge."""
    kind = "person" if table is Person else "place"
    of_today = select(col(table.id)).where(col(table.id).in_(ids))
    former = select(col(FormerId.former)).where(col(FormerId.kind) == kind, col(FormerId.former).in_(ids))
    return set(session.execute(union_all(of_today, former)).scalars())


def is_served(now: datetime) -> ColumnElement[bool]:
    return and_(col(Article.status) == USABLE, col(Article.listed_at) <= now)


def naming(condition: ColumnElement[bool]) -> Select[str]:
    """Ids of the articles with a mention that the condition is true of."""
    revisions = select(col(Mention.revision_id)).where(condition)
    return (
        select(col(Translation.article_id))
        .join(Revision, is_current())
        .where(col(Revision.id).in_(revisions))
    )


def list_languages_naming(
    session: Session, article_ids: Collection[str], condition: ColumnElement[bool]
) -> dict[str, list[str]]:
    """By article, of the versions with a mention that the condition is true of; in order."""
    query = (
        select(col(Translation.article_id), col(Translation.language))
        .join(Revision, is_current())
        .where(
            is_one_of(session, col(Translation.article_id), article_ids),
            exists().where(col(Mention.revision_id) == Revision.id, condition),
        )
        .order_by(col(Translation.article_id), col(Translation.language))
    )
    found: dict[str, list[str]] = {}
    for article_id, language in session.execute(query):
        found.setdefault(article_id, []).append(language)
    return found


def names_person(person_id: str) -> ColumnElement[bool]:
    """Of ``Mention``."""
    return col(Mention.person_id) == _known_as(Person, person_id)


def names_place(place_id: str) -> ColumnElement[bool]:
    """Of ``Mention``."""
    place, whole, part = _known_as(Place, place_id), aliased(Place), aliased(Place)
    parts = (
        select(col(part.id)).join(whole, lies_in).where(col(whole.id) == place)
        for lies_in in lies_in_either(part, whole)
    )
    is_meant = or_(stands_for_country(), col(Mention.place_id) == place)
    return and_(col(Mention.place_id).in_(union_all(select(place), *parts)), is_meant)


def stands_for_country(*, does: bool = True) -> ColumnElement[bool]:
    """Of ``Mention``: whether the place stands for what it lies in."""
    return col(Mention.stands_for_country) == literal(does, Flag)


def names_place_within(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """Of ``Mention``, by a condition of ``Place``."""
    return col(Mention.place_id).in_(select(col(Place.id)).where(condition))


def count_naming(
    session: Session, table: type[Entity], ids: Sequence[str], now: datetime
) -> Mapping[str, int]:
    """By id, how many articles name each; in one statement."""
    named = _themselves(table, ids) if table is Person else _places_with_parts(ids)
    members = named.cte("named")
    owner = col(Mention.person_id if table is Person else Mention.place_id)
    revisions = (
        select(members.c.id, col(Mention.revision_id))
        .join(Mention, owner == members.c.member)
        .where(or_(stands_for_country(), members.c.id == members.c.member))
        .distinct()
    ).subquery()
    query = (
        select(revisions.c.id, func.count(col(Translation.article_id).distinct()))
        .join(Revision, col(Revision.id) == revisions.c.revision_id)
        .join(Translation, is_current())
        .join(Article, col(Article.id) == Translation.article_id)
        .where(is_served(now))
        .group_by(revisions.c.id)
    )
    found = {id_: number for id_, number in session.execute(query)}  # noqa: C416  # rows are no pairs to mypy
    return {id_: found.get(id_, 0) for id_ in ids}


def list_named(session: Session, table: type[Entity], ids: Collection[str], now: datetime) -> set[str]:
    """Those whom some article names; as in the index, a country by a place in it, too."""
    if not ids:
        return set()
    owner, part = col(Mention.person_id if table is Person else Mention.place_id), aliased(Place)
    served = (
        select(1)
        .select_from(Mention)
        .join(Revision, col(Revision.id) == Mention.revision_id)
        .join(Translation, is_current())
        .join(Article, col(Article.id) == Translation.article_id)
        .where(is_served(now))
    )
    is_named: ColumnElement[bool] = served.where(owner == col(table.id)).correlate(table).exists()
    if table is Place:
        stands = served.where(stands_for_country())
        has_named = stands.join(part, col(part.id) == owner).where(col(part.country) == col(Place.country))
        is_named = or_(is_named, and_(col(Place.kind).in_(WITH_PARTS), has_named.correlate(Place).exists()))
    query = select(col(table.id)).where(col(table.id).in_(ids), is_named)
    return set(session.execute(query).scalars())


def list_companions(
    session: Session,
    table: type[Entity],
    entity_id: str,
    now: datetime,
    *,
    after: tuple[int, str] | None,
    limit: int,
) -> Sequence[Companion]:
    """Who and what is named in the newest articles that name the one, most often first, then by key.

    ``after`` is where the page before ended: number of articles, and key.
    """
    names_it = names_person(entity_id) if table is Person else names_place(entity_id)
    newest = (
        select(col(Article.id))
        .where(is_served(now), col(Article.id).in_(naming(names_it)))
        .order_by(col(Article.listed_at).desc(), col(Article.id).desc())
        .limit(LOOKED_THROUGH)
        .cte("newest")
    )
    owner = col(Mention.person_id if table is Person else Mention.place_id)
    number = func.count(col(Translation.article_id).distinct())
    key = func.coalesce(
        literal("person/", Identifier) + col(Mention.person_id),
        literal("place/", Identifier) + col(Mention.place_id),
        type_=Identifier,
    )
    query = (
        select(col(Mention.person_id), col(Mention.place_id), number)
        .select_from(newest)
        .join(Translation, col(Translation.article_id) == newest.c.id)
        .join(Revision, is_current())
        .join(Mention, col(Mention.revision_id) == Revision.id)
        .where(owner.is_distinct_from(entity_id))
        .group_by(col(Mention.person_id), col(Mention.place_id))
        .order_by(number.desc(), key)
        .limit(limit)
    )
    if after is not None:
        query = query.having(or_(number < after[0], and_(number == after[0], key > after[1])))
    return [Companion(*row) for row in session.execute(query)]


class Counted(NamedTuple):
    """How often a revision mentions somebody or somewhere, and how many of these are demonyms."""

    mentions: int
    demonyms: int


def count_mentions(
    session: Session, revision_ids: Sequence[int]
) -> Mapping[tuple[str, str], dict[int, Counted]]:
    """By kind and id of who or what is named, how often each revision does."""
    is_demonym = case((col(Mention.evidence) == "demonym", 1), else_=0)
    query = (
        select(
            col(Mention.person_id),
            col(Mention.place_id),
            col(Mention.revision_id),
            func.count(),
            func.sum(is_demonym),
        )
        .where(col(Mention.revision_id).in_(revision_ids))
        .group_by(col(Mention.person_id), col(Mention.place_id), col(Mention.revision_id))
    )
    found: dict[tuple[str, str], dict[int, Counted]] = {}
    for person_id, place_id, revision_id, mentions, demonyms in session.execute(query):
        key = ("person", person_id) if person_id else ("place", place_id)
        found.setdefault(key, {})[revision_id] = Counted(mentions, demonyms)
    return found


def list_languages_of_demonyms(session: Session, place_ids: Collection[str]) -> Mapping[str, set[str]]:
    """By place, the languages in which a demonym of it is known."""
    query = (
        select(col(Term.place_id), col(Term.language))
        .where(col(Term.place_id).in_(place_ids), col(Term.kind) == "demonym")
        .distinct()
    )
    found: dict[str, set[str]] = {}
    for place_id, language in session.execute(query):
        found.setdefault(place_id, set()).add(language)
    return found


def _of_today(table: type[Person] | type[Place], former: str) -> ScalarSelect[str | None]:
    kind, owner = ("person", FormerId.person_id) if table is Person else ("place", FormerId.place_id)
    return (
        select(col(owner))
        .where(
            col(FormerId.kind) == kind,
            col(FormerId.former) == former,
            ~select(1).where(col(table.id) == former).exists(),
        )
        .scalar_subquery()
    )


def _known_as(table: type[Entity], entity_id: str) -> ColumnElement[str]:
    return func.coalesce(_of_today(table, entity_id), literal(entity_id, Identifier), type_=Identifier)


def _themselves(table: type[Entity], ids: Sequence[str]) -> Select[str, str]:
    return select(col(table.id).label("id"), col(table.id).label("member")).where(col(table.id).in_(ids))


def _places_with_parts(ids: Sequence[str]) -> CompoundSelect[str, str]:
    whole, part = aliased(Place), aliased(Place)
    parts = (
        select(col(whole.id), col(part.id))
        .join(part, and_(lies_in, col(part.id) != col(whole.id)))
        .where(col(whole.id).in_(ids))
        for lies_in in lies_in_either(part, whole)
    )
    return union_all(_themselves(Place, ids), *parts)


def lies_in_either(part: type[Place], whole: type[Place]) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Two conditions, each with an index of its own: of a country, and of a region."""
    return (
        and_(col(part.country) == col(whole.country), col(whole.kind).in_(WITH_PARTS)),
        and_(col(part.region) == col(whole.region), col(whole.kind) == "region"),
    )
