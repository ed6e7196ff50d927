"""Texts that say the same in both languages, letter by letter."""

from collections.abc import Collection, Iterator, Sequence

from rapidfuzz import fuzz

from app.parallel.checks.finding import Finding, Span
from app.parallel.checks.function_words import foreign_function_words
from app.parallel.checks.words import Word, find_words

FEWEST_WORDS = 5
FEWEST_IN_LOWER_CASE = 3
SAME = 97.0


def untranslated_findings(
    source: str, target: str, source_language: str, target_language: str
) -> Iterator[Finding]:
    """Names and numbers alone are the same everywhere, and so may variants of one language be."""
    if source_language.partition("-")[0] == target_language.partition("-")[0]:
        return
    words = find_words(target)
    is_long = len(words) >= FEWEST_WORDS
    if is_long and sum(_is_prose(word.text) for word in words) < FEWEST_IN_LOWER_CASE:
        return
    likeness = fuzz.ratio(source, target, score_cutoff=SAME if is_long else 100.0)
    if likeness and (is_long or _is_phrase(words, foreign_function_words(source_language, target_language))):
        yield Finding(
            "untranslated-block",
            (Span(0, len(source)),),
            (Span(0, len(target)),),
            {"likeness": f"{likeness:.0f}"},
        )


def _is_prose(word: str) -> bool:
    """Without capitals; in scripts that have none, every word."""
    return word.islower() or word.upper() == word.lower()


def _is_phrase(words: Sequence[Word], foreign: Collection[str]) -> bool:
    """A heading of few words, one of which is the source's grammar and another in lower case: no name."""
    own = [word for word in words if word.text.casefold() in foreign]
    return bool(own) and any(word.is_lower and word not in own for word in words)
