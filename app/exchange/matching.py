"""Finds what a unit of a file translates, by its id and by its text."""

import unicodedata
from collections.abc import Sequence
from itertools import takewhile

from app.errors import Refusal
from app.exchange.units import CREDIT
from app.exchange.xliff_reading import TranslatedUnit
from app.parallel.pairs import Pair
from app.parallel.passages import passage
from app.parallel.segments import Segment
from app.parallel.side import Side

_LONGEST_SHOWN, _SHOWN_BEFORE = 60, 20


class Matcher:
    """``pairs``: with the target, where there is one."""

    def __init__(self, source: Side, pairs: Sequence[Pair]) -> None:
        self._source = source
        self._segments = source.segments()
        self._places = {segment.id: place for place, segment in enumerate(self._segments)}
        self._pairs = {pair.source[0].id: pair for pair in pairs if pair.source}

    def find_segments(self, unit: TranslatedUnit) -> tuple[Segment, ...]:
        """One, or with it those that follow it, or that are paired together.

        Raises Refusal, code ``unknown-unit`` or ``source-moved-on``.
        """
        place = self._places.get(unit.id)
        if place is None:
            raise _unknown(unit)
        wanted = _squeezed(unit.source)
        found: list[Segment] = []
        for segment in self._segments[place:]:
            found.append(segment)
            text = _squeezed(passage(self._source.texts, found))
            if text == wanted:
                return tuple(found)
            if not wanted.startswith(text):
                break
        pair = self._pairs.get(unit.id)
        if pair and _squeezed(passage(self._source.texts, pair.source)) == wanted:
            return pair.source
        raise _moved_on(unit, text)

    def find_credit(self, unit: TranslatedUnit) -> str | None:
        """The picture whose credit it is; None for a unit that is no credit. Raises as ``find_segments``."""
        picture, _, last = unit.id.rpartition(".")
        if last != CREDIT:
            return None
        credit = self._source.credits.get(picture)
        if credit is None:
            raise _unknown(unit)
        if _squeezed(credit) != _squeezed(unit.source):
            raise _moved_on(unit, credit)
        return picture


def _squeezed(text: str) -> str:
    """White space is what tools change."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _unknown(unit: TranslatedUnit) -> Refusal:
    return Refusal(
        "unknown-unit", f"{unit.id}: the original has nothing of that id now", line=unit.line, column=1
    )


def _moved_on(unit: TranslatedUnit, now: str) -> Refusal:
    texts = _squeezed(unit.source), _squeezed(now)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(*texts, strict=False)))
    then, now = (_shown(text, same) for text in texts)
    message = f"{unit.id}: the file translates {then}, the original says {now}"
    return Refusal("source-moved-on", message, line=unit.line, column=1)


def _shown(text: str, difference: int) -> str:
    """Of a long text the part around where it differs."""
    start = max(0, difference - _SHOWN_BEFORE) if difference > _LONGEST_SHOWN - _SHOWN_BEFORE else 0
    end = start + _LONGEST_SHOWN
    return repr(("…" if start else "") + text[start:end] + ("…" if end < len(text) else ""))
