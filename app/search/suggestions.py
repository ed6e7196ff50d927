"""What somebody may have meant to type: known words that are a slip or two away.

A slip is a letter too many, too few or wrong, or two neighbours exchanged (optimal string alignment).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from app.gazetteer.words import is_spaceless, is_syllabic
from app.search.folding import fold

MOST_SLIPS = 2
_SHORTEST = 4
_LONG = 6
_MOST_ASKED = 20
_ALPHABET = 128
"""Code points, of which the letters of a script are some."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word or a name, and the term of the index that it is found by.

    ``is_read``: in a language of the reader's; about so many ``documents`` have it.
    """

    text: str
    term: str
    is_read: bool
    documents: int


def may_be_misspelt(word: str) -> bool:
    """Whether there are letters enough to tell; characters that are words by themselves have none."""
    return len(fold(word)) >= _SHORTEST and not any(
        each.isdigit() or is_spaceless(each) or is_syllabic(each) for each in word
    )


def beginnings(word: str) -> Sequence[str]:
    """Two folded letters that the word meant may begin with: as typed, exchanged, or without one of three."""
    first, second, third, *_ = list(fold(word))
    return list(dict.fromkeys((first + second, second + first, first + third, second + third)))


def with_another_beginning(word: str) -> Iterator[str]:
    """What it would be, folded, were the first or the second letter another one, or had it one more there."""
    typed = fold(word)
    for place in (0, 1):
        for letter in _letters_beside(typed[place]):
            yield typed[:place] + letter + typed[place:]
            yield typed[:place] + letter + typed[place + 1 :]


@lru_cache(maxsize=64)
def _letters_beside(letter: str) -> Sequence[str]:
    """Those of its script that words have once they are folded."""
    start = ord(letter) - ord(letter) % _ALPHABET
    letters = map(chr, range(start, start + _ALPHABET))
    return [each for each in letters if each.isalpha() and fold(each) == each]


def closest(
    word: str, candidates: Iterable[Candidate], most: int, is_found: Callable[[Candidate], bool]
) -> list[str]:
    """Those with the fewest slips, with the word's capitals; the commonest first.

    What is read comes before what is not and has as many slips, or one less. ``is_found`` is asked of no
    more than some of the nearest.
    """
    typed = fold(word)
    near: list[tuple[int, int, int, str, Candidate]] = []
    for candidate in candidates:
        slips = _slips(typed, fold(candidate.text))
        if slips:
            text = _with_capitals_of(word, candidate.text)
            away = slips if candidate.is_read else slips + 1
            near.append((away, -slips, -candidate.documents, text, candidate))
    found: dict[str, str] = {}
    fewest = 0
    for _, minus_slips, _, text, candidate in sorted(near, key=lambda each: (*each[:4], each[4].term))[
        :_MOST_ASKED
    ]:
        if len(found) == most:
            break
        key = fold(text)
        if not (found and -minus_slips > fewest) and key not in found and is_found(candidate):
            fewest = fewest or -minus_slips
            found[key] = text
    return list(found.values())


def _slips(typed: str, other: str) -> int:
    """0 for none, and for too many. In a name each word may have as many as if it stood alone."""
    slips = OSA.distance(typed, other)
    words, others = typed.split(), other.split()
    are_few = slips <= _slips_allowed(typed) or (
        len(words) == len(others)
        and all(OSA.distance(*two) <= _slips_allowed(two[0]) for two in zip(words, others, strict=True))
    )
    return slips if are_few else 0


def _slips_allowed(word: str) -> int:
    return 1 if len(word) < _LONG else MOST_SLIPS


def _with_capitals_of(word: str, other: str) -> str:
    if word.isupper():
        return other.upper()
    return other[:1].upper() + other[1:] if word[:1].isupper() else other
