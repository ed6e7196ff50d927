"""The openings of names: of most words of a text they tell at once that no name begins there."""

from collections.abc import Collection, Iterable, Iterator
from functools import cached_property

from app.gazetteer.inflection import KEPT, kept
from app.gazetteer.keys import MOST_CHARACTERS
from app.gazetteer.words import is_spaceless

_LOOKED_AT = 3


class Openings:
    """Some 150 bytes for each; ``others`` count as well, and are not copied, but for how they begin."""

    def __init__(self, openings: Iterable[str], others: "Openings | None" = None) -> None:
        self._openings = set(openings)
        self._others = others
        self._first_words = {one.partition(" ")[0] for one in self._openings}
        self._going_on = {one.partition(" ")[0] for one in self._openings if " " in one}
        self._kept = {kept(one)[: KEPT[-1]] for one in self._first_words if not one[:1].isupper()}
        if others:
            self._kept |= others._kept

    def __contains__(self, opening: str) -> bool:
        return opening in self._openings or (self._others is not None and opening in self._others)

    def have_first_word(self, words: Iterable[str]) -> bool:
        """Whether one of the words is the first of a name; for most words of a text none is."""
        own = not self._first_words.isdisjoint(words)
        return own or (self._others is not None and self._others.have_first_word(words))

    def goes_on(self, first_word: str) -> bool:
        """Whether it is the first word of a name of more words."""
        return first_word in self._going_on or (self._others is not None and self._others.goes_on(first_word))

    def may_have_form(self, word: str) -> bool:
        """Whether a folded word could be a form of a first word without a capital; often it is none."""
        return word[: KEPT[0]] in self._kept or word[: KEPT[1]] in self._kept

    @cached_property
    def spaceless(self) -> Collection[str]:
        """Those of names in scripts without spaces."""
        own = {one for one in self._openings if one and is_spaceless(one[0])}
        return own.union(self._others.spaceless) if self._others else own


class SpacelessOpenings:
    """Finds the names that may begin anywhere in a run without spaces."""

    def __init__(self, openings: Collection[str]) -> None:
        self._openings = openings
        self._short = {one for one in openings if len(one) < _LOOKED_AT}
        self._long = {one[:_LOOKED_AT] for one in openings if len(one) >= _LOOKED_AT}

    def in_run(self, run: str) -> Iterator[tuple[int, str]]:
        """Their openings, each with its place; the longest first."""
        short, long = self._short, self._long
        for place, first in enumerate(run):
            if run[place : place + _LOOKED_AT] in long or first in short or run[place : place + 2] in short:
                for length in range(MOST_CHARACTERS, 0, -1):
                    if (one := run[place : place + length]) in self._openings and place + length <= len(run):
                        yield place, one
