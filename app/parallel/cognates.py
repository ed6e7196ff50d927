"""Tokens of two languages that look or sound alike: where alignment starts from without a dictionary."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import product

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler, Levenshtein

from app.parallel.concepts import concept_likeness
from app.parallel.particles import without_particles
from app.parallel.text import Text
from app.parallel.tokens import TokenKind
from app.parallel.transliteration import romanised, skeleton

Likeness = dict[tuple[int, int], float]
"""Of a source and a target token type: how probable it is, at first sight, that they translate each other."""

SAME: dict[TokenKind, float] = {
    "number": 0.95, "name": 0.9, "echo": 0.9, "word": 0.8, "gram": 0.8, "mark": 0.6,
}  # fmt: skip
SAME_SHORT_WORD = 0.5
LEAST_LETTERS = 4
LEAST_SPELLING, BEST_SPELLING = 0.8, 0.8
LEAST_SOUND, BEST_SOUND = 0.75, 0.6
MARGIN = 0.1
LEAST_CONSONANTS, ENOUGH_CONSONANTS = 3, 5


def likeness(source: Text, target: Text) -> Likeness:
    found: Likeness = {}
    for number, key in enumerate(target.types):
        other = source.find(key)
        if other is not None:
            is_short = key[0] == "word" and len(key[1]) < LEAST_LETTERS
            found[other, number] = SAME_SHORT_WORD if is_short else SAME[key[0]]
    for pair, value in (
        *_spelt_alike(source, target),
        *_sounding_alike(source, target),
        *concept_likeness(source, target),
    ):
        found[pair] = max(found.get(pair, 0.0), value)
    return found


def _spelt_alike(source: Text, target: Text) -> Iterator[tuple[tuple[int, int], float]]:
    scorer = JaroWinkler.normalized_similarity
    for _, value, pairs in _compared(_spellings(source), _spellings(target), scorer, LEAST_SPELLING):
        for pair in pairs:
            yield pair, BEST_SPELLING * value


def _sounding_alike(source: Text, target: Text) -> Iterator[tuple[tuple[int, int], float]]:
    scorer = Levenshtein.normalized_similarity
    for consonants, value, pairs in _compared(_skeletons(source), _skeletons(target), scorer, LEAST_SOUND):
        for pair in pairs:
            yield pair, BEST_SOUND * value * min(1.0, len(consonants) / ENOUGH_CONSONANTS)


Index = dict[str, set[int]]


def _spellings(text: Text) -> Index:
    index: Index = defaultdict(set)
    for number, surface in _words(text):
        index[romanised(surface)].add(number)
    return index


def _skeletons(text: Text) -> Index:
    index: Index = defaultdict(set)
    for number, surface in _words(text):
        consonants = skeleton(romanised(surface))
        if len(consonants) >= LEAST_CONSONANTS:
            index[consonants].add(number)
    return index


def _words(text: Text) -> Iterator[tuple[int, str]]:
    for number, (kind, _) in enumerate(text.types):
        if kind == "word":
            for surface in text.surfaces[number]:
                for form in (surface, *without_particles(surface)):
                    if len(romanised(form)) >= LEAST_LETTERS:
                        yield number, form


def _buckets(mine: Index, theirs: Index) -> Iterator[tuple[Index, Index]]:
    """Only words that begin with the same sound are compared."""
    by_sound: dict[str, tuple[Index, Index]] = defaultdict(lambda: ({}, {}))
    for side, index in enumerate((mine, theirs)):
        for form, numbers in index.items():
            by_sound[skeleton(form)[:1]][side][form] = numbers
    for one, other in by_sound.values():
        if one and other:
            yield one, other


def _compared(
    mine: Index, theirs: Index, scorer: Callable[..., float], least: float
) -> Iterator[tuple[str, float, list[tuple[int, int]]]]:
    """For each two forms alike enough: the first, how alike from 0 to 1, and the types they stand for."""
    for one, other in _buckets(mine, theirs):
        ones, others = list(one), list(other)
        table = process.cdist(ones, others, scorer=scorer, score_cutoff=least, dtype=np.float32)
        for row, column in zip(*np.nonzero(table), strict=True):
            value = (float(table[row, column]) - least + MARGIN) / (1 - least + MARGIN)
            yield ones[row], value, list(product(one[ones[row]], other[others[column]]))
