"""Words that a language has for things, no names: those that CLDR describes characters with."""

from app.parallel.concepts import concepts_of
from app.parallel.folding import fold_word

SHORTEST = 4


def is_ordinary(word: str, language: str, *, ending: int = 0) -> bool:
    """Whether the language has the word, in the form of a dictionary or with so many letters more."""
    concepts = concepts_of(language)
    if concepts is None or len(word) < SHORTEST:
        return False
    return any(word.casefold()[: len(word) - cut] in concepts.words for cut in range(ending + 1))


def may_be_own(word: str, language: str) -> bool:
    """Whether the language may have taken the word over, too; True where its words are not known."""
    concepts = concepts_of(language)
    return concepts is None or {word.casefold(), fold_word(word)} & concepts.words != frozenset()
