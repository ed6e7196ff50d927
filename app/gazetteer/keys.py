"""The keys that names are looked up by, the same for whoever writes a name with or without its accents."""

import re
import unicodedata
from functools import lru_cache

from app.gazetteer.chinese import with_one_variant
from app.gazetteer.words import first_words, is_spaceless, plain, split_words

_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LATIN = re.compile("[a-z]")
_LATIN_LOOKALIKES = str.maketrans("aceopxyijs", "асеорхуіјѕ")

_SHORTEST = 3
_OF_SECOND = 2
MOST_CHARACTERS = 4
ARTICLE = "ال"
"""Of Arabic."""

_SPELLED_OUT = str.maketrans({
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ŧ": "t",
    "ی": "ي", "ى": "ي", "ک": "ك", "ہ": "ه", "ھ": "ه", "ە": "ه", "ة": "ه", "ـ": "",
    "ई": "इ", "ऊ": "उ", "ी": "ि", "ू": "ु", "ऑ": "आ", "ॉ": "ा", "्": "", "ँ": "ं",
    "ך": "כ", "ם": "מ", "ן": "נ", "ף": "פ", "ץ": "צ",
})  # fmt: skip
_MAY_BE_SPELLED_OUT = re.compile(f"[{''.join(map(chr, _SPELLED_OUT))}]")
_DROPPED_MARKS = re.compile(
    "["
    "\u0300-\u036f"  # of Latin, Cyrillic and Greek
    "\u0591-\u05c7"  # Hebrew points
    "\u0610-\u061a\u064b-\u065f\u0670"  # Arabic vowels and hamzas
    "\u093c"  # the nukta of Devanagari
    "\u200c-\u200d"  # joiners
    "]"
)


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Without letter case and without the marks that writers leave out or add; vowel signs stay."""
    lowered = word.casefold()
    if lowered.isascii():
        return lowered
    if _LATIN.search(lowered) and _CYRILLIC.search(lowered):
        lowered = lowered.translate(_LATIN_LOOKALIKES)
    decomposed = unicodedata.normalize("NFKD", lowered)
    bare = _DROPPED_MARKS.sub("", decomposed)
    composed = unicodedata.normalize("NFC", bare)
    return composed.translate(_SPELLED_OUT) if _MAY_BE_SPELLED_OUT.search(composed) else composed


def opening(text: str) -> str:
    """What a name is looked up by: its first word, and the beginning of the second, folded.

    In scripts without spaces the first characters, in one variant of each. A capital at the beginning is
    kept: what stands in a text in small letters is no such name. Empty where there is no word.
    """
    first, second = first_words(plain(text))
    word = fold(first)
    if not word:
        return ""
    if is_spaceless(word[0]):
        return opening_of_run(word)
    word = without_article(word)
    if first[0].isupper():
        word = capitalised(word)
    return opening_of_two(word, second) if second else word


def opening_of_run(folded: str) -> str:
    return with_one_variant(folded[:MOST_CHARACTERS])


def surname(text: str) -> str | None:
    """The last word of a person's name, folded. None for a name of one word."""
    words = split_words(plain(text)).texts
    return fold(words[-1]) if len(words) > 1 else None


def capitalised(opening_: str) -> str:
    return opening_[:1].upper() + opening_[1:]


def opening_of_two(opening_: str, second: str) -> str:
    """That of a name that goes on with another word."""
    return f"{opening_} {fold(second)[:_OF_SECOND]}"


def without_article(folded: str) -> str:
    """``العراق`` is looked up by ``عراق``: after a preposition its article is written otherwise."""
    return folded.removeprefix(ARTICLE) if len(folded) > _SHORTEST + 1 else folded
