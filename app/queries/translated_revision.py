"""Which revisions a file was made of."""

from sqlmodel import Session, select

from app.models import Revision
from app.queries.articles import Version
from app.queries.original_beside import OriginalBeside
from app.queries.sides import get_revision_side


def list_texts_then(session: Session, found: OriginalBeside, number: int | None) -> frozenset[str] | None:
    """Segments and credits of that revision of the translation; None where it is not known."""
    if number == 0:
        return frozenset()
    if number is None or found.version is None:
        return None
    revision = _find_revision(session, found.version, number)
    if revision is None:
        return None
    side = get_revision_side(session, found.version.language, revision)
    credits_ = {credit for credit in side.credits.values() if credit}
    return frozenset({segment.text for segment in side.segments()} | credits_)


def find_translated_revision(session: Session, found: OriginalBeside, number: int | None) -> int | None:
    """What a version that there was none of translates: the id of the original's revision of that number.

    Of the current one where none is named. None of a version that is there.
    """
    if found.version:
        return None
    named = _find_revision(session, found.original, number) if number else None
    return named.id if named else found.original.revision_id


def _find_revision(session: Session, version: Version, number: int) -> Revision | None:
    query = select(Revision).where(
        Revision.translation_id == version.translation_id, Revision.number == number
    )
    return session.exec(query).first()
