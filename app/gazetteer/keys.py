"""The keys that names are looked up by, the same for whoever writes a name with or without its accents."""

import re
import unicodedata
from functools import lru_cache

from app.gazetteer.words import first_word, is_spaceless, is_syllabic

_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LATIN_LOOKALIKES = str.maketrans("aceopxyijs", "асеорхуіјѕ")

_SHORTEST, _LONGEST = 3, 5
_CHARACTERS = 2

_SPELLED_OUT = str.maketrans({
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ŧ": "t",
    "ی": "ي", "ى": "ي", "ک": "ك", "ہ": "ه", "ھ": "ه", "ە": "ه", "ة": "ه", "ـ": "",
    "ई": "इ", "ऊ": "उ", "ी": "ि", "ू": "ु", "ऑ": "आ", "ॉ": "ा", "्": "", "ँ": "ं",
    "ך": "כ", "ם": "מ", "ן": "נ", "ף": "פ", "ץ": "צ",
})  # fmt: skip
_DROPPED_MARKS = tuple(
    (ord(first), ord(last))
    for first, last in (
        ("\u0300", "\u036f"),  # of Latin, Cyrillic and Greek
        ("\u0591", "\u05c7"),  # Hebrew points
        ("\u0610", "\u061a"), ("\u064b", "\u065f"), ("\u0670", "\u0670"),  # Arabic vowels and hamzas
        ("\u093c", "\u093c"),  # the nukta of Devanagari
        ("\u200c", "\u200d"),  # joiners
    )
)  # fmt: skip


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Without letter case and without the marks that writers leave out or add; vowel signs stay."""
    lowered = word.casefold()
    if lowered.isascii():
        return lowered
    if _CYRILLIC.search(lowered):
        lowered = lowered.translate(_LATIN_LOOKALIKES)
    decomposed = unicodedata.normalize("NFKD", lowered)
    bare = "".join(character for character in decomposed if not _is_dropped(ord(character)))
    return unicodedata.normalize("NFC", bare).translate(_SPELLED_OUT)


def _is_dropped(code: int) -> bool:
    return code >= _DROPPED_MARKS[0][0] and any(first <= code <= last for first, last in _DROPPED_MARKS)


def opening(text: str) -> str:
    """What a name is looked up by: as much of its first word as no inflection changes.

    In scripts without spaces, and in Hangul, the first two characters. Empty where there is no word.
    """
    word = fold(first_word(text))
    if word and (is_spaceless(word[0]) or is_syllabic(word[0])):
        return word[:_CHARACTERS]
    word = without_article(word)
    return word[: min(_LONGEST, max(_SHORTEST, len(word) - 2))]


def openings_at(folded: str) -> tuple[str, ...]:
    """The openings of names that may begin with this word, or that it may be inflected from.

    Of a script with spaces.
    """
    if is_syllabic(folded[:1]):
        return tuple(dict.fromkeys((folded[:_CHARACTERS], folded[:1])))
    word = without_article(folded)
    return tuple(dict.fromkeys(word[:length] for length in range(_SHORTEST, _LONGEST + 1)))


def openings_in(run: str) -> tuple[str, ...]:
    """The openings of the names that may begin at the first character of a run without spaces."""
    return tuple(dict.fromkeys((run[:_CHARACTERS], run[:1])))


def without_article(folded: str) -> str:
    """``العراق`` is looked up by ``عراق``: after a preposition its article is written otherwise."""
    return folded[2:] if folded.startswith("ال") and len(folded) > _SHORTEST + 1 else folded
