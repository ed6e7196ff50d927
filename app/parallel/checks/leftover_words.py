"""Words of the source that stand in the translation, whose language has no such word.

A dictionary lacks words that were taken over lately (benchmark, undercover), so that somebody has to look.
One in quotation marks or brackets, or for the third time, is there on purpose.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from types import MappingProxyType

from app.newswire.punctuation import CAPITALISING_NOUNS, primary
from app.parallel.checks.dictionaries import is_left_over
from app.parallel.checks.finding import Finding, Span
from app.parallel.checks.leftovers import left_finding
from app.parallel.checks.quotation_marks import without_quoted
from app.parallel.checks.words import Word, find_words
from app.parallel.folding import fold_word

LEFT_WORD = "leftover-word"
_MOST_OCCURRENCES = 2  # a caption may stand twice
_WITHIN_SENTENCE = frozenset({" ", ", "})
# Names seldom have one before them: no dictionary tells Schröder from a noun.
_DETERMINERS = frozenset({
    "am", "beim", "das", "dem", "den", "der", "des", "die", "diese", "diesem", "diesen", "dieser", "dieses",
    "ein", "eine", "einem", "einen", "einer", "eines", "ihr", "ihre", "ihrem", "ihren", "ihrer", "im", "ins",
    "kein", "keine", "keinen", "keiner", "sein", "seine", "seinem", "seinen", "seiner", "vom", "zum", "zur",
})  # fmt: skip


def leftover_word_findings(
    source: str,
    target: str,
    source_language: str,
    target_language: str,
    counts: Mapping[str, int] = MappingProxyType({}),
    known: Collection[Span] = (),
) -> Iterator[Finding]:
    """``counts``: how often each word, folded, stands in the translation.

    ``known``: what was found to be left over already.
    """
    of_source = find_words(source)
    there = {word.text: word for word in reversed(of_source)}
    words = find_words(without_quoted(target))
    nouns = _nouns(of_source) if primary(source_language) in CAPITALISING_NOUNS else frozenset()
    places = _places_of_nouns(target, words, counts) if nouns else frozenset()

    def is_left(index: int) -> bool:
        word = words[index]
        return (
            word.text in there
            and (word.is_lower or (index in places and word.text in nouns))
            and counts.get(fold_word(word.text), 0) <= _MOST_OCCURRENCES
            and not any(span.start <= word.start < span.end for span in known)
            and is_left_over(word.text, source_language, target_language)
        )

    for is_run, indices in groupby(range(len(words)), is_left):
        if is_run:
            run = [words[index] for index in indices]
            yield left_finding(LEFT_WORD, source, target, there[run[0].text], run)


def _nouns(words: Sequence[Word]) -> frozenset[str]:
    return frozenset(
        word.text
        for index, word in enumerate(words)
        if word.has_capital and _is_determined(words[max(0, index - 2) : index])
    )


def _is_determined(before: Sequence[Word]) -> bool:
    """Behind a determiner, or an adjective that has one."""
    if before and before[-1].text.casefold() in _DETERMINERS:
        return True
    return len(before) > 1 and before[-1].is_lower and before[0].text.casefold() in _DETERMINERS


def _places_of_nouns(target: str, words: Sequence[Word], counts: Mapping[str, int]) -> frozenset[int]:
    """With a capital within a sentence. What stands beside another, or twice, is a name."""
    gaps = ["", *(target[one.end : other.start] for one, other in pairwise(words)), ""]
    capitals = [False, *(word.has_capital for word in words), False]
    return frozenset(
        index
        for index, word in enumerate(words)
        if word.has_capital
        and gaps[index] in _WITHIN_SENTENCE
        and not (capitals[index] and gaps[index] == " ")
        and not (capitals[index + 2] and gaps[index + 1] == " ")
        and counts.get(fold_word(word.text), 0) <= 1
    )
