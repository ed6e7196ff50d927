"""Which words of a query are so common in a language that a text with one of them says nothing."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from sqlmodel import Session

from app.database.vocabulary import count_documents
from app.gazetteer.false_friends import is_common_word
from app.search.expression import language_keyword, phrase
from app.search.folding import fold
from app.search.languages import analysis_language
from app.search.wanted import Wanted

LISTED = 0.1
"""Of the texts of a language that have a word: so many, and it is one that is known to be frequent there."""
MOST = 0.5
"""So many, and it is common whatever it is."""
ENOUGH = 20
"""Texts of a language that this can be told from."""
MOST_WORDS = 32
"""Of a query."""


_Terms = Mapping[tuple[Wanted, str], Sequence[str]]
"""By word and analysis language."""


def with_common(
    session: Session, wanted: Sequence[Wanted], languages: Sequence[str], read: str | None
) -> list[Wanted]:
    """Of several words; not where there are no others. ``read`` is the reader's language.

    What is common in the language that the query is most likely in is so in all: nobody means theirs.
    """
    words = [each for each in wanted if _is_word(each)][:MOST_WORDS]
    if len(wanted) == 1 or not words:
        return list(wanted)
    keys = sorted(set(map(analysis_language, languages)))
    terms = {(each, key): _terms(each, key) for each in words for key in keys}
    counted = {term for own in terms.values() for term in own} | set(map(language_keyword, keys))
    documents = count_documents(session, counted)
    likeliest = _likeliest(words, keys, analysis_language(read) if read else "")
    common = {}
    for each in words:
        own = frozenset(key for key in keys if _is_common(each, key, terms[each, key], documents))
        common[each] = frozenset(keys) if likeliest in own else own
    if len(words) == len(wanted) and not _tells(common, terms, documents):
        return list(wanted)
    return [replace(each, common=common.get(each, frozenset())) for each in wanted]


def _terms(wanted: Wanted, language: str) -> Sequence[str]:
    found = phrase(wanted.text.text, language) if wanted.text else None
    return found.terms if found else ()


def _tells(common: Mapping[Wanted, Collection[str]], terms: _Terms, documents: Mapping[str, int]) -> bool:
    """Whether any word does: in some language that has it, or for being nowhere common, if nowhere at all."""
    return not all(common.values()) or any(
        language not in common[each] and own and all(term in documents for term in own)
        for (each, language), own in terms.items()
    )


def _is_word(wanted: Wanted) -> bool:
    return wanted.text is not None and wanted.text.kind == "word" and not wanted.keywords


def _is_common(wanted: Wanted, language: str, terms: Sequence[str], documents: Mapping[str, int]) -> bool:
    every = documents.get(language_keyword(language), 0)
    if wanted.text is None or not every or not terms:
        return False
    share = min(documents.get(term, 0) for term in terms) / every
    is_listed = is_common_word(fold(wanted.text.text), language)
    return (share >= LISTED and is_listed) or (share >= MOST and every >= ENOUGH)


def _likeliest(words: Sequence[Wanted], languages: Sequence[str], read: str) -> str:
    """That has the most of them as they are typed; the reader's, where another has no more."""
    has = {key: sum(each.weights.get(key, 0.0) for each in words) for key in languages}
    return max(languages, key=lambda key: (has[key], key == read))
