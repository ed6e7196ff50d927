"""Which revisions a file was made of."""

from sqlmodel import Session, select

from app.exchange.exported import Exported
from app.models import Revision
from app.parallel.side import Side
from app.queries.articles import Version
from app.queries.original_beside import OriginalBeside
from app.queries.sides import get_revision_side


def find_exported(
    session: Session, found: OriginalBeside, source: int | None, target: int | None
) -> Exported:
    """``source`` and ``target`` are numbers of revisions, 0 of a translation that was still to be made."""
    original = _side_then(session, found.original, source)
    then = _side_then(session, found.version, target)
    return Exported(
        _texts(original) if original else None,
        frozenset() if target == 0 else _texts(then) if then else None,
        _texts(found.target) if found.target else frozenset(),
        then,
    )


def _side_then(session: Session, version: Version | None, number: int | None) -> Side | None:
    revision = _find_revision(session, version, number) if version and number else None
    return get_revision_side(session, version.language, revision) if version and revision else None


def _texts(side: Side) -> frozenset[str]:
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
