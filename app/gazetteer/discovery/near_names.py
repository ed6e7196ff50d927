"""Whether a name may be another one, misspelt."""

from rapidfuzz.distance import JaroWinkler

from app.gazetteer.discovery.sounds import romanised

NEAR = 0.81
"""No threshold tells "Saijan" for "Sajjan" from "Davis" and "Davies": near names are only suggestions."""
FEWEST_WORDS = 2


def nearness(name: str, known: str) -> float:
    """From 0 to 1: the least like of the words, each beside the word it is most like.

    0 unless one word is the same in both, so that not everybody is near to everybody.
    """
    words, others = _words(name), _words(known)
    if len(words) < FEWEST_WORDS or len(words) != len(others) or set(words).isdisjoint(others):
        return 0.0
    return min(
        max(JaroWinkler.similarity(word, other) for other in chosen)
        for chosen, these in ((others, words), (words, others))
        for word in these
    )


def _words(name: str) -> list[str]:
    return romanised(name).split()
