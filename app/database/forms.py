"""Which forms of words stand in language versions: the full-text index knows but their stems."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Any

from sqlalchemy import Select, and_, select
from sqlmodel import Session, col

from app.database.one_of import is_one_of
from app.models import Block, Caption, Revision, Translation
from app.search.folding import lower
from app.search.languages import analysis_language

_AT_ONCE = 500
"""Versions in one query: SQLite once took no more than 999 parameters."""


def find_forms(session: Session, wanted: Mapping[int, Set[str]]) -> dict[int, set[str]]:
    """Of the ``wanted``, in small letters, those that are in the current text; by translation id."""
    found: dict[int, set[str]] = {}
    for id_, language, text in _read(session, sorted(wanted)):
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


def _read(session: Session, ids: Sequence[int]) -> Iterator[tuple[int, str, str]]:
    """By id, with the language: headline, lead, blocks and captions."""
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        for id_, language, headline, lead in session.connection().execute(
            _of(session, some, Revision.headline, Revision.lead)
        ):
            yield id_, language, headline
            if lead:
                yield id_, language, lead
        for table in (Block, Caption):
            texts = _of(session, some, table.text).join(table, col(table.revision_id) == Revision.id)
            yield from map(tuple, session.connection().execute(texts))


def _of(session: Session, ids: Sequence[int], *columns: object) -> Select[*tuple[Any, ...]]:
    is_current = and_(
        col(Revision.translation_id) == Translation.id, col(Revision.number) == Translation.revision
    )
    return (
        select(col(Translation.id), col(Translation.language), *map(col, columns))
        .join(Revision, is_current)
        .where(is_one_of(session, col(Translation.id), ids))
    )
