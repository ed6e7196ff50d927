"""The piece of a text that shows best why it was found."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

LONGEST = 240
"""Code points of a snippet, without the dots that say something is left out."""

_ELLIPSIS = "…"
_REACH = 20
"""Code points within which a cut is moved to a space."""


class Mark(NamedTuple):
    """``what`` was found there, by its number in the query. Offsets in code points."""

    start: int
    end: int
    what: int


@dataclass(frozen=True, slots=True)
class Snippet:
    """``marks`` do not overlap, and are in order."""

    text: str
    marks: Sequence[tuple[int, int]]


def make_snippet(text: str, marks: Sequence[Mark]) -> Snippet:
    """Where the most different things are found, the first of such places."""
    start, end = _window(text, sorted(marks))
    before, after = _ELLIPSIS if start > 0 else "", _ELLIPSIS if end < len(text) else ""
    shift = len(before) - start
    shown = [
        (mark.start + shift, mark.end + shift) for mark in marks if start <= mark.start and mark.end <= end
    ]
    return Snippet(f"{before}{text[start:end]}{after}", joined(shown))


def _window(text: str, marks: Sequence[Mark]) -> tuple[int, int]:
    if len(text) <= LONGEST:
        return 0, len(text)
    first, last = _densest(marks)
    room = max(LONGEST - (last - first), 0)
    start = max(min(first - room // 2, len(text) - LONGEST), 0)
    end = min(start + max(LONGEST, last - start), len(text))
    return _moved(text, start, first, 1), _moved(text, end, last, -1)


def _densest(marks: Sequence[Mark]) -> tuple[int, int]:
    """The beginning and the end of the most different marks that fit into one snippet."""
    best, most = (0, 0), 0
    for number, mark in enumerate(marks):
        near = [each for each in marks[number : number + LONGEST] if each.end - mark.start <= LONGEST]
        found = len({each.what for each in near})
        if found > most:
            most = found
            best = mark.start, max(each.end for each in near)
    if not most and marks:
        return marks[0].start, marks[0].end
    return best


def _moved(text: str, cut: int, limit: int, step: int) -> int:
    """To the nearest space inwards, as far as ``limit``."""
    if cut in (0, len(text)):
        return cut
    for place in range(cut, cut + step * _REACH, step):
        if place == limit:
            return cut
        if text[place if step > 0 else place - 1].isspace():
            return place + 1 if step > 0 else place - 1
    return cut


def joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those that overlap made one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found
