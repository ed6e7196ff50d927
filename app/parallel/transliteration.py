"""Names across scripts: what is left of Трамп, ترامب and トランプ in Latin letters, vowels aside."""

import re
from functools import lru_cache

from anyascii import anyascii

# Letters that stand for vowels as often as for consonants: Hebrew vav and yod, Arabic alif, waw and ya.
_HALF_VOWELS = re.compile("[\u05d5\u05d9\u0648\u064a\u0627\u0623\u0625\u0622\u0649\u06cc]")
_HAN = re.compile("[\u3400-\u9fff]")
_NOT_LETTERS = re.compile("[^a-z]")
_DIGRAPHS = (
    ("dzh", "s"), ("ph", "p"), ("th", "t"), ("ng", "n"), ("sh", "s"), ("ch", "s"), ("ck", "k"), ("x", "ks"),
)  # fmt: skip
_SOFT_C = re.compile("c(?=[eiy])")
_CLASSES = {
    letter: sound
    for sound, letters in {"p": "bpfv", "k": "kgqc", "t": "td", "s": "szj", "l": "lr", "n": "mn"}.items()
    for letter in letters
}
_VOWELS = frozenset("aeiouy")
# Unicode counts the syllables of Hangul by their ends: none, then 27 consonants or pairs of them.
_HANGUL = re.compile("[\uac00-\ud7a3]")
_FIRST_SYLLABLE, _ENDS = 0xAC00, 28
_T, _HEARD_AS_T = 7, frozenset({19, 20, 22, 23, 25})


@lru_cache(maxsize=65_536)
def romanised(word: str) -> str:
    """In the letters a to z, nothing else."""
    return _NOT_LETTERS.sub("", anyascii(_HANGUL.sub(_as_heard, word)).lower())


def _as_heard(match: re.Match[str]) -> str:
    """Whatever of them a syllable is written with at its end, a t is heard: 로봇 is robot."""
    syllable = ord(match[0])
    end = (syllable - _FIRST_SYLLABLE) % _ENDS
    return chr(syllable - end + _T) if end in _HEARD_AS_T else match[0]


@lru_cache(maxsize=65_536)
def skeleton(word: str) -> str:
    """Its consonants, those that languages confuse as one (b and p, l and r), doubled ones once."""
    latin = romanised(_HALF_VOWELS.sub("", word))
    if _HAN.search(word):
        latin = re.sub("[qx]", "s", latin)  # as Pinyin has it
    latin = _SOFT_C.sub("s", latin.replace("w", ""))
    for letters, sound in _DIGRAPHS:
        latin = latin.replace(letters, sound)
    consonants: list[str] = []
    last = ""
    for letter in latin:
        sound = _CLASSES.get(letter, "")
        if sound and sound != last:
            consonants.append(sound)
        if sound or letter in _VOWELS:
            last = sound
    return "".join(consonants)
