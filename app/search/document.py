"""A language version as the index has it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from app.search.analysis import analyse
from app.search.expression import FIELDS, KEYWORDS, Field, language_keyword
from app.search.folding import fold_in, lower
from app.search.languages import analysis_language

BREAK = "¶"
"""Stands where a phrase ends: between two pieces of text."""


class Spelling(NamedTuple):
    """A word that has a term. ``key`` is its beginning to look it up by: folded, with the language in front.

    Empty where the term stands beside another one, or is a keyword.
    """

    term: str
    word: str
    key: str


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """``fields`` are terms between spaces, with one at both ends; spellings differ in term or word."""

    fields: Mapping[str, str]
    spellings: frozenset[Spelling]


def search_document(
    texts: Mapping[Field, Sequence[str]], language: str, named: Iterable[str]
) -> SearchDocument:
    """``named`` are the keywords of who and what the texts name; ``language`` is the version's tag."""
    spellings: set[Spelling] = set()
    fields: dict[str, str] = {
        field: _spaced(_terms(texts.get(field, ()), language, spellings)) for field in FIELDS
    }
    languages = {language_keyword(language), language_keyword(analysis_language(language))}
    keywords = sorted(languages | set(named))
    spellings.update(Spelling(keyword, keyword, "") for keyword in keywords)
    return SearchDocument({**fields, KEYWORDS: _spaced(keywords)}, _each_once(spellings))


def _terms(texts: Sequence[str], language: str, spellings: set[Spelling]) -> Iterator[str]:
    key = analysis_language(language)
    for text in texts:
        beside = []
        for token in analyse(text, language):
            spellings.add(_spelling(token.term, text[token.start : token.end], token.beside, key))
            if token.beside:
                beside.append(token.term)
            else:
                yield token.term
        yield BREAK
        yield from dict.fromkeys(beside)


def word_keys(text: str, language: str) -> set[str]:
    """Of its words, but for numbers, which have one form however they are written."""
    return {key for key, _ in keyed_words(text, language)}


def keyed_words(text: str, language: str) -> set[tuple[str, str]]:
    """The same keys, and what each word is in small letters."""
    key = analysis_language(language)
    spellings = (
        _spelling(token.term, text[token.start : token.end], token.beside, key)
        for token in analyse(text, language)
        if not token.term.removeprefix(f"{key}:").isdecimal()
    )
    return {(each.key, each.word) for each in spellings if each.key}


@lru_cache(maxsize=65536)
def _spelling(term: str, surface: str, beside: bool, language: str) -> Spelling:
    word = lower(surface, language)
    return Spelling(term, word, "" if beside else f"{language}:{fold_in(surface, language)}")


def _each_once(spellings: Iterable[Spelling]) -> frozenset[Spelling]:
    """With its key, if a term stands beside another one here, and by itself there."""
    return frozenset({(each.term, each.word): each for each in sorted(spellings)}.values())


def _spaced(terms: Iterable[str]) -> str:
    return f" {' '.join(terms)} "
