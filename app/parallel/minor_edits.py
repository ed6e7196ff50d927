"""Edits that leave a translation as good as it was: spaces, punctuation, quotation marks, capitals, digits of
another script, slips of the pen.

Whatever may change a number, a name, a date or a negation is none, and what is in doubt is none.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from rapidfuzz.distance import OSA

MOST_SLIPS = 2
"""In a segment."""
SHORTEST = 8
"""Letters of a word with a slip. In a shorter one a letter often makes another word: gewond, gezond."""
SHORTEST_SURE = 5
"""Where two neighbours were swapped or a letter was doubled."""

_Role = Literal["letter", "digit", "joiner", "symbol", "none", "space"]
_FOLDED = str.maketrans(
    {**dict.fromkeys("’ʼ‘`´′＇", "'"), **dict.fromkeys("‐‑‒–—−－", "-"), **dict.fromkeys("？؟⸮", "?")}
)
# Punctuation that says something.
_SYMBOLS = frozenset("?%‰&@#*/§％＆")
_NEGATES = "m"
_REPEATED = re.compile(r"(.)\1+")
_ROLES: dict[str, _Role] = {"L": "letter", "M": "letter", "N": "digit", "S": "symbol", "C": "none"}


def words_of(text: str) -> tuple[str, ...]:
    """What a text says: its words, numbers and symbols, without the marks and spaces between them."""
    return tuple(_words("".join(map(_digit, unicodedata.normalize("NFC", text).translate(_FOLDED)))))


def is_minor(old: str, new: str) -> bool:
    """Whether a translation of ``old`` is one of ``new``, too."""
    before, after = words_of(old), words_of(new)
    if not before or not after:
        return not before and not after and old.strip() == new.strip()
    once_before, once_after = _without_doubled(before), _without_doubled(after)
    if len(once_before) != len(once_after):
        return False
    slips = abs(len(before) - len(after))
    for mine, theirs in zip(once_before, once_after, strict=True):
        if mine.casefold() == theirs.casefold():
            continue
        if not _is_slip(mine, theirs):
            return False
        slips += 1
    return slips <= MOST_SLIPS


def _digit(char: str) -> str:
    """Those of any script as ASCII has them."""
    return str(unicodedata.decimal(char)) if char.isdecimal() else char


def _words(text: str) -> Iterator[str]:
    word = ""
    for before, char, after in zip(" " + text, text, text[1:] + " ", strict=False):
        role = _role(char)
        if role in ("letter", "digit") or (role != "symbol" and _joins(before, char, after)):
            word += char
        elif role != "none":
            if word:
                yield word
            word = ""
            if role == "symbol" or (char == "-" and _role(after) == "digit"):
                yield char
    if word:
        yield word


def _joins(before: str, char: str, after: str) -> bool:
    """A hyphen or an apostrophe within a word, or whatever stands between the digits of a number."""
    around = {_role(before), _role(after)}
    return (around == {"digit"} and not char.isspace()) or (char in "'-" and around <= {"letter", "digit"})


@lru_cache(4096)
def _role(char: str) -> _Role:
    if char in _SYMBOLS:
        return "symbol"
    if char.isspace():
        return "space"
    return _ROLES.get(unicodedata.category(char)[0], "joiner")


def _without_doubled(words: tuple[str, ...]) -> list[str]:
    """The the."""
    return [*words[:1], *(word for before, word in pairwise(words) if word != before or not _is_plain(word))]


def _is_slip(old: str, new: str) -> bool:
    """In one part of a word, as of Anti-ISIS-coalitie."""
    parts, others = re.split("[-']", old), re.split("[-']", new)
    if len(parts) != len(others):
        return False
    differing = [(mine, theirs) for mine, theirs in zip(parts, others, strict=True) if mine != theirs]
    return len(differing) == 1 and _is_slip_in_part(*differing[0])


def _is_slip_in_part(old: str, new: str) -> bool:
    """One letter inside too few or too many, or in its neighbour's place; written small: a capital may begin
    a name. Another letter in its place makes another number (tizenhat, tizenhét) or people (irlandais,
    islandais), and an m inside is a negation in Turkish: geliyorlar, gelmiyorlar.
    """
    if not (_is_plain(old) and _is_plain(new)) or (old[0], old[-1]) != (new[0], new[-1]):
        return False
    if OSA.distance(old, new, score_cutoff=1) != 1:
        return False
    is_swap = sorted(old) == sorted(new)
    if len(old) == len(new) and not is_swap:
        return False
    is_sure = is_swap or _REPEATED.sub(r"\1", old) == _REPEATED.sub(r"\1", new)
    if not is_sure and old.count(_NEGATES) != new.count(_NEGATES):
        return False
    return min(len(old), len(new)) >= (SHORTEST_SURE if is_sure else SHORTEST)


def _is_plain(word: str) -> bool:
    """In a script whose names have capitals, as Georgian's have none, without one."""
    return word.isalpha() and word == word.lower() and all(char != char.title() for char in word)
