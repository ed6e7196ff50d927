"""Words of two languages that name the same things: what CLDR calls its characters, units and numbers.

Keywords are no translations, but two words that stand for the same concepts, and for few others, mostly are.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cache, lru_cache
from importlib.resources import files
from math import sqrt
from zipfile import ZipFile

import numpy as np

from app.language.likely import full_tag
from app.parallel.particles import without_particles
from app.parallel.prefixes import without_prefixes
from app.parallel.text import Text
from app.parallel.tokens import is_hangul, words_of

Vector = Mapping[int, float]
"""How far a word stands for each concept, by its number."""
Entry = tuple[float, Vector]
"""How sure it is that a word is the one that the vector is of."""

OF_NAME, OF_KEYWORD = 2.0, 1.0
# A word of several, compared to one that stands alone.
OF_PHRASE = 0.5
# Words for more of them say nothing of any.
MOST_CONCEPTS = 200
# A word with another ending, letter by letter that differs; on either side so many may.
OF_OTHER_LETTER = 0.9
LONGEST_ENDING, LONGEST_OTHER_ENDING = 2, 3
LEAST_STEM, LEAST_STEM_OF_HANGUL = 4, 2
# A word after what may be a prefix.
OF_BARE_WORD = 0.8
LEAST, BEST = 0.1, 0.9
# Sums of floats: one concept of ten on either side is a tenth.
ROUNDING = 1e-9
OTHER_TAGS = {"nb": "no", "nn": "no"}
KINDS = frozenset({"word", "gram", "number"})
_ARCHIVE = "concepts.zip"
_MOST_LANGUAGES = 32
"""That are kept, 4 MB each: a quarter of a second to read one takes longer than to align a version."""


class Concepts:
    """``lines``: of each concept its names."""

    def __init__(self, lines: list[str]) -> None:
        found: dict[str, dict[int, float]] = defaultdict(dict)
        for concept, line in enumerate(lines):
            for place, name in enumerate(line.split("|")):
                weight = (OF_KEYWORD if place else OF_NAME) * (OF_PHRASE if " " in name else 1.0)
                for word in dict.fromkeys(_words(name)):
                    found[word][concept] = max(weight, found[word].get(concept, 0.0))
        whole = {word: vector for word, vector in found.items() if len(vector) <= MOST_CONCEPTS}
        self.named = frozenset(concept for concept, line in enumerate(lines) if line)
        self.words = frozenset(whole)
        self._stems: dict[str, Entry] = {}
        for cut in range(LONGEST_ENDING + 1):
            for word, vector in whole.items():
                if not cut or len(word) - cut >= LEAST_STEM:
                    self._stems.setdefault(word[: len(word) - cut], (OF_OTHER_LETTER**cut, vector))

    def entries(self, text: Text) -> dict[int, Entry]:
        """Of the types that stand for any concept."""
        found: dict[int, Entry] = {}
        for number, (kind, form) in enumerate(text.types):
            if kind in KINDS and (entry := self._best(text.surfaces[number] if kind == "word" else {form})):
                found[number] = entry
        return found

    def _best(self, surfaces: set[str]) -> Entry | None:
        words = [surface.casefold() for surface in sorted(surfaces)]
        found = [entry for word in words if (entry := self._nearest(word))] or [
            (OF_BARE_WORD * entry[0], entry[1])
            for word in words
            for bare in without_prefixes(word)
            if (entry := self._nearest(bare))
        ]
        return max(found, key=lambda entry: (entry[0], len(entry[1])), default=None)

    def _nearest(self, word: str) -> Entry | None:
        for stem in _stems_of(word):
            if entry := self._stems.get(stem):
                return OF_OTHER_LETTER ** (len(word) - len(stem)) * entry[0], entry[1]
        return None


def _stems_of(word: str) -> Iterator[str]:
    """Without other endings. To a Korean noun of one syllable only particles are written on."""
    nouns = set(without_particles(word, 1))
    least = LEAST_STEM_OF_HANGUL if is_hangul(word) else LEAST_STEM
    for end in range(len(word), max(0, len(word) - LONGEST_OTHER_ENDING - 1), -1):
        if end == len(word) or end >= least or word[:end] in nouns:
            yield word[:end]


def concept_likeness(source: Text, target: Text) -> Iterator[tuple[tuple[int, int], float]]:
    """None where CLDR does not know one of the languages."""
    mine, theirs = concepts_of(source.language), concepts_of(target.language)
    if mine is None or theirs is None:
        return
    one, other = mine.entries(source), theirs.entries(target)
    named = mine.named & theirs.named
    rows, columns = list(one), list(other)
    here, there = _by_concept(one.values(), named), _by_concept(other.values(), named)
    table = np.zeros((len(rows), len(columns)))
    for concept in sorted(here.keys() & there.keys()):
        (places, values), (others, of_others) = here[concept], there[concept]
        table[np.ix_(places, others)] += np.outer(values, of_others)
    for row, column in zip(*np.nonzero(table >= LEAST - ROUNDING), strict=True):
        yield (rows[row], columns[column]), BEST * min(1.0, float(table[row, column]))


def _by_concept(
    entries: Iterable[Entry], named: Set[int]
) -> Mapping[int, tuple[Sequence[int], Sequence[float]]]:
    """Which entries stand for each, by their places, and how far: vectors of length 1 over those named."""
    found: dict[int, tuple[list[int], list[float]]] = defaultdict(lambda: ([], []))
    for place, (sureness, vector) in enumerate(entries):
        known = {concept: value for concept, value in vector.items() if concept in named}
        length = sqrt(sum(value**2 for value in known.values()))
        for concept, value in known.items():
            found[concept][0].append(place)
            found[concept][1].append(sureness * value / length)
    return found


def concepts_of(language: str) -> Concepts | None:
    tag = full_tag(language)
    if tag is None:
        return None
    name = OTHER_TAGS.get(tag.language, tag.language)
    file = next((each for each in (f"{name}-{tag.script}.txt", f"{name}.txt") if each in _files()), None)
    return _read(file) if file else None


@cache
def _files() -> frozenset[str]:
    with files("app.parallel").joinpath(_ARCHIVE).open("rb") as file, ZipFile(file) as archive:
        return frozenset(archive.namelist())


@lru_cache(maxsize=_MOST_LANGUAGES)
def _read(name: str) -> Concepts:
    with files("app.parallel").joinpath(_ARCHIVE).open("rb") as file, ZipFile(file) as archive:
        return Concepts(archive.read(name).decode().split("\n"))


def _words(name: str) -> Iterator[str]:
    if name.isdecimal():
        yield name
    for token in words_of(name):
        if token.kind == "word":
            yield token.surface.casefold()
        elif token.kind in KINDS:
            yield token.form
