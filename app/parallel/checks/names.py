"""Names that the translation lost, or spells otherwise."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, product

from rapidfuzz.distance import DamerauLevenshtein

from app.parallel.checks.finding import Finding, Span
from app.parallel.checks.words import Word, find_words
from app.parallel.folding import fold_word

MOST_EDITS = 2
MOST_NAMES = 20
SHORTEST_NAME = 5
SHORTEST_NAME_OF_TWO_EDITS = 8

Links = Mapping[str, Sequence[tuple[int, int]]]
"""By the id of a person or place the spans where a text names it."""


def missing_name_findings(source: str, source_names: Links, target_names: Links) -> Iterator[Finding]:
    for entity, spans in source_names.items():
        if entity not in target_names and spans:
            start, end = spans[0]
            yield Finding(
                "name-missing", (Span(start, end),), (), {"entity": entity, "source": source[start:end]}
            )


def name_spelling_findings(source: str, target: str) -> Iterator[Finding]:
    """Harjit Sajjan here, Harjit Saijan there: the same first name, and almost the same last.

    First names stay out: "President" and "Präsident" stand where they do.
    """
    there, here = _by_first_name(source), _by_first_name(target)
    if not there.keys() & here.keys():
        return
    words_there = {fold_word(word.text) for word in find_words(source)}
    words_here = {fold_word(word.text) for word in find_words(target)}
    for first in sorted(there.keys() & here.keys()):
        lasts = [last for folded, last in there[first].items() if folded not in words_here]
        others = [last for folded, last in here[first].items() if folded not in words_there]
        for last, other in product(lasts[:MOST_NAMES], others[:MOST_NAMES]):
            if is_misspelling(fold_word(last.text), fold_word(other.text)):
                yield Finding(
                    "name-spelling",
                    (Span(last.start, last.end),),
                    (Span(other.start, other.end),),
                    {"source": last.text, "target": other.text},
                )


def _by_first_name(text: str) -> dict[str, dict[str, Word]]:
    """The last names, folded, and where each stands first."""
    names: dict[str, dict[str, Word]] = {}
    for first, last in _full_names(text):
        names.setdefault(fold_word(first.text), {}).setdefault(fold_word(last.text), last)
    return names


def is_misspelling(name: str, other: str) -> bool:
    """Not where the difference is an ending, which grammar may have put there, or ue for ü."""
    name, other = (re.sub(r"(?<=[aou])e", "", one) for one in (name, other))
    if min(len(name), len(other)) < SHORTEST_NAME or name[0] != other[0]:
        return False
    edits = DamerauLevenshtein.distance(name, other, score_cutoff=MOST_EDITS)
    if edits > MOST_EDITS or (edits > 1 and min(len(name), len(other)) < SHORTEST_NAME_OF_TWO_EDITS):
        return False
    shared = next(
        (index for index, (one, two) in enumerate(zip(name, other, strict=False)) if one != two),
        min(len(name), len(other)),
    )
    return shared < min(len(name), len(other)) - 1 and name[-1] == other[-1]


def _full_names(text: str) -> list[tuple[Word, Word]]:
    """Words with capitals next to each other, but for a space."""
    return [
        (one, two)
        for one, two in pairwise(find_words(text))
        if one.has_capital and two.has_capital and text[one.end : two.start] == " "
    ]
