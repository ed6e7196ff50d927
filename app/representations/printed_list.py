"""A list's items without the markers that they were printed with, where markup has the like."""

from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

from app.newswire.lists import find_marker, item_text


@dataclass(frozen=True, slots=True)
class PrintedItem:
    """``offset`` is where its text begins in the whole list's."""

    text: str
    offset: int


@dataclass(frozen=True, slots=True)
class PrintedList:
    """``markers`` the reader is to see: dots, numbers from ``first`` on, or those in the items' texts."""

    markers: Literal["dots", "numbers", "printed"]
    items: tuple[PrintedItem, ...]
    first: int = 1


def printed_list(text: str) -> PrintedList:
    """From one item a line. Letters, circled and other digits are no markup's, so they stay as printed."""
    lines = text.split("\n")
    found = [find_marker(line) for line in lines]
    numbers = [marker.number for marker in found if marker and marker.number is not None]
    if numbers and all(line.startswith(f"{n}.") for n, line in enumerate(lines, numbers[0])):
        return PrintedList("numbers", _items(lines, without_marker=True), numbers[0])
    if all(found) and not numbers:
        return PrintedList("dots", _items(lines, without_marker=True))
    return PrintedList("printed" if any(found) else "dots", _items(lines, without_marker=False))


def _items(lines: list[str], *, without_marker: bool) -> tuple[PrintedItem, ...]:
    starts = accumulate((len(line) + 1 for line in lines), initial=0)
    texts = [item_text(line) if without_marker else line for line in lines]
    return tuple(
        PrintedItem(text, start + len(line) - len(text))
        for text, line, start in zip(texts, lines, starts, strict=False)
    )
