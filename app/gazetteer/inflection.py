"""Whether a word of a text is an inflected form of a name's word, with a bound on what may follow."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from app.gazetteer.declensions import AFTER_CONSONANT, ANY, Changes, Declension, Endings, declension

KEPT = (2, 3)
"""How many characters of a name are looked at to tell whether a word could be a form of it."""

_MOST_CHANGED = 3
_SHORTEST_NAME = 3
_SHORTEST_STEM = 2
_VOWELS = frozenset("aeiouyаеиоуыэюяєіεηιουωα")

Paradigm = tuple[tuple[str, frozenset[str]], ...]
"""Each stem that a word has, with the endings that may follow it."""


def is_inflected(word: str, of: str, language: str, *, is_adjective: bool) -> bool:
    """Both folded. A word is no inflected form of itself."""
    return word != of and any(
        word.startswith(stem) and word[len(stem) :] in endings
        for stem, endings in _paradigm(of, language, is_adjective)
    )


@lru_cache(maxsize=65536)
def _paradigm(word: str, language: str, is_adjective: bool) -> Paradigm:
    """Empty where the language does not inflect names."""
    table = declension(language)
    if table is None or len(word) < max(_SHORTEST_NAME, 0 if is_adjective else table.shortest):
        return ()
    endings = table.adjectives if is_adjective else table.names
    return tuple(
        (variant, others)
        for replaced, others in _replacements(word, endings)
        for variant in dict.fromkeys(_variants(word.removesuffix(replaced), table))
        if len(variant) >= _SHORTEST_STEM
    )


def _replacements(word: str, endings: Endings) -> Iterator[tuple[str, frozenset[str]]]:
    if ANY in endings:
        yield "", endings[ANY]
    if AFTER_CONSONANT in endings and word[-1] not in _VOWELS:
        yield "", endings[AFTER_CONSONANT]
    for length in range(len(word) - _SHORTEST_STEM, 0, -1):
        if (ending := word[-length:]) in endings:
            yield ending, endings[ending]
            return


def _variants(stem: str, table: Declension) -> Iterator[str]:
    yield stem
    yield from _changed_at_the_end(stem, table.consonants)
    if stem[-1:] in _VOWELS:
        yield from (changed + stem[-1] for changed in _changed_at_the_end(stem[:-1], table.inner))
    else:
        yield from (changed + stem[-1:] for changed in _changed_at_the_end(stem[:-1], table.vowels))


def _changed_at_the_end(stem: str, changes: Changes) -> Iterator[str]:
    for before, after in changes:
        if stem.endswith(before):
            yield stem.removesuffix(before) + after


def kept(name: str) -> str:
    """What all forms of a name's first word begin with."""
    return name[: max(KEPT[0], len(name) - _MOST_CHANGED)]


def uninflected(word: str, language: str) -> Sequence[str]:
    """All of which a folded word may be an inflected form, and some of which it is none."""
    table = declension(language)
    if table is None:
        return ()
    found: list[str] = []
    for end in range(len(word), max(_SHORTEST_STEM, len(word) - table.longest_ending) - 1, -1):
        replaced = table.replaced_by.get(word[end:])
        if replaced:
            found += [stem + ending for stem in _unchanged(word[:end], table) for ending in replaced]
    return found


def _unchanged(stem: str, table: Declension) -> Sequence[str]:
    """What ``_variants`` makes this stem of."""
    inner = table.inner if stem[-1] in _VOWELS else table.vowels
    if not (inner or table.consonants):
        return (stem,)
    last = stem[-1]
    return (
        stem,
        *_changed_back(stem, table.consonants),
        *[before + last for before in _changed_back(stem[:-1], inner)],
    )


def _changed_back(stem: str, changes: Changes) -> Sequence[str]:
    return [stem.removesuffix(after) + before for before, after in changes if stem.endswith(after)]
