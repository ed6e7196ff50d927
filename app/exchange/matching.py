"""Finds what a unit of a file translates, by its id and by its text."""

import unicodedata
from collections.abc import Sequence
from itertools import takewhile

from app.errors import Refusal
from app.exchange.units import CREDIT
from app.exchange.xliff_reading import TranslatedUnit
from app.parallel.minor_edits import is_minor
from app.parallel.pairs import Pair
from app.parallel.passages import passage
from app.parallel.segments import Segment
from app.parallel.side import Side

_LONGEST_SHOWN, _SHOWN_BEFORE = 60, 20
_MOST_MENDED = 4
"""Segments of a unit that are compared with what they were before a minor edit."""


class Matcher:
    """``pairs``: with the target, where there is one. ``units``: all of the file.

    Under its id or, since ids move when a text is rearranged, where else its text stands and no unit has its
    own: in its block rather than in another, and first things first.
    """

    def __init__(self, source: Side, pairs: Sequence[Pair], units: Sequence[TranslatedUnit]) -> None:
        self._source = source
        self._segments = source.segments()
        self._texts = [_squeezed(segment.text) for segment in self._segments]
        self._places = {segment.id: place for place, segment in enumerate(self._segments)}
        self._pairs = {pair.source[0].id: pair for pair in pairs if pair.source}
        self._claimed = {segment.id for unit in units for segment in self._under_its_id(unit)}
        self._claimed_credits = {_picture(unit) for unit in units if self._has_its_credit(unit)}

    def find_segments(self, unit: TranslatedUnit) -> tuple[Segment, ...]:
        """One, or with it those that follow it, or that are paired together.

        Raises Refusal, code ``unknown-unit`` or ``source-moved-on``.
        """
        if found := self._under_its_id(unit):
            return found
        if found := self._elsewhere(unit):
            self._claimed |= {segment.id for segment in found}
            return found
        place = self._places.get(unit.id)
        if place is None:
            raise _unknown(unit)
        raise _moved_on(unit, self._longest(place, _squeezed(unit.source)))

    def find_mended(self, unit: TranslatedUnit) -> tuple[Segment, ...]:
        """What stands under its id and differs by a minor edit from what it translates, of no other unit."""
        place = self._places.get(unit.id)
        if place is None:
            return ()
        runs = (tuple(self._segments[place:end]) for end in range(place + 1, place + 1 + _MOST_MENDED))
        mended = (run for run in runs if is_minor(unit.source, passage(self._source.texts, run)))
        found = next((run for run in mended if self._claimed.isdisjoint(each.id for each in run)), ())
        self._claimed |= {segment.id for segment in found}
        return found

    def find_credit(self, unit: TranslatedUnit) -> str | None:
        """The picture whose credit it is; None for a unit that is no credit. Raises as ``find_segments``."""
        picture = _picture(unit)
        if picture is None or self._has_its_credit(unit):
            return picture
        for other, credit in self._source.credits.items():
            if credit and _squeezed(credit) == _squeezed(unit.source) and other not in self._claimed_credits:
                self._claimed_credits.add(other)
                return other
        if credit := self._source.credits.get(picture):
            raise _moved_on(unit, credit)
        raise _unknown(unit)

    def _under_its_id(self, unit: TranslatedUnit) -> tuple[Segment, ...]:
        wanted = _squeezed(unit.source)
        pair = self._pairs.get(unit.id)
        if found := self._run(self._places.get(unit.id, len(self._segments)), wanted):
            return found
        if pair and _squeezed(passage(self._source.texts, pair.source)) == wanted:
            return pair.source
        return ()

    def _elsewhere(self, unit: TranslatedUnit) -> tuple[Segment, ...]:
        wanted = _squeezed(unit.source)
        block = unit.id.rpartition(".")[0]
        places = sorted(self._places.values(), key=lambda place: self._segments[place].block != block)
        runs = (self._run(place, wanted) for place in places)
        return next((run for run in runs if run and self._claimed.isdisjoint(each.id for each in run)), ())

    def _run(self, place: int, wanted: str) -> tuple[Segment, ...]:
        """The segments from there on that say this together."""
        for end in range(place, len(self._segments)):
            if not wanted.startswith(self._texts[place]):
                break
            text = self._said(place, end)
            if text == wanted:
                return tuple(self._segments[place : end + 1])
            if not wanted.startswith(text):
                break
        return ()

    def _longest(self, place: int, wanted: str) -> str:
        """What stands there now, up to where it differs."""
        ends = range(place, len(self._segments))
        texts = (self._said(place, end) for end in ends)
        return next((text for text in texts if not wanted.startswith(text)), self._said(place, ends[-1]))

    def _said(self, place: int, end: int) -> str:
        return _squeezed(passage(self._source.texts, self._segments[place : end + 1]))

    def _has_its_credit(self, unit: TranslatedUnit) -> bool:
        credit = self._source.credits.get(_picture(unit) or "")
        return bool(credit) and _squeezed(credit or "") == _squeezed(unit.source)


def _picture(unit: TranslatedUnit) -> str | None:
    picture, _, last = unit.id.rpartition(".")
    return picture if last == CREDIT else None


def _squeezed(text: str) -> str:
    """White space is what tools change."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _unknown(unit: TranslatedUnit) -> Refusal:
    return Refusal(
        "unknown-unit",
        f"{unit.id}: the original has neither that id nor that text now",
        line=unit.line,
        column=1,
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
