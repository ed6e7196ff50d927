"""Stores what the passages of texts mean, where the encoder for that is installed.

Encoding takes a tenth of a second a text, and is done outside of any transaction.
"""

from collections.abc import Iterator, Sequence

from sqlalchemy import delete
from sqlmodel import col

from app.database.engine import Database
from app.database.session import WriteSession
from app.models import Meaning
from app.parallel.encoder import Encoder, covers
from app.parallel.side import Side
from app.queries.articles import get_bodies
from app.queries.meanings import Waiting, list_unencoded, list_waiting
from app.queries.sides import make_side
from app.search.passages import LONGEST, bits_of, passages_of
from app.search.program import passage_encoder

_AT_ONCE = 20


def encode_rest(database: Database, encoder: Encoder | None) -> Iterator[int]:
    """How many language versions were encoded each time, which are stored by then."""
    if encoder is None:
        return
    with database.read() as session:
        waiting = list_unencoded(session, passage_encoder(encoder))
    for start in range(0, len(waiting), _AT_ONCE):
        yield _encode_some(database, waiting[start : start + _AT_ONCE], encoder)


def _encode_some(database: Database, translation_ids: Sequence[int], encoder: Encoder) -> int:
    with database.read() as session:
        versions = list_waiting(session, translation_ids)
        bodies = get_bodies(session, [each.revision.id for each in versions])
    sides = [make_side(each.language, each.revision, bodies[each.revision.id]) for each in versions]
    encoded = [_encode(side, encoder) for side in sides]
    with database.write() as session:
        _store(session, versions, encoded, passage_encoder(encoder))
    return len(translation_ids)


def _encode(side: Side, encoder: Encoder) -> bytes:
    passages = passages_of(side) if covers(encoder, side.language) else []
    return bits_of(encoder.encode([each.text[:LONGEST] for each in passages])).tobytes() if passages else b""


def _store(
    session: WriteSession, versions: Sequence[Waiting], encoded: Sequence[bytes], program: str
) -> None:
    """But what has another text by now, which is encoded next time."""
    ids = [each.translation_id for each in versions]
    current = {each.translation_id: each.revision.id for each in list_waiting(session, ids)}
    session.execute(delete(Meaning).where(col(Meaning.translation_id).in_(ids)))
    for version, bits in zip(versions, encoded, strict=True):
        if current.get(version.translation_id) == version.revision.id:
            session.add(
                Meaning(
                    translation_id=version.translation_id,
                    revision_id=version.revision.id,
                    program=program,
                    bits=bits,
                )
            )
