"""What somebody may have meant to type: known words that are a slip or two away.

A slip is a letter too many, too few or wrong, or two neighbours exchanged (optimal string alignment).
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from app.gazetteer.words import is_spaceless, is_syllabic
from app.search.folding import fold

MOST_SLIPS = 2
_SHORTEST = 4
_LONG = 6
_MOST_ASKED = 20


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


def closest(
    word: str, candidates: Iterable[Candidate], most: int, is_found: Callable[[Candidate], bool]
) -> list[str]:
    """Those with the fewest slips, with the word's capitals: what is read first, then the commonest.

    ``is_found`` is asked of no more than some of the nearest.
    """
    typed = fold(word)
    slips_allowed = 1 if len(typed) < _LONG else MOST_SLIPS
    near: list[tuple[int, bool, int, str, Candidate]] = []
    for candidate in candidates:
        slips = OSA.distance(typed, fold(candidate.text), score_cutoff=slips_allowed)
        if 0 < slips <= slips_allowed:
            text = _with_capitals_of(word, candidate.text)
            near.append((slips, not candidate.is_read, -candidate.documents, text, candidate))
    found: list[str] = []
    fewest = slips_allowed
    for slips, _, _, text, candidate in sorted(near, key=lambda each: each[:4])[:_MOST_ASKED]:
        if slips > fewest or len(found) == most:
            break
        if text not in found and is_found(candidate):
            found.append(text)
            fewest = slips
    return found


def _with_capitals_of(word: str, other: str) -> str:
    if word.isupper():
        return other.upper()
    return other[:1].upper() + other[1:] if word[:1].isupper() else other
