"""Whose the texts of a stored language version are."""

from sqlmodel import Session, col, select

from app.exchange.text_origins import MACHINE, text_origins
from app.models import Revision
from app.queries.articles import Version, get_bodies
from app.queries.sides import make_side


def get_text_origins(session: Session, translation_id: int, language: str) -> dict[str, str]:
    """By what its segments and credits say now."""
    query = select(Revision).where(Revision.translation_id == translation_id).order_by(col(Revision.number))
    revisions = session.exec(query).all()
    bodies = get_bodies(session, [each.id for each in revisions])
    return text_origins((each.origin, make_side(language, each, bodies[each.id])) for each in revisions)


def has_machine_revision(session: Session, translation_id: int) -> bool:
    query = select(Revision.id).where(Revision.translation_id == translation_id, Revision.origin == MACHINE)
    return session.exec(query).first() is not None


def list_machine_made(session: Session, version: Version) -> frozenset[str]:
    """None of a version that is not a machine's: that is said of all of it."""
    if version.origin != MACHINE:
        return frozenset()
    origins = get_text_origins(session, version.translation_id, version.language)
    return frozenset(text for text, origin in origins.items() if origin == MACHINE)
