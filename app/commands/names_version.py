"""Says that people or places are called otherwise than before, so that texts are searched anew."""

from uuid import uuid4

from sqlmodel import select

from app.database.session import WriteSession
from app.models import NamesVersion


def change_names_version(session: WriteSession) -> None:
    row = session.exec(select(NamesVersion)).first() or NamesVersion(version="")
    row.version = uuid4().hex
    session.add(row)
