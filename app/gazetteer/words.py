"""Where words begin and end, in scripts with spaces and without; offsets count Unicode code points."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from typing import NamedTuple

_HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_HIRAGANA = "\u3041-\u3096\u309d-\u309f"
_KATAKANA = "\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff"
_SOUTH_EAST_ASIAN = "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0edf\u1000-\u109f\u1780-\u17d3"
_FIRST_SPACELESS = "\u0e01"
_SPACELESS = re.compile(f"[{_HAN}{_HIRAGANA}{_KATAKANA}{_SOUTH_EAST_ASIAN}]")
_KATAKANA_LETTER = re.compile(f"[{_KATAKANA}]")
_LEADING_VOWELS = frozenset("เแโใไເແໂໃໄ")
_FOLLOWING_VOWELS = frozenset("ะาำๅະາຳ")
_JOINERS = frozenset("\u200c\u200d")

_ALIKE = tuple({
    **dict.fromkeys("`\u2018\u2019\u02bc\u05f3\uff07", "'"),
    **dict.fromkeys("\u00a0\u202f\u2009\u3000", " "),
    **dict.fromkeys("\u201c\u201d\u05f4", '"'),
    **dict.fromkeys("\u2010\u2011\u05be", "-"),
    **dict.fromkeys("\uff65\u00b7\u2027", "・"),
}.items())  # fmt: skip


class Words(NamedTuple):
    """A text's words, each with where it starts; before each, and behind the last, there is a gap.

    What a script without spaces writes as one is one word here: a run (``is_spaceless``).
    """

    texts: Sequence[str]
    starts: Sequence[int]
    gaps: Sequence[str]

    def end(self, position: int) -> int:
        return self.starts[position] + len(self.texts[position])


class Word(NamedTuple):
    """Offsets count code points. ``is_run``: one or more words of a script without spaces."""

    text: str
    start: int
    end: int
    is_run: bool


def plain(text: str) -> str:
    """With all spaces, apostrophes, quotation marks and hyphens alike; of the same length."""
    for other, usual in _ALIKE:  # a text has few of them: a table would be asked for each character
        text = text.replace(other, usual)
    return text


def split_words(text: str) -> Words:
    pieces = _pattern().split(text)
    ends = list(accumulate(map(len, pieces)))
    return Words(pieces[1::2], ends[:-1:2], pieces[::2])


def list_words(text: str) -> list[Word]:
    """As ``split_words``, an object for each: not for searching long texts."""
    words = split_words(text)
    return [
        Word(word, start, start + len(word), is_spaceless(word[0]))
        for word, start in zip(words.texts, words.starts, strict=True)
    ]


def first_words(text: str) -> tuple[str, str]:
    """Two of them; empty where there are none."""
    _, first, _, second, *_ = *_pattern().split(text, 2), "", "", ""
    return first, second


def is_spaceless(character: str) -> bool:
    return character >= _FIRST_SPACELESS and _SPACELESS.match(character) is not None


def is_katakana(character: str) -> bool:
    return _KATAKANA_LETTER.match(character) is not None


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


_FIRST_RARE, _LAST_SIGN = 0x10000, 0x1FFFF
"""Behind the last there are but Han characters."""


@cache
def _pattern() -> re.Pattern[str]:
    r"""Python's ``\w`` leaves out the vowel signs of Indic scripts, and does not tell runs from words.

    A class of ``re`` that ends before U+10000 is a table; any other is gone through range by range.
    """
    runs = f"{_HAN}{_HIRAGANA}{_KATAKANA}{_SOUTH_EAST_ASIAN}"
    signs = f"[{_signs(0, _FIRST_RARE)}]"
    rare = f"(?=[{chr(_FIRST_RARE)}-{chr(_LAST_SIGN)}])[{_signs(_FIRST_RARE, _LAST_SIGN + 1)}]"
    return re.compile(rf"([{runs}]+|(?:[^\W{runs}]++|{signs}++|{rare})++)")


def _signs(first: int, end: int) -> str:
    """Without those that belong to runs."""
    characters = map(chr, range(first, end))
    return "".join(one for one in characters if _holds_word_together(one) and not is_spaceless(one))


def _holds_word_together(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Mc") or character in _JOINERS
