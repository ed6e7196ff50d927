"""Arabic and Hebrew write "and", "the", "in" and the like on to the word that follows."""

import re
from collections.abc import Iterator

_WRITTEN_WITH_PREFIXES = re.compile("[\u0590-\u06ff]")
MOST = 3
LEAST_LETTERS = 3


def without_prefixes(word: str) -> Iterator[str]:
    """What the word may be without them, from the longest; nothing in other scripts."""
    if _WRITTEN_WITH_PREFIXES.match(word):
        for letters in range(1, min(MOST, len(word) - LEAST_LETTERS) + 1):
            yield word[letters:]
