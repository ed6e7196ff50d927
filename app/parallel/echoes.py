"""Names written in Latin letters in one text, heard again in the other script of the other text."""

import re
from bisect import bisect_right
from itertools import accumulate

from app.parallel.text import Text
from app.parallel.tokens import SIGNS, UNSPACED, Token
from app.parallel.transliteration import skeleton

_LATIN = re.compile("[A-Za-zÀ-ɏ]")
_UNSPACED = re.compile(f"[{UNSPACED}]")
_WORD = re.compile(rf"(?:\w|[{SIGNS}])+")
MOSTLY = 0.6
PARTLY = 0.3

# Consonants of a name: fewer are heard everywhere, above all where no spaces bound a word.
LEAST = 3
LEAST_UNSPACED = 4
# What is heard in more of the segments tells nothing.
MOST_HEARD = 0.2
ALWAYS_ALLOWED = 3


def add_echoes(source: Text, target: Text) -> None:
    """Give both sides of each echo the same token. Does nothing unless one of the two is in Latin script."""
    latin = [_share(_LATIN, text) > MOSTLY for text in (source, target)]
    if latin == [True, False]:
        _add(source, target)
    elif latin == [False, True]:
        _add(target, source)


def _add(latin: Text, other: Text) -> None:
    is_unspaced = _share(_UNSPACED, other) > PARTLY
    names = _names(latin, LEAST_UNSPACED if is_unspaced else LEAST)
    heard = [_heard(segment.text) for segment in other.segments]
    everything = "\n".join(heard)
    starts = list(accumulate((len(each) + 1 for each in heard), initial=0))
    most = max(ALWAYS_ALLOWED, MOST_HEARD * len(heard))
    holders: dict[int, list[int]] = {}
    for segment, tokens in enumerate(latin.tokens):
        for number in set(tokens):
            holders.setdefault(number, []).append(segment)
    for consonants, numbers in names.items():
        pattern = _pattern(consonants, is_unspaced=is_unspaced)
        found = {bisect_right(starts, match.start()) - 1 for match in pattern.finditer(everything)}
        if 0 < len(found) <= most:
            token = Token("echo", consonants, consonants)
            for segment in sorted({segment for number in numbers for segment in holders[number]}):
                latin.add(segment, token)
            for segment in sorted(found):
                other.add(segment, token)


def _names(latin: Text, least: int) -> dict[str, set[int]]:
    """Token types with a capital, by their consonants."""
    names: dict[str, set[int]] = {}
    for number, (kind, _) in enumerate(latin.types):
        if kind == "word":
            for surface in latin.surfaces[number]:
                consonants = skeleton(surface) if surface[0].isupper() else ""
                if len(consonants) >= least:
                    names.setdefault(consonants, set()).add(number)
    return names


def _heard(text: str) -> str:
    """The consonants of each word, or of each run where words are not apart."""
    return " ".join(skeleton(word) for word in _WORD.findall(text) if not _LATIN.match(word))


def _pattern(consonants: str, *, is_unspaced: bool) -> re.Pattern[str]:
    """Before a name an article or conjunction may be written in one word; a short one has a short ending."""
    if is_unspaced:
        return re.compile(consonants)
    if len(consonants) > LEAST:
        return re.compile(rf"\b\w{{0,2}}{consonants}")
    return re.compile(rf"\b\w?{consonants}\w?\b")


def _share(pattern: re.Pattern[str], text: Text) -> float:
    return sum(len(pattern.findall(each.text)) for each in text.segments) / max(
        1.0, float(text.lengths.sum())
    )
