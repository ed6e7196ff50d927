"""Names taken apart, as they are compared with texts."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from app.gazetteer.declensions import declension
from app.gazetteer.keys import fold
from app.gazetteer.names import Name
from app.gazetteer.words import plain, split_words

_APOSTROPHE = "'"
_LONGEST_ABBREVIATION = 5
_MARKS_TELL_WORDS_APART = "vi"


@dataclass(frozen=True, slots=True)
class Entry:
    """``gaps`` stand between words, ``head`` and ``tail`` around them:  ``'s-Hertogenbosch``, ``U.S.``"""

    name: Name
    folded: tuple[str, ...]
    written: tuple[str, ...]
    gaps: tuple[str, ...]
    head: str
    tail: str

    @property
    def is_demonym(self) -> bool:
        return self.name.kind == "demonym"


def entry(name: Name) -> Entry | None:
    """None for a name without any letter, or with the apostrophe of a word before it."""
    words = split_words(plain(name.text))
    if not words.texts:
        return None
    head, *gaps, tail = words.gaps
    if head == _APOSTROPHE and words.texts[0][0].isupper():
        return None
    return Entry(
        name=name,
        folded=tuple(map(fold, words.texts)),
        written=tuple(words.texts),
        gaps=tuple(map(gap, gaps)),
        head=head,
        tail=tail,
    )


@lru_cache(maxsize=4096)
def gap(between: str) -> str:
    """Hyphens and spaces are written for each other, and no space counts beside a full stop."""
    alike = " ".join(between.replace("-", " ").split(" "))
    return alike.replace(" ", "") if "." in alike else alike


def is_written_as(word: str, name: str, language: str, *, inflected: bool) -> bool:
    """Whether letter case and marks allow a word of a text to be that of a name.

    Folded, it is the same, or an inflected form.

    What is capitalised in a name is so in a text, and an abbreviation is in capitals altogether. A text may
    leave out marks that a name has, but has none of its own.
    """
    if name[0].isupper() and not word[0].isupper():
        return False
    if is_abbreviation(name) and not word[: len(name)].isupper():
        return False
    if language.partition("-")[0] == _MARKS_TELL_WORDS_APART:
        return _lowered(word) == _lowered(name)
    return (
        inflected
        or word.isascii()
        or not _is_latin(word)
        or _without_mark_of_ending(word, language) == _without_mark_of_ending(name, language)
    )


def is_abbreviation(word: str) -> bool:
    return len(word) <= _LONGEST_ABBREVIATION and word.isupper() and word.lower() != word


def _without_mark_of_ending(word: str, language: str) -> str:
    """``Moskwą`` is an inflected form of ``Moskwa``, and the same when folded."""
    lowered = _lowered(word)
    return fold(lowered[-1]).join((lowered[:-1], "")) if declension(language) else lowered


def _lowered(word: str) -> str:
    """Turkish has two letters i, of which the capitals of either are written in the small letters of both."""
    return unicodedata.normalize("NFC", word.casefold().translate(_LETTERS_I))


_LETTERS_I = {ord("ı"): "i", 0x307: None}


def _is_latin(word: str) -> bool:
    return "LATIN" in unicodedata.name(word[0], "")
