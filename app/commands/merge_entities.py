"""Makes one of two people or two places; the id that goes is answered for from then on."""

from datetime import datetime

from sqlalchemy import delete, update
from sqlmodel import col, select

from app.commands.names_version import names_changed
from app.commands.render_article import forget_articles_naming
from app.database.session import WriteSession
from app.errors import Refusal
from app.models import ExternalId, FormerExternalId, FormerId, Mention, Person, Place, SuppressedName, Term
from app.queries.entities import Entity, owner_column
from app.queries.naming import find_current_id

_NAMES = ("label", "alias", "misspelling")


def merge(session: WriteSession, table: type[Entity], gone_id: str, into_id: str, now: datetime) -> None:
    """What both know, the one that stays knows better. Raises Refusal."""
    gone, into = get_entity(session, table, gone_id), get_entity(session, table, into_id)
    if gone is into:
        raise Refusal("same-entity", f"{gone_id!r} is {into_id!r} already")
    _move_terms(session, table, gone_id, into_id)
    _move_external_ids(session, table, gone_id, into_id)
    _move_mentions(session, table, gone_id, into_id)
    if isinstance(gone, Place) and isinstance(into, Place):
        _complete_place(gone, into)
    if isinstance(gone, Person) and isinstance(into, Person):
        into.by_surname = into.by_surname and gone.by_surname
    into.updated_at = now
    answer_for(session, table, gone_id, into_id)
    session.delete(gone)
    session.flush()
    forget_articles_naming(session, owner_column(table), [into_id])
    names_changed(session)


def get_entity(session: WriteSession, table: type[Entity], entity_id: str) -> Entity:
    """Raises Refusal."""
    entity = session.get(table, entity_id)
    if entity is None:
        current = find_current_id(session, table, entity_id)
        merged = "" if current is None else f": it was merged into {current!r}"
        raise Refusal("no-such-entity", f"there is no {table.__name__.lower()} {entity_id!r}{merged}")
    return entity


def _move_terms(session: WriteSession, table: type[Entity], gone_id: str, into_id: str) -> None:
    """A second label of a language becomes an alias; what is there already goes."""
    owner = owner_column(table)
    known = session.exec(select(Term).where(getattr(Term, owner) == into_id)).all()
    _allow_names(session, owner, gone_id, into_id)
    ones = {(term.kind, term.language) for term in known}
    names = {(term.language, term.text) for term in known if term.kind in _NAMES}
    others = {(term.kind, term.language, term.text) for term in known}
    coming = select(Term).where(getattr(Term, owner) == gone_id).order_by(col(Term.id))
    for term in session.exec(coming).all():
        if term.kind == "label" and ("label", term.language) in ones:
            term.kind = "alias"
        is_known = term.kind == "description" and (term.kind, term.language) in ones
        is_known |= term.kind in _NAMES and (term.language, term.text) in names
        is_known |= (term.kind, term.language, term.text) in others
        if is_known:
            session.delete(term)
        else:
            setattr(term, owner, into_id)
            names.add((term.language, term.text))
    session.flush()


def _allow_names(session: WriteSession, owner: str, gone_id: str, into_id: str) -> None:
    """What the one that goes is called may be the other's name again, from which it was split."""
    coming = select(Term.text).where(getattr(Term, owner) == gone_id)
    refused = delete(SuppressedName).where(
        col(getattr(SuppressedName, owner)) == into_id, col(SuppressedName.text).in_(coming)
    )
    session.execute(refused)


def _move_external_ids(session: WriteSession, table: type[Entity], gone_id: str, into_id: str) -> None:
    owner = owner_column(table)
    known = session.exec(select(ExternalId.scheme).where(getattr(ExternalId, owner) == into_id)).all()
    for external_id in session.exec(select(ExternalId).where(getattr(ExternalId, owner) == gone_id)).all():
        note_former_external_id(session, owner, into_id, external_id)
        if external_id.scheme in known:
            session.delete(external_id)
        else:
            setattr(external_id, owner, into_id)
    moved = update(FormerExternalId).where(col(getattr(FormerExternalId, owner)) == gone_id)
    session.execute(moved.values({owner: into_id}))
    session.flush()


def note_former_external_id(session: WriteSession, owner: str, into_id: str, gone: ExternalId) -> None:
    """So that a refresh does not make again what was merged away, and a split can give it back."""
    session.add(FormerExternalId.model_validate({owner: into_id, "scheme": gone.scheme, "value": gone.value}))


def _move_mentions(session: WriteSession, table: type[Entity], gone_id: str, into_id: str) -> None:
    owner = owner_column(table)
    moved = update(Mention).where(col(getattr(Mention, owner)) == gone_id).values({owner: into_id})
    session.execute(moved)


def _complete_place(gone: Place, into: Place) -> None:
    if into.latitude is None:
        into.latitude, into.longitude = gone.latitude, gone.longitude
        into.positioned_by = gone.positioned_by
    if into.country is None:
        into.country = gone.country
    if into.region is None:
        into.region = gone.region
    if into.population is None:
        into.population = gone.population
    into.is_capital = into.is_capital or gone.is_capital


def answer_for(session: WriteSession, table: type[Person] | type[Place], gone_id: str, into_id: str) -> None:
    """For the id that goes, and for those that it answered for itself."""
    kind = table.__name__.lower()
    owner = owner_column(table)
    forget_former_id(session, table, into_id)
    followed = update(FormerId).where(col(getattr(FormerId, owner)) == gone_id).values({owner: into_id})
    session.execute(followed)
    session.add(FormerId.model_validate({"kind": kind, "former": gone_id, owner: into_id}))
    session.flush()


def forget_former_id(session: WriteSession, table: type[Person] | type[Place], entity_id: str) -> None:
    """Of an id that is somebody's again."""
    kind = table.__name__.lower()
    session.execute(delete(FormerId).where(col(FormerId.kind) == kind, col(FormerId.former) == entity_id))
