"""What in a text may have a counterpart in another: numbers, words, marks."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal, NamedTuple

from app.parallel.digits import find_numbers
from app.parallel.folding import fold

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
    rf"(?P<run>[{UNSPACED}]+)"
    rf"|(?P<word>(?:(?![{UNSPACED}])[^\W\d_]|[{SIGNS}]|(?<=[^\W\d_])[\u200c\u200d])+)"
    rf"|(?P<mark>[?？؟!！:：;；()（）%％$€£\"“”„«»「」『』])"
)
_RUNS = re.compile(
    r"(?P<katakana>[\u30a0-\u30ff]+)|(?P<han>[\u3005\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+)"
    r"|(?P<hiragana>[\u3040-\u309f]+)|(?P<other>[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]+)"
)
_QUOTES = '"“”„«»「」『』'
_OPENING_QUOTES = "“„«「『"
OPENING, CLOSING = "“", "”"
_MARKS = str.maketrans("？؟！：；（）％", "??!:;()%")

# Longer words are known by their beginning, for the endings that inflection gives them.
# A character of Hangul is a syllable.
STEM, STEM_OF_HANGUL = 6, 2
GRAM_OF_HAN = 2
# Beside those of two, for what a character means by itself.
OF_SINGLE_HAN = 0.5
GRAM_OF_OTHERS = 4


class Token(NamedTuple):
    """``form`` is what makes two tokens the same; ``surface`` how it is written. ``weight`` in words."""

    kind: TokenKind
    form: str
    surface: str
    weight: float = 1.0


def tokens_of(text: str, language: str) -> Iterator[Token]:
    yield from words_of(text)
    yield from _numbers_of(text, language)


def words_of(text: str) -> Iterator[Token]:
    """And marks; all but the numbers."""
    for match in _TOKEN.finditer(text):
        found = match[0]
        if match.lastgroup == "mark":
            yield Token("mark", _form_of_mark(text, match.start()), found)
        elif match.lastgroup == "word":
            word = unicodedata.normalize("NFKC", found)
            yield Token("word", word.casefold()[: STEM_OF_HANGUL if is_hangul(word) else STEM], word)
        else:
            yield from _tokens_of_run(found)


def _form_of_mark(text: str, place: int) -> str:
    if text[place] not in _QUOTES:
        return text[place].translate(_MARKS)
    return OPENING if _is_opening(text, place) else CLOSING


def _is_opening(text: str, place: int) -> bool:
    """By what stands around it, since one mark opens in one language and closes in another."""
    before, after = text[:place][-1:], text[place + 1 :][:1]
    is_first, is_last = not before.strip(), not after.strip()
    if is_first != is_last:
        return is_first
    if before.isalnum() != after.isalnum():
        return after.isalnum()
    return text[place] in _OPENING_QUOTES


def is_hangul(word: str) -> bool:
    return "\uac00" <= word[:1] <= "\ud7a3"


def _numbers_of(text: str, language: str) -> Iterator[Token]:
    """By what they are worth, so that 1.2亿 is 120 million; what may be a date or time by its parts."""
    for number in find_numbers(fold(text), language):
        for value in number.values[:1] or number.parts:
            form = f"{value:f}"
            form = form.rstrip("0").rstrip(".") if "." in form else form
            yield Token("number", form, form)


def _tokens_of_run(run: str) -> Iterator[Token]:
    """Katakana writes names and loan words; of Han and Thai, overlapping grams stand for words."""
    for match in _RUNS.finditer(run):
        found = match[0]
        if match.lastgroup == "katakana":
            yield Token("word", found[:STEM], found)
        elif match.lastgroup == "han":
            yield from _grams(found, GRAM_OF_HAN, 1.0)
            if len(found) > 1:
                yield from _grams(found, 1, OF_SINGLE_HAN)
        elif match.lastgroup == "other":
            yield from _grams(found, GRAM_OF_OTHERS, 1 / GRAM_OF_OTHERS)


def _grams(run: str, size: int, weight: float) -> Iterator[Token]:
    for start in range(max(1, len(run) - size + 1)):
        gram = run[start : start + size]
        yield Token("gram", gram, gram, weight)
