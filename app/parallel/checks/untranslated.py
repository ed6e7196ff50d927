"""Texts that say the same in both languages, letter by letter."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from types import MappingProxyType

from rapidfuzz import fuzz

from app.newswire.punctuation import CAPITALISING_NOUNS, primary
from app.parallel.checks.dictionaries import is_left_over
from app.parallel.checks.finding import Finding, Span
from app.parallel.checks.function_words import foreign_function_words, function_words
from app.parallel.checks.ordinary_words import is_ordinary, may_be_own
from app.parallel.checks.words import Word, find_words
from app.parallel.folding import fold_word

FEWEST_WORDS = 5
FEWEST_IN_LOWER_CASE = 3
SAME = 97.0


def untranslated_findings(
    source: str,
    target: str,
    source_language: str,
    target_language: str,
    counts: Mapping[str, int] = MappingProxyType({}),
) -> Iterator[Finding]:
    """Names and numbers alone are the same everywhere, and so may variants of one language be.

    ``counts``: how often each word, folded, stands in the whole translation. One that stands there elsewhere,
    too, is its own or a name.
    """
    if primary(source_language) == primary(target_language):
        return
    one, other = (text.casefold() if text.isupper() else text for text in (source, target))
    words = find_words(other)
    is_long = len(words) >= FEWEST_WORDS
    if is_long and sum(_is_prose(word.text) for word in words) < FEWEST_IN_LOWER_CASE:
        return
    likeness = fuzz.ratio(one, other, score_cutoff=SAME if is_long else 100.0)
    languages = source_language, target_language
    if likeness and (
        is_long
        or _is_phrase(words, foreign_function_words(*languages), source_language)
        or _is_word(words, *languages, counts)
        or (len(words) > 1 and _holds_left_over(words, *languages, counts))
    ):
        yield Finding(
            "untranslated-block",
            (Span(0, len(source)),),
            (Span(0, len(target)),),
            {"likeness": f"{likeness:.0f}"},
        )


def _is_prose(word: str) -> bool:
    """Without capitals; in scripts that have none, every word."""
    return word.islower() or word.upper() == word.lower()


def _is_phrase(words: Sequence[Word], foreign: Collection[str], language: str) -> bool:
    """A heading of few words: one is the source's grammar, another is in lower case or, in German, a noun.

    Or all but the first are in lower case, and one is a word for something: Tweede pont volgt.
    """
    own = [word for word in words if word.text.casefold() in foreign]
    others = [word for word in words if word.text.casefold() not in function_words(language)]
    ordinary = [word for word in others if is_ordinary(word.text, language, ending=1)]
    if own:
        return any(map(_is_lower, others)) or (primary(language) in CAPITALISING_NOUNS and bool(ordinary))
    return len(words) >= FEWEST_IN_LOWER_CASE and bool(ordinary) and all(map(_is_lower, words[1:]))


def _is_lower(word: Word) -> bool:
    return word.is_lower


def _is_word(
    words: Sequence[Word], source_language: str, target_language: str, counts: Mapping[str, int]
) -> bool:
    """A heading of one word, or of two one of which is in lower case, that only the source's language has."""
    if len(words) == 1:
        is_said = is_ordinary(words[0].text, source_language)
    else:
        is_said = (
            bool(words) and words[-1].is_lower and is_ordinary(words[-1].text, source_language, ending=1)
        )
    if not is_said:
        return False
    return not any(
        may_be_own(word.text, target_language) or counts.get(fold_word(word.text), 0) > 1 for word in words
    )


def _holds_left_over(
    words: Sequence[Word], source_language: str, target_language: str, counts: Mapping[str, int]
) -> bool:
    return any(
        word.is_lower
        and counts.get(fold_word(word.text), 0) <= 1
        and is_left_over(word.text, source_language, target_language)
        for word in words
    )
