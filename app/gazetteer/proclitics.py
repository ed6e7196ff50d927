"""Short words that Arabic and Hebrew write as one with the word that follows."""

import re
from collections.abc import Iterator

_ARABIC = re.compile("[وف]?[بلك]?")
_HEBREW = re.compile("ו?ש?כ?[בלמכ]?ה?")
_SHORTEST_REST = 1
_DOUBLED_BEHIND_ANOTHER = "ו"
_HIDES_ARTICLE = frozenset("בלכ")


def without_proclitics(folded: str) -> Iterator[tuple[int, str]]:
    """How many characters may be proclitics, and what the word then is; the fewest first."""
    if "\u0620" <= folded[:1] <= "\u064a":
        yield from _cut(folded, _ARABIC)
        yield from _with_article_restored(folded)
    elif "\u05d0" <= folded[:1] <= "\u05ea":
        for length, rest in _cut(folded, _HEBREW):
            yield length, rest
            if folded[length - 1] in _HIDES_ARTICLE:
                yield length, "ה" + rest
            if rest.startswith(_DOUBLED_BEHIND_ANOTHER * 2):
                yield length, rest[1:]


def _cut(folded: str, proclitics: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    longest = proclitics.match(folded, 0, len(folded) - _SHORTEST_REST)
    for length in range(1, longest.end() + 1 if longest else 1):
        yield length, folded[length:]


def _with_article_restored(folded: str) -> Iterator[tuple[int, str]]:
    """``للعراق`` is ``ل`` and ``العراق``, of which the first letter is not written."""
    match = re.match("[وف]?ل(?=ل)", folded)
    if match and len(folded) - match.end() > _SHORTEST_REST:
        yield match.end(), "ا" + folded[match.end() :]
