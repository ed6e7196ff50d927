"""Notes where what is stored of people and places comes from."""

from datetime import datetime

from sqlmodel import select

from app.database.session import WriteSession
from app.models import Provenance
from app.models.provenance import EDITOR


def note_provenance(session: WriteSession, key: str, now: datetime, **terms: str) -> int:
    """Its id. ``terms``: name, version, license and url of a gazetteer, as they are from now on."""
    provenance = session.exec(select(Provenance).where(Provenance.key == key)).first()
    if provenance is None:
        provenance = Provenance(key=key, loaded_at=now)
        session.add(provenance)
    for column, value in terms.items():
        setattr(provenance, column, value)
    provenance.loaded_at = now
    session.flush()
    return provenance.id


def note_editor(session: WriteSession, now: datetime) -> int:
    return note_provenance(session, EDITOR, now)
