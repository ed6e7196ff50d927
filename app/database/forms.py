"""Which forms of words stand in language versions: the full-text index knows but their stems."""

import unicodedata
from collections.abc import Collection, Iterator, Mapping, Set
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, select
from sqlmodel import Session, col

from app.database.one_of import are_some_of
from app.models import Block, Caption, Revision, Translation
from app.search.folding import lower
from app.search.languages import analysis_language


def find_forms(session: Session, wanted: Mapping[int, Set[str]]) -> dict[int, set[str]]:
    """Of the ``wanted``, in small letters, those that are in the current text; by translation id."""
    found: dict[int, set[str]] = {}
    for id_, language, text in _read(session, wanted):
        written = lower(text, analysis_language(language))
        found.setdefault(id_, set()).update(form for form in wanted[id_] if _has_word(written, form))
    return found


def _has_word(text: str, word: str) -> bool:
    place = text.find(word)
    while place >= 0:
        end = place + len(word)
        if not (_is_of_word(text[place - 1 : place]) or _is_of_word(text[end : end + 1])):
            return True
        place = text.find(word, place + 1)
    return False


def _is_of_word(character: str) -> bool:
    return character.isalnum() or (bool(character) and unicodedata.category(character) in ("Mn", "Mc"))


def _read(session: Session, ids: Collection[int]) -> Iterator[tuple[int, str, str]]:
    """By id, with the language: headline, lead, blocks and captions."""
    connection = session.connection()
    for is_wanted in are_some_of(session, col(Translation.id), ids):
        for id_, language, *texts in connection.execute(_of(is_wanted, Revision.headline, Revision.lead)):
            yield from ((id_, language, text) for text in texts if text)
        for table in (Block, Caption):
            beside = _of(is_wanted, table.text).join(table, col(table.revision_id) == Revision.id)
            yield from map(tuple, connection.execute(beside))


def _of(is_wanted: ColumnElement[bool], *columns: object) -> Select[*tuple[Any, ...]]:
    is_current = and_(
        col(Revision.translation_id) == Translation.id, col(Revision.number) == Translation.revision
    )
    return (
        select(col(Translation.id), col(Translation.language), *map(col, columns))
        .join(Revision, is_current)
        .where(is_wanted)
    )
