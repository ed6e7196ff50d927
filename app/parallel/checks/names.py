"""Names that the translation lost, or spells otherwise."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, product
from types import MappingProxyType

from rapidfuzz.distance import DamerauLevenshtein

from app.parallel.checks.finding import Finding, Span
from app.parallel.checks.function_words import own_words
from app.parallel.checks.known_places import known_place
from app.parallel.checks.ordinary_words import is_ordinary
from app.parallel.checks.words import Word, find_words
from app.parallel.folding import fold_word

MOST_EDITS = 2
MOST_NAMES = 20
FEWEST_ELSEWHERE = 2
"""Times that a name stands as the source has it. Once may be within another name, as Police Scotland."""
SHORTEST_NAME = 5
SHORTEST_NAME_OF_TWO_EDITS = 8
_SHORTEST_ACRONYM = 3
RESPELLING = frozenset({"az", "lv", "sr", "uz"})
"""Languages that write names as they are spoken: Los Anđeles, Donalds Tramps."""

_DECLINING = frozenset({"bs", "cs", "et", "fi", "hr", "hu", "lt", "pl", "sk", "sl"})
_ENDING, _ENDING_OF_CASE = 1, 2

Links = Mapping[str, Sequence[tuple[int, int]]]
"""By the id of a person or place the spans where a text names it."""


def missing_name_findings(source: str, source_names: Links, target_names: Links) -> Iterator[Finding]:
    for entity, spans in source_names.items():
        if entity not in target_names and spans:
            start, end = spans[0]
            yield Finding(
                "name-missing", (Span(start, end),), (), {"entity": entity, "source": source[start:end]}
            )


def name_spelling_findings(
    source: str,
    target: str,
    languages: tuple[str, str] = ("und", "und"),
    counts: Mapping[str, int] = MappingProxyType({}),
) -> Iterator[Finding]:
    """Harjit Sajjan here, Harjit Saijan there: the same first name, and almost the same last.

    First names stay out: "President" and "Präsident" stand where they do. ``counts``: as of count_names, of
    the whole translation. A name that it writes as the source does elsewhere is misspelt
    where it has another. Names in an alphabet other than Latin are written as each language hears them.
    """
    told = set()
    are_declined = {tag.partition("-")[0] for tag in languages} <= _DECLINING
    for finding in (
        *_by_first_names(source, target, languages),
        *_elsewhere_otherwise(source, target, languages[1], counts),
    ):
        if (
            finding.target_spans not in told
            and is_latin(finding.evidence["source"])
            and not (are_declined and _is_other_case(finding.evidence))
        ):
            told.add(finding.target_spans)
            yield finding


def _is_other_case(names: Mapping[str, str]) -> bool:
    """Ferruchiho, and Ferruchiego: of Ferruchi."""
    name, other = (fold_word(names[side]) for side in ("source", "target"))
    return _shared(name, other) >= min(len(name), len(other)) - _ENDING_OF_CASE


def count_names(texts: Iterable[str]) -> Counter[str]:
    """How often each word stands there, folded, but for what an acronym makes a title: NHS Scotland."""
    counts: Counter[str] = Counter()
    for text in texts:
        words = find_words(text)
        titles = {
            word.start
            for before, word in pairwise(words)
            if _is_acronym(before) and text[before.end : word.start] == " "
        }
        counts.update(fold_word(word.text) for word in words if word.start not in titles)
    return counts


def is_latin(name: str) -> bool:
    return fold_word(name)[:1].isascii()


def _elsewhere_otherwise(
    source: str, target: str, language: str, counts: Mapping[str, int]
) -> Iterator[Finding]:
    """Not what may be the language's own word or place: Londen, beside London Irish elsewhere."""
    here = [word for word in find_words(target) if word.has_capital]
    words_there = {fold_word(word.text) for word in find_words(source)}
    words_here = {fold_word(word.text) for word in find_words(target)}
    others = [word for word in here if counts.get(fold_word(word.text)) == 1]
    others = [
        word
        for word in others
        if fold_word(word.text) not in words_there
        and not is_ordinary(word.text, language)
        and not known_place(word.text, language)
    ]
    if not others:
        return
    for name in _names_within(source)[:MOST_NAMES]:
        folded = fold_word(name.text)
        if folded in words_here or counts.get(folded, 0) < FEWEST_ELSEWHERE:
            continue
        for other in others[:MOST_NAMES]:
            if is_misspelling(folded, fold_word(other.text)):
                yield _finding(name, other)


def _names_within(text: str) -> list[Word]:
    """Words with a capital that a sentence does not begin with, nor anywhere without one."""
    words = find_words(text)
    small = {word.text.casefold() for word in words if not word.has_capital}
    return [
        word
        for before, word in pairwise(words)
        if word.has_capital
        and word.text.casefold() not in small
        and text[before.end : word.start].strip(" ,-") == ""
    ]


def _finding(name: Word, other: Word) -> Finding:
    return Finding(
        "name-spelling",
        (Span(name.start, name.end),),
        (Span(other.start, other.end),),
        {"source": name.text, "target": other.text},
    )


def _by_first_names(source: str, target: str, languages: tuple[str, str]) -> Iterator[Finding]:
    there, here = (_by_first_name(*each) for each in zip((source, target), languages, strict=True))
    if not there.keys() & here.keys():
        return
    words_there = {fold_word(word.text) for word in find_words(source)}
    words_here = {fold_word(word.text) for word in find_words(target)}
    for first in sorted(there.keys() & here.keys()):
        lasts = [last for folded, last in there[first].items() if folded not in words_here]
        others = [last for folded, last in here[first].items() if folded not in words_there]
        for last, other in product(lasts[:MOST_NAMES], others[:MOST_NAMES]):
            if is_ordinary(other.text, languages[1]):
                continue
            if is_misspelling(fold_word(last.text), fold_word(other.text)):
                yield _finding(last, other)


def _by_first_name(text: str, language: str) -> dict[str, dict[str, Word]]:
    """The last names, folded, and where each stands first. An article is no first name: La Comisión."""
    names: dict[str, dict[str, Word]] = {}
    articles = own_words(language)
    for first, last in _full_names(text):
        if fold_word(first.text) not in articles:
            names.setdefault(fold_word(first.text), {}).setdefault(fold_word(last.text), last)
    return names


def is_misspelling(name: str, other: str) -> bool:
    """Not where the difference is an ending, which grammar may have put there, ue for ü or a hyphen."""
    name, other = (re.sub(r"(?<=[aou])e|-", "", one) for one in (name, other))
    if name.replace("c", "k") == other.replace("c", "k"):
        return False
    if min(len(name), len(other)) < SHORTEST_NAME or name[0] != other[0]:
        return False
    edits = DamerauLevenshtein.distance(name, other, score_cutoff=MOST_EDITS)
    if edits > MOST_EDITS or (edits > 1 and min(len(name), len(other)) < SHORTEST_NAME_OF_TWO_EDITS):
        return False
    return _shared(name, other) < min(len(name), len(other)) - _ENDING and name[-1] == other[-1]


def _shared(name: str, other: str) -> int:
    """How many letters they begin with alike."""
    return next(
        (index for index, (one, two) in enumerate(zip(name, other, strict=False)) if one != two),
        min(len(name), len(other)),
    )


def _full_names(text: str) -> list[tuple[Word, Word]]:
    """Words with capitals next to each other, but for a space. NHS is nobody's first name."""
    return [
        (one, two)
        for one, two in pairwise(find_words(text))
        if one.has_capital
        and _is_last_name(two)
        and text[one.end : two.start] == " "
        and not _is_acronym(one)
    ]


def _is_last_name(word: Word) -> bool:
    """No SS19-Kollektion."""
    return word.has_capital and not any(map(str.isdigit, word.text))


def _is_acronym(word: Word) -> bool:
    return len(word.text) >= _SHORTEST_ACRONYM and word.text.isalpha() and word.text.isupper()
