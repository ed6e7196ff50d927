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

_MOST_GONE = 0.5
"""Of those in memory: then all are read again."""


class Meant(NamedTuple):
    """``passage`` is its number in the text."""

    passage: int
    cosine: float


class Meanings:
    """The encoder is loaded when there is something that it has encoded: a second, and 120 MB.

    Without one nothing is found, and nothing asked.
    """

    def __init__(self, load: Callable[[], Encoder | None] | None) -> None:
        self._load = load
        self._encoder: Encoder | None = None
        self._passages = EncodedPassages.none()
        self._last = 0
        self._lock = Lock()

    def warm(self, database: Database) -> None:
        """So that the first who searches need not wait."""
        with database.read() as session:
            self.find(session, "", (), {"since": 0, "before": 0})

    def find(
        self, session: Session, words: str, languages: Sequence[str], bounds: Mapping[str, int]
    ) -> tuple[dict[Hit, Meant], bool]:
        """The versions in these languages that may be served; and whether there may be more of them.

        ``bounds``: of numbers.
        """
        if self._load is None:
            return {}, False
        with self._lock:
            passages = self._renewed(session, self._load)
            if self._encoder is None or not len(passages.ids):
                return {}, False
            vector = self._encoder.encode([words])[0]
        near, is_part = passages.nearest(vector)
        hits = _load(session, [each.meaning_id for each in near], languages, **bounds)
        found = {
            hits[each.meaning_id]: Meant(each.passage, each.cosine)
            for each in near
            if each.meaning_id in hits
        }
        return found, is_part or len(passages.ids) == MOST_VERSIONS

    def _renewed(self, session: Session, load: Callable[[], Encoder | None]) -> EncodedPassages:
        """What was encoded since comes to it; what is gone is not found in the database."""
        last = session.execute(select(func.max(col(Meaning.id)))).scalar_one()
        if last is None:
            return EncodedPassages.none()
        if self._encoder is None:
            self._encoder = load()
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
    session: Session, meaning_ids: Sequence[int], languages: Sequence[str], *, since: int, before: int
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
    rows = session.execute(query.where(col(Meaning.id).in_(meaning_ids)))
    return {id_: Hit(*hit) for id_, *hit in rows}
