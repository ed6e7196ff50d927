"""What stands around a place in a text."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from app.gazetteer.matching import Span
from app.gazetteer.words import Word

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
    """

    before: str
    after: str
    host: str
    joined_before: bool
    joined_after: bool
    starts_sentence: bool
    before_starts_sentence: bool
    capitals_tell: bool


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Of one text; ``text`` is plain."""

    text: str
    words: Sequence[Word]
    starts: Sequence[int]
    has_capitals_everywhere: bool

    def around(self, span: Span) -> Context:
        first = bisect_left(self.starts, span.start)
        host = ""
        if first and self.words[first - 1].end > span.start:
            first -= 1
            host = "" if self.words[first].is_run else self.words[first].text
        last = bisect_left(self.starts, span.end)
        before = self.words[first - 1] if first > 0 else None
        after = self.words[last] if last < len(self.words) else None
        gap_before = self.text[before.end : span.start] if before else None
        gap_after = self.text[span.end : after.start] if after and after.start >= span.end else None
        starts_sentence = _starts_sentence(self.text, span.start)
        return Context(
            before=before.text if before and _is_neighbour(gap_before) else "",
            after=after.text if after and _is_neighbour(gap_after) else "",
            host=host,
            joined_before=gap_before == "-",
            joined_after=gap_after == "-",
            starts_sentence=starts_sentence,
            before_starts_sentence=before is not None and _starts_sentence(self.text, before.start),
            capitals_tell=not starts_sentence and not self.has_capitals_everywhere,
        )


def surroundings(text: str, words: Sequence[Word], language: str) -> Surroundings:
    return Surroundings(
        text=text,
        words=words,
        starts=[word.start for word in words],
        has_capitals_everywhere=language.partition("-")[0] in WRITE_NOUNS_IN_CAPITALS
        or _is_in_title_case(text, words),
    )


def _is_in_title_case(text: str, words: Sequence[Word]) -> bool:
    if text.rstrip().endswith("."):
        return False
    long = [word.text[0].isupper() for word in words if len(word.text) >= _LONG_WORD]
    return len(long) >= _LONG_WORD and sum(long) >= _MOSTLY * len(long)


def _is_neighbour(gap: str | None) -> bool:
    return gap in (" ", "-", " -", "・", "'")


def _starts_sentence(text: str, start: int) -> bool:
    head = text[:start].rstrip(_OPENING) if start < _FAR else text[start - _FAR : start].rstrip(_OPENING)
    return not head or head[-1] in _SENTENCE_END


_FAR = 40
