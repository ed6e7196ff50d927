"""What has changed in an original since a translation was made, beside that translation."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from sqlalchemy import select
from sqlmodel import Session, col

from app.models import Alignment, Revision
from app.parallel.changes import Change, changes_between, edits_between
from app.parallel.equivalents import Equivalents
from app.parallel.outdated_segments import OutdatedSegment, touched_by
from app.parallel.pairs import Pair
from app.parallel.side import DATELINE, Piece, Side
from app.queries.alignments import read_pairs
from app.queries.sides import get_revision_side
from app.queries.staleness import read_changes


class ChangesOfOriginal:
    """``now`` is the current revision of the original."""

    def __init__(self, session: Session, language: str, now: Revision) -> None:
        self._session = session
        self._language = language
        self.now = now
        self._sides: dict[int, Side] = {}
        self._changes: dict[tuple[int, str | None], tuple[list[OutdatedSegment], list[Change]]] = {}

    def since(self, version: Revision, side: Side) -> list[OutdatedSegment]:
        """What ``version``, a revision of a translation, has not followed; ``side`` is its text."""
        translated = self._session.get(Revision, version.translates_id) if version.translates_id else None
        if translated is None or translated.translation_id != self.now.translation_id:
            return []
        if translated.id == self.now.id and not version.outstanding:
            return []
        outstanding, changes = self._compared(translated, version.outstanding)
        if not changes:
            return []
        of_old = self._pairs(translated, version, side)
        of_new = self._pairs(self.now, version, side)
        return touched_by(changes, outstanding, of_old=of_old, of_new=of_new or ())

    def side(self, original: Revision) -> Side:
        """With its dateline."""
        if original.id not in self._sides:
            self._sides[original.id] = dated_side(self._session, self._language, original)
        return self._sides[original.id]

    def _compared(
        self, translated: Revision, written: str | None
    ) -> tuple[list[OutdatedSegment], list[Change]]:
        key = translated.id, written
        if key not in self._changes:
            outstanding = read_changes(written) if written else []
            before = [each.change for each in outstanding]
            sides = self.side(translated), self.side(self.now)
            changes = changes_between(*sides, before, self._equivalents)
            self._changes[key] = outstanding, changes
        return self._changes[key]

    @cached_property
    def _equivalents(self) -> Equivalents:
        """What an editor has called minor."""
        query = select(Revision).where(col(Revision.translation_id) == self.now.translation_id)
        revisions = self._session.execute(query.order_by(col(Revision.number))).scalars().all()
        return Equivalents(
            edit
            for before, after in pairwise(revisions)
            if after.is_minor
            for edit in edits_between(self.side(before), self.side(after))
        )

    def _pairs(self, original: Revision, version: Revision, side: Side) -> list[Pair] | None:
        query = select(col(Alignment.pairs)).where(
            col(Alignment.source_revision_id) == original.id,
            col(Alignment.target_revision_id) == version.id,
        )
        stored = self._session.execute(query).scalar_one_or_none()
        if stored is None:
            return None
        return [*read_pairs(stored, self.side(original), side), *pair_of_datelines(self.side(original), side)]


def dated_side(session: Session, language: str, revision: Revision) -> Side:
    """With its dateline, which is translated, too, though not aligned."""
    side = get_revision_side(session, language, revision)
    if not revision.dateline:
        return side
    return replace(side, pieces=(Piece(DATELINE, "byline", revision.dateline), *side.pieces))


def pair_of_datelines(source: Side, target: Side) -> Sequence[Pair]:
    found = [
        tuple(each for each in side.segments() if each.block == DATELINE)
        for side in (source, target)
    ]  # fmt: skip
    return [Pair(found[0], found[1], "1-1", 1.0, {})] if all(found) else []
