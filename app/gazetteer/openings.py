"""The openings of all names: of most words of a text they tell at once that no name begins there."""

from collections.abc import Iterable


class Openings:
    """Some 100 bytes for each."""

    def __init__(self, openings: Iterable[str]) -> None:
        self._openings = set(openings)
        self._first_words = {one[: one.index(" ")] for one in self._openings if " " in one}

    def __contains__(self, opening: str) -> bool:
        return opening in self._openings

    def goes_on(self, first_word: str) -> bool:
        """Whether it is the first word of a name of more words."""
        return first_word in self._first_words
