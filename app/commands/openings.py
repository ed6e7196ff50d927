"""Gives names the key that they are looked up by, where an older program stored them without."""

from sqlalchemy import update
from sqlmodel import col, select

from app.commands.names_version import change_names_version
from app.database.engine import Database
from app.database.session import WriteSession
from app.gazetteer.keys import opening
from app.models import Term

_BATCH = 5_000


def fill_openings(database: Database) -> None:
    while True:
        with database.write() as session:
            if _fill_some(session) < _BATCH:
                return


def _fill_some(session: WriteSession) -> int:
    lacking = select(Term.id, Term.text).where(col(Term.opening).is_(None), Term.kind != "description")
    terms = session.exec(lacking.limit(_BATCH)).all()
    if terms:
        session.execute(update(Term), [{"id": id_, "opening": opening(text)} for id_, text in terms])
        change_names_version(session)
    return len(terms)
