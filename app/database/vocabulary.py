"""The words of all texts, for beginnings and suggestions, and about how many documents have a term.

Words stay when the last text with them goes. How they are counted: ``app.database.counting``.
"""

from collections.abc import Collection

from sqlalchemy import ColumnElement, case, func
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from app.database.one_of import are_some_of
from app.models import Word


def count_documents(session: Session, terms: Collection[str]) -> dict[str, int]:
    """About how many have each, one at least; terms that no document ever had are left out."""
    counts: dict[str, int] = {}
    for is_wanted in are_some_of(session, col(Word.term), terms):
        query = select(Word.term, func.sum(Word.documents)).where(is_wanted).group_by(col(Word.term))
        counts.update({term: max(int(documents), 1) for term, documents in session.exec(query)})
    return counts


def count_words(session: Session, terms: Collection[str]) -> dict[tuple[str, str], int]:
    """As they are stored: about how many documents have each word of the terms, by term and word."""
    counts: dict[tuple[str, str], int] = {}
    for is_wanted in are_some_of(session, col(Word.term), terms):
        query = select(Word.term, Word.word, Word.documents).where(is_wanted)
        counts.update({(term, word): documents for term, word, documents in session.exec(query)})
    return counts


def list_keys(session: Session, keys: Collection[str]) -> set[str]:
    """Those of words that texts have had."""
    found: set[str] = set()
    for is_wanted in are_some_of(session, col(Word.key), keys):
        found.update(session.exec(select(Word.key).where(is_wanted).distinct()))
    return found


def list_spellings(session: Session, keys: Collection[str]) -> set[tuple[str, str]]:
    """With each of the keys the words, in small letters, that texts have had."""
    found: set[tuple[str, str]] = set()
    for is_wanted in are_some_of(session, col(Word.key), keys):
        found.update((key, word) for key, word in session.exec(select(Word.key, Word.word).where(is_wanted)))
    return found


def list_forms(session: Session, terms: Collection[str]) -> dict[str, set[str]]:
    """Of each term the words, in small letters, that texts have had."""
    found: dict[str, set[str]] = {}
    for term, word in count_words(session, terms):
        found.setdefault(term, set()).add(word)
    return found


def share_forms(session: Session, keys: Collection[str]) -> dict[str, float]:
    """Of words that texts have had: about how many of the documents with a word's term have it in that form.

    By key; from 0 to 1.
    """
    every = aliased(Word)
    of_term = select(func.sum(_at_least_one(every))).where(every.term == Word.term).scalar_subquery()
    shares: dict[str, float] = {}
    for is_wanted in are_some_of(session, col(Word.key), keys):
        query = (
            select(Word.key, func.sum(_at_least_one(Word)), of_term)
            .where(is_wanted)
            .group_by(col(Word.key), col(Word.term))
        )
        for key, documents, of_all in session.exec(query):
            shares[key] = max(int(documents) / int(of_all), shares.get(key, 0.0))
    return shares


def _at_least_one(table: type[Word]) -> ColumnElement[int]:
    """Though it was in no document that counts."""
    return case((col(table.documents) > 0, table.documents), else_=1)


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
