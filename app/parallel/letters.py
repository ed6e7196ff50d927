"""How long a text is, in letters of an alphabet: a name in Latin letters is no longer than in characters."""

import re

HAN = re.compile("[\u3005\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
HANGUL = re.compile("[\uac00-\ud7a3]")
KANA = re.compile("[\u3040-\u30ff]")
SPACE = re.compile(r"\s")
# Letters more than one, for each of these characters.
MORE = ((HAN, 2.0), (HANGUL, 1.2), (KANA, 0.6), (SPACE, -1.0))


def length(text: str) -> float:
    """White space does not count."""
    return max(1.0, len(text) + sum(more * len(pattern.findall(text)) for pattern, more in MORE))
