"""Where words begin and end, in scripts with spaces and without; offsets count Unicode code points."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

_HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_HIRAGANA = "\u3041-\u3096\u309d-\u309f"
_KATAKANA = "\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff"
_SOUTH_EAST_ASIAN = "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0edf\u1000-\u109f\u1780-\u17d3"
_SPACELESS = re.compile(f"[{_HAN}{_HIRAGANA}{_KATAKANA}{_SOUTH_EAST_ASIAN}]")
_KATAKANA_LETTER = re.compile(f"[{_KATAKANA}]")
_LEADING_VOWELS = frozenset("เแโใไເແໂໃໄ")
_FOLLOWING_VOWELS = frozenset("ะาำๅະາຳ")
_HOLDS_WORD_TOGETHER = frozenset("\u200c\u200d")

_ALIKE = str.maketrans({
    **dict.fromkeys("\u00a0\u202f\u2009\u3000", " "),
    **dict.fromkeys("\u2018\u2019\u02bc\u05f3\uff07`", "'"),
    **dict.fromkeys("\u201c\u201d\u05f4", '"'),
    **dict.fromkeys("\u2010\u2011\u05be", "-"),
    **dict.fromkeys("\uff65\u00b7\u2027", "・"),
})  # fmt: skip


class Word(NamedTuple):
    """``is_run``: one or more words of a script that puts no spaces between them."""

    start: int
    end: int
    text: str
    is_run: bool


def plain(text: str) -> str:
    """With all spaces, apostrophes, quotation marks and hyphens alike; of the same length."""
    return text.translate(_ALIKE)


def split_words(text: str) -> Iterator[Word]:
    for match in _pattern().finditer(text):
        yield Word(match.start(), match.end(), match[0], match.lastgroup == "run")


def first_words(text: str) -> tuple[str, str]:
    """Two of them; empty where there are none."""
    matches = _pattern().finditer(text)
    first, second = next(matches, None), next(matches, None)
    return first[0] if first else "", second[0] if second else ""


def is_spaceless(character: str) -> bool:
    return _SPACELESS.match(character) is not None


def is_syllabic(character: str) -> bool:
    """Of Hangul, where what inflects is a syllable of its own."""
    return "\uac00" <= character <= "\ud7a3"


def may_part(text: str, position: int) -> bool:
    """Whether a word of a script without spaces may begin or end here.

    Katakana writes foreign words, of which a part is no word; a Thai or Lao vowel sign belongs to the
    consonant beside it. Han characters may be parted anywhere.
    """
    if position <= 0 or position >= len(text):
        return True
    before, after = text[position - 1], text[position]
    if _KATAKANA_LETTER.match(after):
        return not _KATAKANA_LETTER.match(before)
    is_inside = (
        before in _LEADING_VOWELS
        or after in _FOLLOWING_VOWELS
        or unicodedata.category(after) in ("Mn", "Mc")
        or unicodedata.combining(before) == _VIRAMA
    )
    return not is_inside


_VIRAMA = 9
"""Canonical combining class of signs that join the next consonant to this one."""


@cache
def _pattern() -> re.Pattern[str]:
    r"""Python's ``\w`` leaves out the vowel signs of Indic scripts, and does not tell runs from words."""
    runs = f"{_HAN}{_HIRAGANA}{_KATAKANA}{_SOUTH_EAST_ASIAN}"
    letters = "".join(f"{re.escape(first)}-{re.escape(last)}" for first, last in _ranges_of_letters())
    return re.compile(f"(?P<run>[{runs}]+)|(?P<word>[{letters}]+)")


def _ranges_of_letters() -> Iterator[tuple[str, str]]:
    first: int | None = None
    for code in range(0x20000):
        if _is_letter(chr(code)):
            first = code if first is None else first
        elif first is not None:
            yield chr(first), chr(code - 1)
            first = None


def _is_letter(character: str) -> bool:
    if character in _HOLDS_WORD_TOGETHER or character == "_":
        return True
    return (character.isalnum() or unicodedata.category(character) in ("Mn", "Mc")) and not is_spaceless(
        character
    )
