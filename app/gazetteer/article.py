"""What a whole article tells about the names in it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

from app.gazetteer.keys import fold


@dataclass(frozen=True)
class Article:
    """``countries`` are those that it names, ``countries_of_capitals`` those whose capitals it names.

    ``words`` are all of it; ``surnames`` are folded, of people that nobody knows; ``namesakes`` the ids of
    towns whose names are such a surname in the article's other languages.
    """

    language: str
    countries: Collection[str]
    words: Iterable[str]
    countries_of_capitals: Collection[str] = ()
    surnames: Collection[str] = ()
    namesakes: Collection[str] = ()

    @cached_property
    def lower_case_words(self) -> Collection[str]:
        return {word if word.isascii() else fold(word) for word in set(self.words) if word.islower()}
