"""Whose the texts of a stored language version are."""

import json

from sqlmodel import Session, col, or_, select

from app.exchange.text_origins import MACHINE, Stated, text_origins
from app.models import Revision
from app.queries.articles import Version, get_bodies
from app.queries.sides import make_side


def get_text_origins(session: Session, translation_id: int, language: str) -> dict[str, str]:
    """By what its segments and credits say now."""
    query = select(Revision).where(Revision.translation_id == translation_id).order_by(col(Revision.number))
    revisions = session.exec(query).all()
    bodies = get_bodies(session, [each.id for each in revisions])
    return text_origins(
        (each.origin, read_stated(each.origins), make_side(language, each, bodies[each.id]))
        for each in revisions
    )


def read_stated(stored: str | None) -> Stated:
    return dict(json.loads(stored)) if stored else {}


def write_stated(stated: Stated) -> str:
    return json.dumps(stated, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def has_machine_text(session: Session, translation_id: int) -> bool:
    """Whether it had any that is known to be a machine's."""
    stated = col(Revision.origins).contains(f':"{MACHINE}"', autoescape=True)
    is_machines = or_(col(Revision.origin) == MACHINE, stated)
    query = select(Revision.id).where(Revision.translation_id == translation_id, is_machines)
    return session.exec(query).first() is not None


def list_machine_made(session: Session, version: Version) -> frozenset[str]:
    """None of a version that is not a machine's: that is said of all of it."""
    if version.origin != MACHINE:
        return frozenset()
    origins = get_text_origins(session, version.translation_id, version.language)
    return frozenset(text for text, origin in origins.items() if origin == MACHINE)
