"""The words of all texts, for beginnings and suggestions, and about how many documents have a term.

Words stay when the last text with them goes. Documents are counted when they are first indexed: the first
ones each, later on one in sixteen for all of them, which is near enough to tell common words from rare ones.
"""

import json
from collections.abc import Collection

from sqlalchemy import func, text, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from app.database.one_of import is_one_of
from app.database.session import WriteSession
from app.models import Word
from app.search.document import Spelling

_COUNTED_EACH = 256
_ONE_IN = 16
_GOLDEN_RATIO = 2654435769
"""Its inverse, times 2 ** 32."""
_AT_ONCE = 500
"""Terms in one query: SQLite once took no more than 999 parameters."""


def weight(translation_id: int) -> int:
    """How many documents a language version counts for.

    An article's versions have ids that follow each other: one in sixteen ids would be of one language alone
    where articles have sixteen, or two.
    """
    if translation_id <= _COUNTED_EACH:
        return 1
    scattered = translation_id * _GOLDEN_RATIO % (1 << 32)  # Knuth, The Art of Computer Programming, 6.4
    return 0 if scattered * _ONE_IN >> 32 else _ONE_IN


def note_words(session: WriteSession, spellings: Collection[Spelling], documents: int) -> None:
    """``documents`` is what they count for; words that are new count for one at least.

    What was only beside other terms gets a key as soon as it stands by itself in a text.
    """
    rows = json.dumps([tuple(each) for each in sorted(spellings)], ensure_ascii=False)
    noted = {"rows": rows, "first": max(documents, 1), "more": documents}
    session.connection().execute(_NOTE[session.get_bind().dialect.name], noted)


def forget_counts(session: WriteSession) -> None:
    """Of the documents, which are to be counted anew; words stay, so that they are found meanwhile."""
    session.execute(update(Word).where(col(Word.documents) > 0).values(documents=0))


def count_documents(session: Session, terms: Collection[str]) -> dict[str, int]:
    """About how many have each, one at least; terms that no document ever had are left out."""
    counts: dict[str, int] = {}
    wanted = sorted(set(terms))
    for start in range(0, len(wanted), _AT_ONCE):
        query = (
            select(Word.term, func.sum(Word.documents))
            .where(is_one_of(session, col(Word.term), wanted[start : start + _AT_ONCE]))
            .group_by(col(Word.term))
        )
        counts.update({term: max(int(documents), 1) for term, documents in session.exec(query)})
    return counts


def list_keys(session: Session, keys: Collection[str]) -> set[str]:
    """Those of words that texts have had."""
    found: set[str] = set()
    wanted = sorted(keys)
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        found.update(session.exec(select(Word.key).where(is_one_of(session, col(Word.key), some)).distinct()))
    return found


def list_forms(session: Session, terms: Collection[str]) -> dict[str, set[str]]:
    """Of each term the words, in small letters, that texts have had."""
    found: dict[str, set[str]] = {}
    wanted = sorted(terms)
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        query = select(Word.term, Word.word).where(is_one_of(session, col(Word.term), some))
        for term, word in session.exec(query):
            found.setdefault(term, set()).add(word)
    return found


def share_forms(session: Session, keys: Collection[str]) -> dict[str, float]:
    """Of words that texts have had: about how many of the documents with a word's term have it in that form.

    By key; from 0 to 1.
    """
    every = aliased(Word)
    of_term = select(func.sum(every.documents)).where(every.term == Word.term).scalar_subquery()
    shares: dict[str, float] = {}
    wanted = sorted(keys)
    for start in range(0, len(wanted), _AT_ONCE):
        query = (
            select(Word.key, func.sum(Word.documents), of_term)
            .where(is_one_of(session, col(Word.key), wanted[start : start + _AT_ONCE]))
            .group_by(col(Word.key), col(Word.term))
        )
        for key, documents, of_all in session.exec(query):
            shares[key] = max(int(documents) / max(int(of_all), 1), shares.get(key, 0.0))
    return shares


def list_words_beginning(session: Session, key: str, limit: int) -> list[Word]:
    """``key`` is the beginning of words' keys, with the language in front (``nl:weder``); commonest first."""
    query = (
        select(Word)
        .where(Word.key >= key, Word.key < key + _AFTER_ALL)
        .order_by(col(Word.documents).desc(), col(Word.word), col(Word.term))
        .limit(limit)
    )
    return list(session.exec(query))


_AFTER_ALL = "\U0010ffff"
_TABLE = {"sqlite": "json_each(:rows)", "postgresql": "json_array_elements(CAST(:rows AS json))"}
_NOTE = {
    dialect: text(
        "INSERT INTO word (term, word, key, documents) "
        f"SELECT value ->> 0, value ->> 1, value ->> 2, CAST(:first AS bigint) FROM {table} WHERE true "
        "ON CONFLICT (term, word) DO UPDATE SET documents = word.documents + CAST(:more AS bigint), "
        "key = CASE word.key WHEN '' THEN excluded.key ELSE word.key END "
        "WHERE CAST(:more AS bigint) > 0 OR (word.key = '' AND excluded.key <> '')"
    )
    for dialect, table in _TABLE.items()
}
