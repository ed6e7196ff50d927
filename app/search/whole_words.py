"""Words as what may go together with one of another language: each by all terms that the index has of it.

A word of Han, Kana or Hangul is several terms, pairs of its characters. One pair alone is a piece of a word.
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import lru_cache

from app.gazetteer.words import is_syllabic, list_words, plain
from app.search.analysis import analyse
from app.search.expression import Phrase, phrase
from app.search.folding import lower
from app.search.languages import analysis_language
from app.search.wanted import words_in

_SHORTEST = 2
"""Characters: one is a piece of many words, or what an apostrophe has cut off."""


def whole_words(text: str, language: str) -> set[str]:
    """Of a text in that language, which is any BCP 47 tag. Without numbers, which are written alike."""
    return {key for word in _pieces(text) if (key := _key(word, language))}


def forms_in(text: str, language: str) -> set[tuple[str, str]]:
    """Keys of one term, each with a word in small letters that it finds, also as a term beside another one.

    Not in scripts without spaces, where a word has one form, nor of Korean, where particles follow it.
    """
    return {
        (term, lower(word.text, analysis_language(language)))
        for word in list_words(plain(text))
        if not (word.is_run or is_syllabic(word.text[0]))
        for term in _terms(word.text, language)
    }


def word_key(phrase: Phrase) -> str:
    return " ".join(phrase.terms)


def phrase_of(key: str, weight: float, forms: AbstractSet[str] = frozenset()) -> Phrase:
    return Phrase(tuple(key.split(" ")), weight=weight, forms=frozenset(forms))


def language_of(key: str) -> str:
    return key.partition(":")[0]


def written(key: str) -> tuple[str, ...]:
    """Without its language."""
    return tuple(term.partition(":")[2] for term in key.split(" "))


def _pieces(text: str) -> Iterator[str]:
    for word in list_words(plain(text)):
        if word.is_run:
            yield from words_in(word.text)
        else:
            yield word.text


@lru_cache(maxsize=65536)
def _key(word: str, language: str) -> str:
    """Empty where it is none."""
    found = phrase(word, language) if len(word) >= _SHORTEST else None
    return "" if found is None or found.terms[-1][-1].isdigit() else word_key(found)


@lru_cache(maxsize=65536)
def _terms(word: str, language: str) -> frozenset[str]:
    """Those of the word as a whole."""
    size = len(word)
    whole = (token.term for token in analyse(word, language) if token.end - token.start == size)
    return frozenset(term for term in whole if not term[-1].isdigit()) if size >= _SHORTEST else frozenset()
