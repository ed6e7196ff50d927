"""A text without what spelling varies by, case and accents, that knows where each character stood."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_DROPPED = frozenset("\u00ad\u0640\u200b\u200c\u200d\u200e\u200f\u2060\u061c\ufeff")
_SPACES = frozenset("\u00a0\u2007\u2009\u202f\u3000\t")
# Letters with a stroke have no decomposition in Unicode.
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe"})
_SAME = dict.fromkeys("‐‑־－", "-") | dict.fromkeys("’‘ʼʹ`´׳", "'") | dict.fromkeys("“”„‟״″", '"')
# Latin letters that look like Cyrillic ones (UTS #39), as fonts and keyboards mix them up within a word.
_LOOKALIKES = str.maketrans("aceijopsxyABCEHIJKMOPSTXY", "асеіјорѕхуАВСЕНІЈКМОРЅТХУ")
_MIXED = re.compile(r"[\u0400-\u04ff][A-Za-z]|[A-Za-z][\u0400-\u04ff]")
_WORD_OF_EITHER = re.compile(r"[A-Za-z\u0400-\u04ff]+")
_LATIN = re.compile("[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Folded:
    """``origins[i]`` is where ``text[i]`` stood in the text as written."""

    written: str
    text: str
    origins: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        return self.origins[start], self.origins[end - 1] + 1


@lru_cache(maxsize=64)
def fold(text: str) -> Folded:
    pieces = [_fold_character(character) for character in _in_one_script(text)]
    origins = tuple(index for index, piece in enumerate(pieces) for _ in piece)
    return Folded(text, "".join(pieces), origins)


def _in_one_script(text: str) -> str:
    """A Cyrillic word all of whose Latin letters look Cyrillic is written with these, letter for letter."""
    return _WORD_OF_EITHER.sub(_in_cyrillic, text) if _MIXED.search(text) else text


def _in_cyrillic(word: re.Match[str]) -> str:
    cyrillic = word[0].translate(_LOOKALIKES)
    return word[0] if not _MIXED.search(word[0]) or _LATIN.search(cyrillic) else cyrillic


@lru_cache(maxsize=16384)
def _fold_character(character: str) -> str:
    """Digits of any script become ASCII's; fractions and superscripts are none. Soft hyphens go.

    Marks go where they are accents or optional vowels; of Indic and Thai letters they are half the word.
    """
    if character in _DROPPED:
        return ""
    if character in _SPACES:
        return " "
    if character in _SAME:
        return _SAME[character]
    if (digit := unicodedata.decimal(character, None)) is not None:
        return str(digit)
    if unicodedata.category(character) == "No":
        return character
    decomposed = unicodedata.normalize("NFKD", character)
    kept = "".join(one for one in decomposed if not _is_accent(one))
    return unicodedata.normalize("NFC", kept).casefold().translate(_PLAIN)


def _is_accent(character: str) -> bool:
    return (
        "\u0300" <= character <= "\u036f"
        or "\u0591" <= character <= "\u05c7"
        or "\u064b" <= character <= "\u065f"
        or character == "\u0670"
    )


def fold_word(word: str) -> str:
    return fold(word).text
