"""The openings of all names: of most words of a text they tell at once that no name begins there."""

from collections.abc import Iterable, Iterator

from app.gazetteer.keys import openings_in
from app.gazetteer.words import is_spaceless


class Openings:
    """Some 100 bytes for each."""

    def __init__(self, openings: Iterable[str]) -> None:
        self._openings = set(openings)
        self._first_words = {one[: one.index(" ")] for one in self._openings if " " in one}
        self._first_characters = {one[:2] for one in self._openings if one and is_spaceless(one[0])}

    def __contains__(self, opening: str) -> bool:
        return opening in self._openings

    def goes_on(self, first_word: str) -> bool:
        """Whether it is the first word of a name of more words."""
        return first_word in self._first_words

    def in_run(self, run: str) -> Iterator[tuple[int, str]]:
        """Those that are found in a run without spaces, each with its place; the longest first."""
        for position, first in enumerate(run):
            if run[position : position + 2] in self._first_characters or first in self._first_characters:
                for one in openings_in(run, position):
                    if one in self._openings:
                        yield position, one
