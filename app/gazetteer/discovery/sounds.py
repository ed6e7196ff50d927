"""What a name sounds like, whatever the script: enough to know it again in a translation."""

import re
from functools import lru_cache

from anyascii import anyascii

# From spelling to classes of consonants, longest first: what scripts write alike is one class.
_SPELLINGS = (
    ("shch", "S"), ("tsch", "S"), ("chr", "KR"), ("chl", "KL"), ("dzh", "S"), ("sch", "S"), ("tch", "S"),
    ("ght", "T"), ("dz", "S"),
    ("sh", "S"), ("zh", "S"), ("ch", "S"), ("kh", "H"), ("gh", "K"), ("ph", "F"), ("th", "T"), ("ts", "S"),
    ("tz", "S"), ("ck", "K"), ("qu", "K"), ("ce", "S"), ("ci", "S"), ("cy", "S"), ("ge", "G"), ("gi", "G"),
    ("x", "KS"), ("b", "P"), ("p", "P"), ("c", "K"), ("k", "K"), ("q", "K"), ("g", "K"), ("d", "T"),
    ("t", "T"), ("f", "F"), ("v", "F"), ("w", "F"), ("j", "S"), ("s", "S"), ("z", "S"), ("m", "M"),
    ("n", "N"), ("l", "L"), ("r", "R"),
)  # fmt: skip
_CLASSES = dict(_SPELLINGS)
_SPELLING = re.compile("|".join(spelling for spelling, _ in _SPELLINGS) + "|.")
_SILENT = re.compile(r"^(?:k(?=n)|w(?=r)|p(?=s))|(?<=m)b$|[^a-z]")
_HEBREW_VOWEL = re.compile("(?<=[א-הז-ת])ו(?=[א-הז-ת])")
_BREATH = re.compile(r"^h(?=[aeiouy])")


@lru_cache(maxsize=1 << 16)
def romanised(word: str) -> str:
    """In ASCII's small letters (``anyascii``): "Müller" is ``muller``, "Мэттис" is ``mettis``."""
    return anyascii(word).casefold()


@lru_cache(maxsize=1 << 16)
def sounds(word: str) -> str:
    """The classes of the word's consonants, one letter each, none twice in a row."""
    plain = _BREATH.sub("kh", _SILENT.sub("", romanised(_HEBREW_VOWEL.sub("", word))))
    classes = "".join(_CLASSES.get(spelling, "") for spelling in _SPELLING.findall(plain))
    # A soft g is written as j, dzh or zh elsewhere, a hard one as g.
    classes = classes.replace("G", "S")
    return re.sub(r"(.)\1+", r"\1", classes)


def coarse(heard: str) -> str:
    """Without what Japanese, Korean and Hebrew cannot tell apart: F and P, and the first two L and R."""
    return heard.replace("F", "P").replace("R", "L")
