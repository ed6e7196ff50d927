"""Korean writes "of", "in", "with" and the like on to the word that stands before them."""

import re
from collections.abc import Iterator

from app.parallel.tokens import is_hangul

LEAST_SYLLABLES = 2
_FIRST = "들|씨|에|에서|에게|에게서|으?로|으?로서|으?로부터|부터|까지|처럼|보다|마다|만|과|와|이?라는|이?라고"
_LAST = f"{_FIRST}|은|는|이|가|을|를|의|도|이?나|이?며"
_PARTICLES = re.compile(f"(?:{_FIRST})?(?:{_LAST})")


def without_particles(word: str, least: int = LEAST_SYLLABLES) -> Iterator[str]:
    """What the word may be without them, from the longest; nothing in other scripts."""
    if is_hangul(word):
        for end in range(len(word) - 1, least - 1, -1):
            if _PARTICLES.fullmatch(word, end):
                yield word[:end]
