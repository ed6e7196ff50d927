"""Texts that say the same in both languages, letter by letter."""

from collections.abc import Iterator

from rapidfuzz import fuzz

from app.parallel.checks.finding import Finding, Span
from app.parallel.checks.words import find_words

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
    if len(words) < FEWEST_WORDS or sum(_is_prose(word.text) for word in words) < FEWEST_IN_LOWER_CASE:
        return
    likeness = fuzz.ratio(source, target, score_cutoff=SAME)
    if likeness:
        yield Finding(
            "untranslated-block",
            (Span(0, len(source)),),
            (Span(0, len(target)),),
            {"likeness": f"{likeness:.0f}"},
        )


def _is_prose(word: str) -> bool:
    """Without capitals; in scripts that have none, every word."""
    return word.islower() or word.upper() == word.lower()
