"""Says that people or places are called otherwise than before, so that texts are searched anew."""

from uuid import uuid4

from sqlmodel import select

from app.commands.purge import note_names
from app.database.session import WriteSession
from app.models import NamesVersion
from app.queries.names import openings_digest


def names_changed(session: WriteSession) -> None:
    """Texts are searched anew, and the caches in front told."""
    change_names_version(session)
    note_names(session)


def change_names_version(session: WriteSession) -> NamesVersion:
    """The first names that there are have openings of this program."""
    row = session.exec(select(NamesVersion)).first() or NamesVersion(version="", openings=openings_digest())
    row.version = uuid4().hex
    session.add(row)
    return row
