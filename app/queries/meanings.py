"""What is stored of texts to search them by meaning, and what is still to be encoded."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlmodel import Session, col

from app.models import Meaning, Revision, Translation
from app.parallel.encoder import Encoder
from app.queries.revisions import is_current
from app.search.passages import BYTES, MOST
from app.search.program import passage_encoder


class Waiting(NamedTuple):
    translation_id: int
    language: str
    revision: Revision


def list_unencoded(session: Session, program: str) -> list[int]:
    """The ids of the language versions of which there is no text encoded, or another one, or by another
    program.
    """
    query = (
        select(col(Translation.id))
        .join(Revision, is_current())
        .outerjoin(Meaning, _is_of_translation())
        .where(_is_unencoded(program))
        .order_by(col(Translation.id))
    )
    return list(session.execute(query).scalars())


def count_unencoded(session: Session, encoder: Encoder | None) -> int:
    """0 without an encoder."""
    return len(list_unencoded(session, passage_encoder(encoder))) if encoder else 0


def list_waiting(session: Session, translation_ids: Sequence[int]) -> list[Waiting]:
    """With their current texts."""
    query = (
        select(col(Translation.id), col(Translation.language), Revision)
        .join(Revision, is_current())
        .where(col(Translation.id).in_(translation_ids))
    )
    return [Waiting(*row) for row in session.execute(query)]


def count_unreadable(session: Session) -> int:
    """What no search could look through."""
    size = func.length(col(Meaning.bits))
    is_of_other = col(Revision.translation_id) != Meaning.translation_id
    wrong = or_(size % BYTES != 0, size > MOST * BYTES, is_of_other)
    query = select(func.count()).select_from(Meaning).join(Revision, col(Revision.id) == Meaning.revision_id)
    return int(session.execute(query.where(wrong)).scalar_one())


def _is_of_translation() -> ColumnElement[bool]:
    return col(Meaning.translation_id) == Translation.id


def _is_unencoded(program: str) -> ColumnElement[bool]:
    """Of ``Translation``, its ``Revision`` and maybe its ``Meaning``."""
    is_as_now = and_(col(Meaning.revision_id) == Revision.id, col(Meaning.program) == program)
    return or_(col(Meaning.id).is_(None), ~is_as_now)
