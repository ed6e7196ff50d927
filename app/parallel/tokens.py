"""What in a text may have a counterpart in another: numbers, words, marks."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

TokenKind = Literal["number", "word", "gram", "mark", "name", "echo"]

# Thai, Lao, Burmese, Khmer, kana and Han: written without spaces between words.
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
# Vowel signs and the like are no letters to the re module, but parts of words.
SIGNS = "".join(
    char
    for char in map(chr, range(0x300, 0x1900))
    if unicodedata.category(char) in {"Mn", "Mc"} and not re.match(f"[{UNSPACED}]", char)
)
_TOKEN = re.compile(
    rf"(?P<number>\d+(?:[.,:٫٬]\d+)*)"
    rf"|(?P<run>[{UNSPACED}]+)"
    rf"|(?P<word>(?:(?![{UNSPACED}])[^\W\d_]|[{SIGNS}]|(?<=[^\W\d_])[\u200c\u200d])+)"
    rf"|(?P<mark>[?？؟!！:：;；()（）%％$€£\"“”„«»「」『』])"
)
_RUNS = re.compile(
    r"(?P<katakana>[\u30a0-\u30ff]+)|(?P<han>[\u3005\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+)"
    r"|(?P<hiragana>[\u3040-\u309f]+)|(?P<other>[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]+)"
)
_QUOTES = "“”„«»「」『』"
_MARKS = str.maketrans("？؟！：；（）％" + _QUOTES, "??!:;()%" + '"' * len(_QUOTES))
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")

# Longer words are known by their beginning, for the endings that inflection gives them.
STEM = 6
GRAM_OF_HAN = 2
GRAM_OF_OTHERS = 4


@dataclass(frozen=True, slots=True)
class Token:
    """``form`` is what makes two tokens the same; ``surface`` how it is written. ``weight`` in words."""

    kind: TokenKind
    form: str
    surface: str
    weight: float = 1.0


def tokens_of(text: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(text):
        found = match[0]
        if match.lastgroup == "number":
            yield Token("number", plain_number(found), found)
        elif match.lastgroup == "mark":
            yield Token("mark", found.translate(_MARKS), found)
        elif match.lastgroup == "word":
            word = unicodedata.normalize("NFKC", found)
            yield Token("word", word.casefold()[:STEM], word)
        else:
            yield from _tokens_of_run(found)


def plain_number(written: str) -> str:
    """``1.000`` and ``1,000`` as ``1000``, ``4,5`` as ``4.5``, in European digits."""
    digits = "".join(str(unicodedata.digit(char)) if char.isdigit() else char for char in written)
    digits = digits.replace("٫", ".").replace("٬", ",")
    if _THOUSANDS.fullmatch(digits):
        return re.sub("[.,]", "", digits)
    return digits.replace(",", ".")


def _tokens_of_run(run: str) -> Iterator[Token]:
    """Katakana writes names and loan words; of Han and Thai, overlapping grams stand for words."""
    for match in _RUNS.finditer(run):
        found = match[0]
        if match.lastgroup == "katakana":
            yield Token("word", found[:STEM], found)
        elif match.lastgroup == "han":
            yield from _grams(found, GRAM_OF_HAN, 1.0)
        elif match.lastgroup == "other":
            yield from _grams(found, GRAM_OF_OTHERS, 1 / GRAM_OF_OTHERS)


def _grams(run: str, size: int, weight: float) -> Iterator[Token]:
    for start in range(max(1, len(run) - size + 1)):
        gram = run[start : start + size]
        yield Token("gram", gram, gram, weight)
