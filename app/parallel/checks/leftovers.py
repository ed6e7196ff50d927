"""Words of the source's language that were left in the translation.

A word counts only where the source has it too, outside quotations and brackets, and where it is grammar
or an everyday word in the source's language and none in the target's. Between two names only the word for
"and" counts: the others are parts of names (Bank of America, Ursula von der Leyen). It counts beside one
name, too (HIV and sida), and in a quotation that goes on in the target's own words around it.
"""

import re
from collections.abc import Collection, Iterator, Sequence

from app.newswire.punctuation import CAPITALISING_NOUNS, primary
from app.parallel.checks.dictionaries import has_word
from app.parallel.checks.everyday_words import is_left_over
from app.parallel.checks.finding import Finding, Span
from app.parallel.checks.function_words import (
    foreign_function_words,
    function_words,
    is_conjunction,
    own_words,
)
from app.parallel.checks.other_language import is_in_latin
from app.parallel.checks.quotation_marks import find_enclosed
from app.parallel.checks.words import Word, find_words

LEFT_OVER = "leftover-language"
SHORTEST_RUN = 3
FULL_NAME = 2
# What a translation writes apart, as buy to let, is still the source's buy-to-let.
_PARTS = re.compile("[-.&·]")
_PARTS_OF_NAMES = frozenset({"and"})


def leftover_findings(
    source: str, target: str, source_language: str, target_language: str
) -> Iterator[Finding]:
    foreign = foreign_function_words(source_language, target_language)
    if not foreign or _is_unknown(target, target_language):
        return
    there, words = find_words(source), find_words(target)
    of_source = {word.text: word for word in reversed(there)}
    everyday = frozenset(
        word.text
        for word in words
        if word.is_lower
        and word.text in of_source
        and is_left_over(word.text, source_language, target_language)
    )
    if not any(word.text in foreign or word.text in everyday for word in words):
        return
    parts = {part for word in there for part in (word.text, *_PARTS.split(word.text))}
    outside = _outside(target, words)
    runs = _runs(there, words)
    reported = -1
    for index, word in enumerate(words):
        if index <= reported or word.text not in foreign | everyday or word.text not in of_source:
            continue
        first, last = _without_own(words, runs[index], index, own_words(target_language))
        is_prose = _is_prose(words[first : last + 1])
        joins = is_conjunction(word.text, source_language)
        stands_in_prose = _stands_in_prose(words, index, parts, target_language, joins)
        is_within = first == last and stands_in_prose
        is_left = (
            is_prose
            or word.text in everyday
            or is_within
            or (joins and (stands_in_prose or _joins_names(target, words, index)))
        )
        if not is_prose and word.text in everyday:
            first, last = index, _last_of(words, index, foreign | everyday, of_source)
        if is_left and ((is_within and joins) or outside.issuperset(range(first, last + 1))):
            if not is_prose and word.text not in everyday:
                first = last = index
            reported = last
            yield left_finding(LEFT_OVER, source, target, of_source[word.text], words[first : last + 1])


def _last_of(words: Sequence[Word], first: int, foreign: Collection[str], of_source: Collection[str]) -> int:
    last = first
    while last + 1 < len(words) and words[last + 1].text in foreign and words[last + 1].text in of_source:
        last += 1
    return last


def left_finding(code: str, source: str, target: str, word: Word, words: Sequence[Word]) -> Finding:
    """Of ``words`` in a row; ``word`` is where the first of them stands in the source."""
    start, end = words[0].start, words[-1].end
    place = source.find(target[start:end]) if len(words) > 1 else word.start
    where = (Span(place, place + end - start),) if place >= 0 else (Span(word.start, word.end),)
    return Finding(code, where, (Span(start, end),), {"target": target[start:end]})


def _is_unknown(target: str, target_language: str) -> bool:
    """A language written in an alphabet where any word might be its own."""
    return (
        not function_words(target_language)
        and is_in_latin(target_language)
        and sum("a" <= letter <= "z" for letter in target) > len(target) / 3
    )


def _outside(target: str, words: tuple[Word, ...]) -> frozenset[int]:
    """The words in neither quotation marks nor brackets."""
    inside = find_enclosed(target)
    return frozenset(
        index
        for index, word in enumerate(words)
        if not any(start <= word.start < end for start, end in inside)
    )


def _runs(there: tuple[Word, ...], words: tuple[Word, ...]) -> list[tuple[int, int]]:
    """For each word the first and the last of the longest run around it that the source has too."""
    text = f" {' '.join(word.text for word in there)} "
    runs: list[tuple[int, int]] = []
    for index in range(len(words)):
        if runs and runs[-1][1] >= index:
            runs.append(runs[-1])
            continue
        last = index
        while (
            last + 1 < len(words) and f" {' '.join(word.text for word in words[index : last + 2])} " in text
        ):
            last += 1
        runs.append((index, last))
    return runs


def _without_own(
    words: tuple[Word, ...], run: tuple[int, int], index: int, own: frozenset[str]
) -> tuple[int, int]:
    """A run of the source's words without those at its ends that may be the target's own."""
    first, last = run
    while first < index and words[first].text in own:
        first += 1
    while last > index and words[last].text in own:
        last -= 1
    return first, last


def _is_prose(words: tuple[Word, ...]) -> bool:
    return (
        len(words) >= SHORTEST_RUN
        and sum(word.is_lower for word in words) >= SHORTEST_RUN - 1
        and not (words[0].has_capital and words[-1].has_capital)
    )


def _stands_in_prose(
    words: tuple[Word, ...], index: int, of_source: Collection[str], target_language: str, joins: bool
) -> bool:
    """Between words that the target's language has, one at least not the source's.

    A word that joins may have a name on one side.
    """
    around = (words[index - 1], words[index + 1]) if 0 < index < len(words) - 1 else ()
    others = [word for word in around if not _is_own(word, of_source, target_language)]
    return len(others) < len(around) and all(
        (joins and word.has_capital) or (word.is_lower and has_word(word.text, target_language))
        for word in others
    )


def _is_own(word: Word, of_source: Collection[str], target_language: str) -> bool:
    is_word = word.is_lower or primary(target_language) in CAPITALISING_NOUNS
    return is_word and word.text not in of_source


def _joins_names(target: str, words: tuple[Word, ...], index: int) -> bool:
    """Two full names, or the last two of a list; "and" has to stand in a list of full names.

    English names of firms, of places and of offices hold it themselves.
    """
    left = right = index
    while left > 0 and words[left - 1].has_capital and target[words[left - 1].end : words[left].start] == " ":
        left -= 1
    while (
        right + 1 < len(words)
        and words[right + 1].has_capital
        and target[words[right].end : words[right + 1].start] == " "
    ):
        right += 1
    fewest = min(index - left, right - index)
    in_list = (
        left > 0 and words[left - 1].has_capital and "," in target[words[left - 1].end : words[left].start]
    )
    if words[index].text in _PARTS_OF_NAMES:
        return in_list and fewest >= FULL_NAME
    return fewest >= FULL_NAME or (in_list and fewest > 0)
