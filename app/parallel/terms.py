"""What CLDR can name in both languages: countries, languages, months, days of the week."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from app.language.locale import find_locale
from app.newswire.punctuation import primary
from app.parallel.prefixes import without_prefixes
from app.parallel.tokens import SIGNS, is_hangul

_WRITTEN_WITHOUT_SPACES = frozenset({"zh", "ja", "th", "lo", "km", "my", "yue"})
_WORD = re.compile(rf"(?:[^\W\d_]|[{SIGNS}])+")
LEAST_STEM = 5
# With any particles written on to it.
LEAST_STEM_OF_HANGUL = 2
LEAST_NAME = 3
LONGEST_ENDING = 2
LEAST_UNSPACED, LONGEST_UNSPACED = 2, 12


class Terms:
    """Finds them in a language's text; a longer one also with another ending of up to two letters."""

    def __init__(self, language: str) -> None:
        self._is_unspaced = primary(language) in _WRITTEN_WITHOUT_SPACES
        self._exact: dict[str, set[str]] = defaultdict(set)
        self._beginnings: dict[str, set[str]] = defaultdict(set)
        self._stems: dict[str, set[str]] = defaultdict(set)
        for concept, name in _named(language):
            self._add(concept, name.casefold())

    def _add(self, concept: str, name: str) -> None:
        if self._is_unspaced:
            if LEAST_UNSPACED <= len(name) <= LONGEST_UNSPACED:
                self._exact[name].add(concept)
                self._beginnings[name[:LEAST_UNSPACED]].add(name)
        elif " " in name:
            return
        elif is_hangul(name):
            if len(name) >= LEAST_STEM_OF_HANGUL:
                self._stems[name].add(concept)
        elif len(name) > LEAST_STEM:
            self._stems[name[: max(LEAST_STEM, len(name) - LONGEST_ENDING)]].add(concept)
        elif len(name) >= LEAST_NAME:
            self._exact[name].add(concept)

    def find(self, text: str) -> set[str]:
        text = text.casefold()
        found: set[str] = set()
        for candidate in self._stretches(text) if self._is_unspaced else self._words(text):
            found |= self._exact.get(candidate, set())
            if not self._is_unspaced:
                for end in range(LEAST_STEM_OF_HANGUL, len(candidate) + 1):
                    found |= self._stems.get(candidate[:end], set())
        return found

    def _stretches(self, text: str) -> Iterator[str]:
        for start in range(len(text)):
            for name in self._beginnings.get(text[start : start + LEAST_UNSPACED], ()):
                if text.startswith(name, start):
                    yield name

    @staticmethod
    def _words(text: str) -> Iterator[str]:
        for match in _WORD.finditer(text):
            yield match[0]
            yield from without_prefixes(match[0])


@lru_cache(maxsize=64)
def terms_of(language: str) -> Terms:
    """Without any where CLDR does not know the language."""
    return Terms(language)


def _named(language: str) -> Iterator[tuple[str, str]]:
    locale = find_locale(language)
    if locale is None:
        return
    for code, name in locale.territories.items():
        yield f"territory {code}", name
    for code, name in locale.languages.items():
        if "_" not in code:
            yield f"language {code}", name
    for form in ("format", "stand-alone"):
        for number, name in locale.months[form]["wide"].items():
            yield f"month {number}", name
        for number, name in locale.days[form]["wide"].items():
            yield f"day {number}", name
