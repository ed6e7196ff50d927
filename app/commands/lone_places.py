"""Tells places that bring in their country from those that hardly any version of the article has.

What one language out of twenty takes for a town is mostly a word of it, as goals in Japanese are for Ghor in
Jordan. Where it is named it stays; the article just says nothing of the country (decision 12).
"""

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, update
from sqlmodel import col

from app.commands.purge import note_article
from app.database.session import WriteSession
from app.models import Mention, Place, Provenance, Revision, Term, Translation
from app.models.provenance import EDITOR
from app.queries.naming import WITH_PARTS, stands_for_country
from app.queries.revisions import is_current

ENOUGH = 10
"""Versions of an article that this can be told from."""
SHARE = 1 / 4
"""Of them, that name the country or a place in it. Measured (decision 12)."""


def tell_lone_places(session: WriteSession, article_id: str) -> set[int]:
    """The ids of the versions of which it is another one now which mentions stand for a country."""
    lone = _lone_countries(session, article_id)
    is_lone: ColumnElement[bool] = col(Place.country).in_(lone)
    is_wrong = or_(
        and_(stands_for_country(), is_lone),
        and_(stands_for_country(does=False), or_(~is_lone, col(Place.country).is_(None))),
    )
    wrong = session.execute(
        select(col(Mention.id), col(Translation.id), col(Mention.stands_for_country))
        .join(Revision, col(Revision.id) == Mention.revision_id)
        .join(Translation, is_current())
        .join(Place, col(Place.id) == Mention.place_id)
        .where(col(Translation.article_id) == article_id, is_wrong)
    ).all()
    for stands in (False, True):
        mentions = [id_ for id_, _, stood in wrong if stood != stands]
        if mentions:
            changed = update(Mention).where(col(Mention.id).in_(mentions))
            session.execute(changed.values(stands_for_country=stands))
    if wrong:
        note_article(session, article_id)
    return {translation_id for _, translation_id, _ in wrong}


def _lone_countries(session: WriteSession, article_id: str) -> Collection[str]:
    """Their codes. A country that is named itself is none, nor one with a place that an editor knows."""
    number = select(func.count()).where(col(Translation.article_id) == article_id)
    versions = int(session.execute(number).scalar_one())
    if versions < ENOUGH:
        return ()
    editor = select(col(Provenance.id)).where(col(Provenance.key) == EDITOR).scalar_subquery()
    named_by_editor = select(1).where(col(Term.place_id) == Place.id, col(Term.provenance_id) == editor)
    is_certain = or_(
        col(Place.kind).in_(WITH_PARTS), col(Place.provenance_id) == editor, named_by_editor.exists()
    )
    of_article: Select[Any, Any, Any] = (
        select(col(Place.country), col(Translation.id).label("version"), is_certain.label("is_certain"))
        .select_from(Translation)
        .join(Revision, is_current())
        .join(Mention, col(Mention.revision_id) == Revision.id)
        .join(Place, col(Place.id) == Mention.place_id)
        .where(col(Translation.article_id) == article_id, col(Place.country).is_not(None))
        .distinct()
    )
    naming: dict[str, set[int]] = {}
    certain = set()
    for country, version, is_certain_there in session.execute(of_article):
        naming.setdefault(country, set()).add(version)
        if is_certain_there:
            certain.add(country)
    return sorted(
        country
        for country, having in naming.items()
        if country not in certain and len(having) < SHARE * versions
    )
