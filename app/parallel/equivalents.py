"""Wordings of which an editor has said that they say the same."""

from collections.abc import Iterable

from app.parallel.minor_edits import MOST_SLIPS, is_minor, words_of

Edit = tuple[str | None, str | None]
"""From what to what; None for a text that was added or removed."""


class Equivalents:
    """What is said of two wordings holds for good, in either direction, and for what others are said to equal
    one of them. So it does for those that differ from them by a minor edit.
    """

    def __init__(self, edits: Iterable[Edit] = ()) -> None:
        self._words: dict[str, frozenset[str]] = {}
        self._first: dict[str, str] = {}
        self._spare: set[str] = set()
        for old, new in edits:
            self._say(old, new)

    def of(self, text: str) -> str:
        """One wording for all that are equal."""
        if text in self._first or not self._first:
            return self._first.get(text, text)
        words = _words(text)
        near = (each for each, others in self._words.items() if len(words ^ others) <= 2 * MOST_SLIPS)
        known = next((each for each in near if is_minor(each, text)), None)
        return self._first[known] if known else text

    def is_spare(self, text: str) -> bool:
        """Whether a text says the same with it and without it."""
        return self.of(text) in self._spare

    def _say(self, old: str | None, new: str | None) -> None:
        mine, its = (text and self.of(text) for text in (old, new))
        for text, first in ((old, mine), (new, its)):
            if text and first:
                self._first.setdefault(text, first)
                self._words.setdefault(text, _words(text))
        if mine and its:
            self._first = {text: mine if first == its else first for text, first in self._first.items()}
            self._spare = {mine if text == its else text for text in self._spare}
        elif text := mine or its:
            self._spare.add(text)


def _words(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in words_of(text))
