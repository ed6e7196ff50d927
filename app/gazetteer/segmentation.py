"""Words of scripts without spaces, which only a dictionary tells apart: ICU's."""

import re
from functools import lru_cache

from icu4py.breakers import WordBreaker

_SOUTH_EAST_ASIAN = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")


def is_whole_words(run: str, start: int, end: int, *, strictly: bool = False) -> bool:
    """Whether the part of a run begins and ends where words do; true of other scripts.

    Han characters may be parted anywhere, unless ``strictly``.
    """
    if not strictly and not _SOUTH_EAST_ASIAN.match(run, start):
        return True
    boundaries = _boundaries(run)
    return start in boundaries and end in boundaries


@lru_cache(maxsize=1024)
def _boundaries(run: str) -> frozenset[int]:
    return frozenset(offset for segment in WordBreaker(run, "th").segments() for offset in segment)
