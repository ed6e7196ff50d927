"""What is found by what it means: in the memory of the process that searches, and then in the database."""

from collections.abc import Callable, Mapping, Sequence
from threading import Lock
from typing import NamedTuple

from sqlalchemy import func, select
from sqlmodel import Session, col

from app.database.engine import Database
from app.database.fulltext import Hit
from app.models import IndexedText, Meaning, Revision, Translation
from app.parallel.encoder import Encoder
from app.queries.revisions import is_current
from app.search.meaning import MOST_VERSIONS, EncodedPassages
from app.search.program import passage_encoder

_AT_ONCE = 500
"""Ids in one query: SQLite once took no more than 999 parameters."""
_MOST_GONE = 0.5
"""Of those in memory: then all are read again."""


class Meant(NamedTuple):
    """``passage`` is its number in the text."""

    passage: int
    cosine: float


class Meanings:
    """The encoder is loaded when there is something that it has encoded: a second, and 120 MB."""

    def __init__(self, load: Callable[[], Encoder | None]) -> None:
        self._load = load
        self._encoder: Encoder | None = None
        self._passages = EncodedPassages.none()
        self._last = 0
        self._lock = Lock()

    def warm(self, database: Database) -> None:
        """So that the first who searches need not wait."""
        with database.read() as session:
            self.find(session, "", (), {})

    def find(
        self, session: Session, words: str, languages: Sequence[str], bounds: Mapping[str, int]
    ) -> dict[Hit, Meant]:
        """The versions in these languages that may be served, the nearest first. ``bounds``: of numbers."""
        with self._lock:
            passages = self._renewed(session)
            if self._encoder is None or not len(passages.ids):
                return {}
            vector = self._encoder.encode([words])[0]
        near = {each.meaning_id: each for each in passages.nearest(vector)} if words else {}
        rows = _load(session, list(near), languages, **bounds)
        return {rows[id_]: Meant(each.passage, each.cosine) for id_, each in near.items() if id_ in rows}

    @property
    def is_part(self) -> bool:
        """Whether there may be more than are looked through."""
        return len(self._passages.ids) == MOST_VERSIONS

    def _renewed(self, session: Session) -> EncodedPassages:
        """What was encoded since comes to it; what is gone is not found in the database."""
        last = session.execute(select(func.max(col(Meaning.id)))).scalar_one()
        if last is None:
            return EncodedPassages.none()
        if self._encoder is None:
            self._encoder = self._load()
        if self._encoder is not None and last > self._last:
            self._take_new(session, passage_encoder(self._encoder))
            self._last = last
        return self._passages

    def _take_new(self, session: Session, program: str) -> None:
        there = select(col(Meaning.id), col(Meaning.bits)).where(
            col(Meaning.program) == program, col(Meaning.bits) != b""
        )
        number = session.execute(select(func.count()).select_from(Meaning)).scalar_one()
        new = session.execute(select(func.count()).where(col(Meaning.id) > self._last)).scalar_one()
        if len(self._passages.ids) * _MOST_GONE > number - new:
            self._passages, self._last = EncodedPassages.none(), 0
        rows = session.execute(
            there.where(col(Meaning.id) > self._last).order_by(col(Meaning.id).desc()).limit(MOST_VERSIONS)
        )
        self._passages = self._passages.with_more([(id_, bits) for id_, bits in rows][::-1])


def _load(
    session: Session, meaning_ids: Sequence[int], languages: Sequence[str], *, since: int = 0, before: int = 0
) -> dict[int, Hit]:
    """Of those that are still of the text that is shown."""
    query = (
        select(
            col(Meaning.id), col(IndexedText.id), col(IndexedText.translation_id), col(IndexedText.language)
        )
        .join(IndexedText, col(IndexedText.translation_id) == Meaning.translation_id)
        .join(Translation, col(Translation.id) == Meaning.translation_id)
        .join(Revision, is_current())
        .where(
            col(Revision.id) == Meaning.revision_id,
            col(IndexedText.id) >= since,
            col(IndexedText.id) < before,
            col(IndexedText.language).in_(languages),
        )
    )
    found = {}
    for start in range(0, len(meaning_ids), _AT_ONCE):
        some = meaning_ids[start : start + _AT_ONCE]
        for id_, *hit in session.execute(query.where(col(Meaning.id).in_(some))):
            found[id_] = Hit(*hit)
    return found
