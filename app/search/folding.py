"""What is the same letter to readers of a language, and what is not."""

import re
import unicodedata
from functools import lru_cache

from app.gazetteer.chinese import CHINESE, with_one_variant
from app.gazetteer.keys import fold

__all__ = ["fold", "fold_in", "lower", "with_own_letters"]

_DOTLESS_I = frozenset({"az", "crh", "gag", "tr"})
_JOINERS = ("\u200c", "\u200d")
_OWN_LETTERS = {
    "da": "æøå", "es": "ñ", "et": "õäöü", "fi": "åäö", "fo": "æøð", "is": "æöðþ", "nb": "æøå", "nn": "æøå",
    "sv": "åäö",
}  # fmt: skip
"""Letters that other readers take for an accented one, or two."""
_EACH_ITS_OWN = "vi"
"""Where each mark makes another word."""


def lower(word: str, language: str) -> str:
    """Of Chinese also in one variant of each character."""
    even = unicodedata.normalize("NFKC", word)
    for joiner in _JOINERS:
        even = even.replace(joiner, "")
    if language in _DOTLESS_I:
        even = even.replace("İ", "i").replace("I", "ı")
    small = even.lower()
    return with_one_variant(small) if language in CHINESE else small


def fold_in(word: str, language: str) -> str:
    """As the keys of words are (``app.search.document``)."""
    return fold(lower(word, language))


def with_own_letters(word: str, language: str) -> str:
    """Folded but for the letters that the language has as letters of their own."""
    if word.isascii():
        return word
    if language == _EACH_ITS_OWN:
        return word
    own = _own(language)
    return (
        "".join(part if own.fullmatch(part) else fold(part) for part in own.split(word))
        if own
        else fold(word)
    )


@lru_cache
def _own(language: str) -> re.Pattern[str] | None:
    letters = _OWN_LETTERS.get(language)
    return re.compile(f"([{letters}])") if letters else None
