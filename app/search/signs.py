"""Names in Hangul, Han, Kana and Thai that are a slip away from what was typed.

There are no spaces around words, or each sign is a syllable, so that whole names are compared: Hangul by its
letters, the others by their signs.
"""

import unicodedata

from rapidfuzz.distance import OSA

from app.gazetteer.chinese import with_one_variant
from app.gazetteer.han import is_han
from app.gazetteer.words import is_katakana, is_spaceless, is_syllabic
from app.search.folding import fold

_LETTERS = {"hangul": 6, "han": 3, "kana": 4, "other": 5}
"""So many, or more: what is shorter is a slip away from too much."""
_AN_INITIAL = 588
"""Syllables of Hangul with one initial consonant, which follow each other."""
_FIRST_SYLLABLE = 0xAC00


def signs(word: str) -> str:
    """The letters that are compared."""
    folded = fold(word)
    if folded and is_syllabic(folded[0]):
        return unicodedata.normalize("NFD", folded)
    return with_one_variant(folded) if folded and is_han(folded[0]) else folded


def may_have_slip(word: str) -> bool:
    """Whether it is all in one of those scripts, and long enough to tell."""
    scripts = {_script(each) for each in fold(word)}
    return len(scripts) == 1 and None not in scripts and len(signs(word)) >= _LETTERS[scripts.pop() or ""]


def is_a_slip_away(word: str, name: str) -> bool:
    return OSA.distance(signs(word), signs(name), score_cutoff=1) == 1


def first_signs(word: str) -> tuple[str, str]:
    """Of the names meant: the first sign is as typed, of Hangul its consonant. From, and before."""
    if not is_syllabic(word[0]):
        first = signs(word)[0]
        return first, chr(ord(first) + 1)
    start = ord(word[0]) - (ord(word[0]) - _FIRST_SYLLABLE) % _AN_INITIAL
    return chr(start), chr(start + _AN_INITIAL)


def _script(character: str) -> str | None:
    if is_syllabic(character):
        return "hangul"
    if is_han(character):
        return "han"
    if is_katakana(character) or character == "ー":
        return "kana"
    return "other" if is_spaceless(character) else None
