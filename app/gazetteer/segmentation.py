"""Words of scripts without spaces, which only a dictionary tells apart: ICU's."""

import re
from functools import lru_cache

from icu4py.breakers import WordBreaker

from app.gazetteer.false_friends import is_common_word

_SPELLING = frozenset(
    "兰蘭尔爾尼姆纳納诺諾莱萊勒洛鲁魯伦倫伯茨兹茲蒂顿頓亚亞娅婭瓦塔萨薩佩帕穆莫摩蒙曼玛瑪肯凯凱贾賈耶伊希沃弗菲戈赫霍埃厄奥奧娜"
)
"""Characters that spell foreign names, and are seldom a word behind a name."""
_COUNTRY = "国國"

_SOUTH_EAST_ASIAN = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")


def is_whole_words(run: str, start: int, end: int, *, strictly: bool = False) -> bool:
    """Whether the part of a run begins and ends where words do; true of other scripts.

    Han characters may be parted anywhere, unless ``strictly``.
    """
    if not strictly and not _SOUTH_EAST_ASIAN.match(run, start):
        return True
    boundaries = _boundaries(run)
    return start in boundaries and end in boundaries


def is_spelt_on(run: str, end: int) -> bool:
    """Whether a foreign name in Han goes on: with one character, which is no town behind the name.

    As 马里 does in 马里兰大学 and 马里奥, but not in 马里加奥 or 马里北部.
    """
    if run[end : end + 1] not in _SPELLING or run[end - 1] in _COUNTRY or end == len(run):
        return False
    boundaries = _boundaries(run)
    goes_on = end + 2 in boundaries and end + 1 < len(run) and not is_common_word(run[end + 1], "zh")
    return end + 1 in boundaries and not goes_on


@lru_cache(maxsize=1024)
def _boundaries(run: str) -> frozenset[int]:
    return frozenset(offset for segment in WordBreaker(run, "th").segments() for offset in segment)
