"""Which revisions a file was made of, and which of them a translation translates once the file is taken."""

from collections.abc import Sequence

from sqlmodel import Session, select

from app.exchange.translating import Translation
from app.models import Revision
from app.parallel.changes import Change, changes_between
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


def translated_revision(
    session: Session, found: OriginalBeside, number: int | None, done: Sequence[Translation]
) -> int:
    """The id of the original's revision of that number, or else of the current one.

    A translation stays behind until all is ``done`` that has changed since the one it translates.
    """
    named = _find_revision(session, found.original, number) if number else None
    made_from = named or session.get_one(Revision, found.original.revision_id)
    before = _translated_before(session, found)
    if before is None or before.id == made_from.id:
        return made_from.id
    if before.number > made_from.number or not _is_done(session, found, before, made_from, done):
        return before.id
    return made_from.id


def _translated_before(session: Session, found: OriginalBeside) -> Revision | None:
    if found.version is None:
        return None
    translates_id = session.get_one(Revision, found.version.revision_id).translates_id
    revision = session.get(Revision, translates_id) if translates_id else None
    is_originals = revision is not None and revision.translation_id == found.original.translation_id
    return revision if is_originals else None


def _is_done(
    session: Session,
    found: OriginalBeside,
    before: Revision,
    made_from: Revision,
    done: Sequence[Translation],
) -> bool:
    texts = {segment.text for each in done for segment in each.segments}
    return all(
        change.new is not None and change.new.text in texts
        for change in _changes(session, found, before, made_from)
    )


def _changes(
    session: Session, found: OriginalBeside, before: Revision, made_from: Revision
) -> Sequence[Change]:
    """What is gone from the original counts as long as the translation still says it."""
    if made_from.id == found.original.revision_id:
        return [each.change for each in found.outdated if each.change.new or each.target]
    language = found.original.language
    return changes_between(*(get_revision_side(session, language, each) for each in (before, made_from)))


def _find_revision(session: Session, version: Version, number: int) -> Revision | None:
    query = select(Revision).where(
        Revision.translation_id == version.translation_id, Revision.number == number
    )
    return session.exec(query).first()
