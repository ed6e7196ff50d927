"""Gives a person or a place another id, or joins one to another, with all that belongs to it."""

from sqlalchemy import delete, insert, update
from sqlmodel import col

from app.commands.merge_terms import Claim, merge_terms
from app.commands.render_article import forget_articles_naming
from app.commands.store_terms import store_terms
from app.database.session import WriteSession
from app.models import ExternalId, FormerExternalId, Person, Place, metadata
from app.queries.external_ids import load_external_ids
from app.queries.provenance import load_provenance_ids
from app.queries.terms import Owner, load_suppressed_names, load_terms

Entities = type[Person] | type[Place]

_BLANKS = ("country", "region", "latitude", "longitude", "positioned_by", "population")


def rename_entity(session: WriteSession, table: Entities, owner: Owner, id_: str, new_id: str) -> None:
    """``new_id`` is nobody's yet."""
    forget_articles_naming(session, owner, [id_])
    columns = session.get_one(table, id_).model_dump()
    session.execute(insert(table), [{**columns, "id": new_id}])
    _move_rest(session, owner, id_, new_id)
    _delete(session, table, id_)


def absorb_entity(session: WriteSession, table: Entities, owner: Owner, id_: str, into: str) -> None:
    """What ``into`` says of itself stays; where it says nothing, the other's word is taken over."""
    forget_articles_naming(session, owner, [id_])
    stored = load_terms(session, owner, [id_, into])
    suppressed = load_suppressed_names(session, owner, [into])
    claims = [Claim(term.source, term.name) for terms in stored.values() for term in terms]
    wanted = {id_: {}, into: merge_terms(claims, suppressed.get(into, ()))}
    store_terms(session, owner, stored, wanted, load_provenance_ids(session))
    external_ids = load_external_ids(session, owner, [id_, into])
    owned = col(getattr(ExternalId, owner))
    needless = external_ids.get(id_, {}).keys() & external_ids.get(into, {}).keys()
    session.execute(delete(ExternalId).where(owned == id_, col(ExternalId.scheme).in_(needless)))
    for scheme in sorted(needless):
        value = external_ids[id_][scheme]
        if value != external_ids[into][scheme]:
            session.execute(insert(FormerExternalId), [{owner: into, "scheme": scheme, "value": value}])
    _fill_blanks(session, table, id_, into)
    _move_rest(session, owner, id_, into)
    _delete(session, table, id_)


def _fill_blanks(session: WriteSession, table: Entities, id_: str, into: str) -> None:
    one, other = session.get_one(table, id_), session.get_one(table, into)
    if isinstance(one, Place) and isinstance(other, Place):
        for column in _BLANKS:
            if getattr(other, column) is None:
                setattr(other, column, getattr(one, column))
        other.is_capital = other.is_capital or one.is_capital
    session.flush()


def _move_rest(session: WriteSession, owner: Owner, id_: str, into: str) -> None:
    """Whatever table has rows of it."""
    for table in metadata.sorted_tables:
        if owner in table.c:
            session.execute(update(table).where(table.c[owner] == id_).values({owner: into}))


def _delete(session: WriteSession, table: Entities, id_: str) -> None:
    session.execute(delete(table).where(col(table.id) == id_))
    session.expire_all()
