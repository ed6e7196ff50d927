"""Whether words of two languages are the same name."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from rapidfuzz.distance import Indel

from app.gazetteer.discovery.sounds import romanised, sounds
from app.language.likely import full_tag
from app.newswire.punctuation import primary

INFLECTING = frozenset({
    "az", "be", "bg", "bs", "cs", "el", "et", "fi", "hi", "hr", "hu", "kk", "ky", "la", "lt", "lv", "mk",
    "pl", "ro", "ru", "sh", "sk", "sl", "sr", "tr", "uk", "uz",
})  # fmt: skip
"""Languages whose names have case endings."""

RESPELLING = frozenset({"az", "lv", "sr", "tk", "uz"})
"""Languages that write foreign names as they sound, in Latin letters, too."""

SHORTEST_STEM = 3
LONGEST_ENDING = 4
FEWEST_SOUNDS = 4
"""Of a whole name. With fewer, names that have nothing in common sound alike."""
ALIKE = 0.78
ALIKE_WITHOUT_CAPITALS = 0.84
WEAKEST_WORD = 0.6


def agree(words: Sequence[str], others: Sequence[str], language: str, other: str) -> bool:
    """Whether both are one name, word for word."""
    if len(words) != len(others):
        return False
    if all(is_same_spelling(a, b, language, other) for a, b in zip(words, others, strict=True)):
        return True
    return sounds_matter(language, other) and likeness(words, others) >= ALIKE


@lru_cache(maxsize=1 << 16)
def is_same_spelling(word: str, other: str, language: str, other_language: str) -> bool:
    """But for marks on letters, and for the endings of languages that have them."""
    a, b = romanised(word), romanised(other)
    if a == b:
        return True
    if a == b + "s" or b == a + "s":
        return min(len(a), len(b)) >= SHORTEST_STEM
    inflected = primary(language) in INFLECTING or primary(other_language) in INFLECTING
    return inflected and is_same_stem(a, b)


def is_same_stem(a: str, b: str) -> bool:
    """At most a last vowel of one gave way to an ending of the other."""
    short, long = sorted((a, b), key=len)
    stem = short[:-1] if short[-1:] in "aeiouy" else short
    return len(stem) >= SHORTEST_STEM and long.startswith(stem) and len(long) - len(stem) <= LONGEST_ENDING


def sounds_matter(language: str, other: str) -> bool:
    """Not where both leave foreign names as they are."""
    return any(_script(each) != "Latn" or primary(each) in RESPELLING for each in (language, other))


def _script(language: str) -> str:
    tag = full_tag(language)
    return tag.script if tag else ""


def likeness(words: Sequence[str], others: Sequence[str], hear: Callable[[str], str] = sounds) -> float:
    """From 0 to 1. Case endings at the end of ``others`` are not held against them."""
    pairs = [(hear(a), hear(b)) for a, b in zip(words, others, strict=True)]
    whole = sum(len(a) for a, _ in pairs)
    if whole < FEWEST_SOUNDS or not all(a and b for a, b in pairs):
        return 0.0
    if any(_differ_in_beginning(a, b) for a, b in zip(words, others, strict=True)):
        return 0.0
    each = [max(Indel.normalized_similarity(a, b), _without_ending(a, b)) for a, b in pairs]
    if min(each) < WEAKEST_WORD:
        return 0.0
    return sum(alike * len(a) for alike, (a, _) in zip(each, pairs, strict=True)) / whole


def _without_ending(a: str, b: str) -> float:
    """A stem of two sounds says too little."""
    if len(a) < SHORTEST_STEM or len(b) <= len(a):
        return 0.0
    return Indel.normalized_similarity(a, b[: len(a)])


def _differ_in_beginning(a: str, b: str) -> bool:
    """One in a vowel, one in a consonant. Half-vowels and breaths are both: "Уильямс" is Williams."""
    first = {romanised(word).lstrip("'")[:1] for word in (a, b)}
    return first.isdisjoint("hjuwy") and len({letter in "aeio" for letter in first}) > 1
