"""Gives names the keys that they are looked up by, where an older program made other ones."""

from sqlalchemy import update
from sqlmodel import col, select

from app.commands.names_version import change_names_version
from app.database.engine import Database
from app.database.session import WriteSession
from app.gazetteer.keys import opening, surname
from app.models import NamesVersion, Term
from app.queries.names import openings_digest

_BATCH = 5_000


def fill_openings(database: Database) -> None:
    """Stopped at any moment, it begins again, and writes only what is lacking."""
    if _are_of_this_program(database):
        return
    last: int | None = 0
    while last is not None:
        with database.write() as session:
            last = _fill_some(session, last)


def _are_of_this_program(database: Database) -> bool:
    with database.read() as session:
        version = session.exec(select(NamesVersion)).first()
        return version is None or version.openings == openings_digest()


def _fill_some(session: WriteSession, last: int) -> int | None:
    """The id of the last term that was looked at; None after all of them."""
    query = select(Term).where(Term.id > last, Term.kind != "description")
    terms = session.exec(query.order_by(col(Term.id)).limit(_BATCH)).all()
    outdated = [keys for term in terms if (keys := _keys(term)) != _stored_keys(term)]
    if outdated:
        session.execute(update(Term), outdated)
    if len(terms) == _BATCH:
        return terms[-1].id
    change_names_version(session).openings = openings_digest()
    return None


def _keys(term: Term) -> dict[str, int | str | None]:
    return {
        "id": term.id,
        "opening": opening(term.text),
        "surname": surname(term.text) if term.person_id is not None else None,
    }


def _stored_keys(term: Term) -> dict[str, int | str | None]:
    return {"id": term.id, "opening": term.opening, "surname": term.surname}
