"""What stands around a place in a text."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from app.gazetteer.longer_names import FARTHEST
from app.gazetteer.matching import Span
from app.gazetteer.words import Words, is_spaceless

_SENTENCE_END = frozenset(".!?…:;。！？：．।؟•|")
_OPENING = " \"'«»„‚‹›([{-–—*\t"
_LONG_WORD = 4
_MOSTLY = 0.7

WRITE_NOUNS_IN_CAPITALS = frozenset({"de", "lb", "nds", "gsw"})


@dataclass(frozen=True, slots=True)
class Context:
    """``before`` and ``after`` are the words with nothing but a space or a hyphen between; empty if none is.

    ``host`` is the word of which the place is a part, behind a proclitic. ``capitals_tell``: whether a
    capital here means a name, as it does not where a sentence starts, or in a title of capitalised words.
    ``head`` and ``tail`` are what is written before and behind, some characters of it.
    """

    before: str
    after: str
    host: str
    joined_before: bool
    joined_after: bool
    starts_sentence: bool
    before_starts_sentence: bool
    capitals_tell: bool
    head: str = ""
    tail: str = ""


@dataclass(frozen=True)
class Surroundings:
    """Of one text; ``text`` is plain."""

    text: str
    words: Words
    language: str

    @cached_property
    def _has_capitals_everywhere(self) -> bool:
        has_nouns_in_capitals = self.language.partition("-")[0] in WRITE_NOUNS_IN_CAPITALS
        return has_nouns_in_capitals or _is_in_title_case(self.text, self.words.texts)

    def around(self, span: Span) -> Context:
        texts, starts, end = self.words.texts, self.words.starts, self.words.end
        first = bisect_left(starts, span.start)
        host = ""
        if first and end(first - 1) > span.start:
            first -= 1
            host = "" if is_spaceless(texts[first][0]) else texts[first]
        last = bisect_left(starts, span.end)
        gap_before = self.text[end(first - 1) : span.start] if first else None
        gap_after = self.text[span.end : starts[last]] if last < len(texts) else None
        starts_sentence = _starts_sentence(self.text, span.start)
        return Context(
            before=texts[first - 1] if _is_neighbour(gap_before) and gap_before != _ELISION else "",
            after=texts[last] if _is_neighbour(gap_after) else "",
            host=host,
            joined_before=gap_before == "-",
            joined_after=gap_after == "-",
            starts_sentence=starts_sentence,
            before_starts_sentence=first > 0 and _starts_sentence(self.text, starts[first - 1]),
            capitals_tell=not starts_sentence and not self._has_capitals_everywhere,
            head=self.text[max(0, span.start - FARTHEST) : span.start],
            tail=self.text[span.end : span.end + FARTHEST],
        )


def _is_in_title_case(text: str, words: Sequence[str]) -> bool:
    if text.rstrip().endswith("."):
        return False
    long = [word[0].isupper() for word in words if len(word) >= _LONG_WORD]
    return len(long) >= _LONG_WORD and sum(long) >= _MOSTLY * len(long)


_ELISION = "'"
"""After a short word that ends in it, as in ``L'Iraq`` and ``dell'Iraq``."""


def _is_neighbour(gap: str | None) -> bool:
    return gap in (" ", "-", " -", "・", "'")


def _starts_sentence(text: str, start: int) -> bool:
    head = text[:start].rstrip(_OPENING) if start < _FAR else text[start - _FAR : start].rstrip(_OPENING)
    return not head or head[-1] in _SENTENCE_END


_FAR = 40
