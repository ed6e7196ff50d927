"""Texts to terms: the same for what is indexed and for what is asked.

A term carries its language (``nl:wederopbouw``), so that ``die`` of German is not that of English.
Scripts with spaces are cut into words, and words into letters and digits (``F-16`` and ``F16`` are one
phrase); Han, Kana and Hangul into pairs of characters; Thai, Lao, Khmer and Burmese by ICU's dictionaries.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from icu4py.breakers import WordBreaker

from app.gazetteer.chinese import CHINESE, with_one_variant
from app.gazetteer.proclitics import without_proclitics
from app.gazetteer.words import Word, list_words, plain
from app.search.folding import fold, lower, with_own_letters
from app.search.languages import analysis_language
from app.search.stemming import is_stem_itself, other_stems, stem, stem_of_noun

MOST_CHARACTERS = 100
"""Of a term. What is longer is no word."""

_GROUPED_NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?:[.,'’\u00a0\u202f\u2009]\d{3})+(?![.,'’]?\d)")
_SOUTH_EAST_ASIAN = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_RUN_PART = re.compile(f"(?P<dictionary>[{_SOUTH_EAST_ASIAN}]+)|[^{_SOUTH_EAST_ASIAN}]+")
_WORD_PART = re.compile(r"(?P<digits>\d+)|(?P<syllables>[\uac00-\ud7a3]+)|[^\d_\uac00-\ud7a3]+")
_IDEOGRAPH = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_WITH_PROCLITICS = frozenset({"ar", "he"})
_SHORTEST_REST = 3
_SHORTEST_REST_IN_VAV = 5
_ELIDED = {
    "ca": frozenset({"d", "l", "m", "n", "s", "t"}),
    "fr": frozenset({"c", "d", "j", "jusqu", "l", "lorsqu", "m", "n", "puisqu", "qu", "quoiqu", "s", "t"}),
    "it": frozenset({"all", "c", "coll", "d", "dall", "dell", "gl", "l", "nell", "quell", "sull", "un"}),
}
"""What stands before an apostrophe, and is no word to be searched for."""
_JOINED_ENDING = re.compile("\u200c(?:ها[یي]?|ها[یي][یي]|ها[یي]ش|ا[یي]|اند|تر|تر[یي]ن)(?!\\w)")
"""Of Persian: plurals and comparatives."""
_KOREAN_PARTICLE = re.compile(
    "(?<=..)(?:에서는|으로는|에게는|에서|에게|으로|까지|부터|보다|처럼|한테|들은|들을|들이|들의"
    "|은|는|이|가|을|를|의|에|로|와|과|도|만|들)$"
)
_HALF_WIDTH = {code: ord(unicodedata.normalize("NFKC", chr(code))) for code in range(0xFF66, 0xFF9E)}
"""Kana, each a character as before."""
_SIGNS = re.compile(r"[\x00-/:-@\[-`{-\x7f]")
"""That folding brings in: ``⑴`` is (1)."""
_SYLLABLES_APART = "vi"
"""A word is several, so that it is to be found as a phrase also without marks."""
_JOINING = frozenset("-'")
_ZERO_WIDTH_NON_JOINER = "\u200c"
_PARTED_BY_NON_JOINER = frozenset({"ckb", "fa", "ps", "ug", "ur"})


class Token(NamedTuple):
    """A term and where it stands, in code points of the text.

    ``beside``: another term for what stands there already. It is indexed, so that the word is found by it,
    but is no part of a phrase, and a query does without.
    """

    term: str
    start: int
    end: int
    beside: bool = False


def analyse(text: str, language: str) -> Iterator[Token]:
    """In the order of the text; ``language`` is any BCP 47 tag."""
    key = analysis_language(language)
    even = _even(text, key)
    position = 0
    for number in _GROUPED_NUMBER.finditer(text):
        yield from _tokens(even[position : number.start()], key, position)
        yield Token(f"{key}:{_digits(number[0])}", *number.span())
        position = number.end()
    yield from _tokens(even[position:], key, position)


def _even(text: str, language: str) -> str:
    """Of the same length."""
    if language in _PARTED_BY_NON_JOINER:
        text = _JOINED_ENDING.sub(lambda ending: " " * len(ending[0]), text)
        text = text.replace(_ZERO_WIDTH_NON_JOINER, " ")
    if language in CHINESE:
        text = with_one_variant(text)
    return plain(text).replace("\u00ad", _ZERO_WIDTH_NON_JOINER).translate(_HALF_WIDTH)


def _tokens(text: str, language: str, offset: int) -> Iterator[Token]:
    before: Word | None = None
    for word in list_words(text):
        if not (_is_behind_apostrophe(text, word) or _is_elided(text, word, language)):
            for term, start, end, beside in _terms(word.text, word.is_run, language):
                yield Token(term, offset + word.start + start, offset + word.start + end, beside)
            if before and _are_joined(text, before, word) and not _is_elided(text, before, language):
                yield from _joined(before, word, language, offset)
        before = word


def _joined(before: Word, word: Word, language: str, offset: int) -> Iterator[Token]:
    """Without a particle of Korean, as the words themselves."""
    whole = before.text + word.text
    terms = _terms(whole, False, language)
    left = len(whole) - max((each.end for each in terms), default=0)
    for term, *_ in terms:
        yield Token(term, offset + before.start, offset + word.end - left, beside=True)


def _is_behind_apostrophe(text: str, word: Word) -> bool:
    """As a single letter: ``Canada's``."""
    start = word.start
    return word.end - start == 1 and start > 1 and text[start - 1] == "'" and text[start - 2].isalnum()


def _is_elided(text: str, word: Word, language: str) -> bool:
    """As ``l`` of ``l'avion``."""
    return text[word.end : word.end + 1] == "'" and word.text.lower() in _ELIDED.get(language, ())


def _are_joined(text: str, before: Word, word: Word) -> bool:
    """By what others leave out: ``e-mail`` and ``email``, ``п'ять`` and ``пять``."""
    are_letters = all(each.text.isalpha() and not each.is_run for each in (before, word))
    return are_letters and text[before.end : word.start] in _JOINING


@lru_cache(maxsize=65536)
def _terms(word: str, is_run: bool, language: str) -> tuple[Token, ...]:
    parts = (_of_run if is_run else _of_word)(word, language)
    return tuple(
        Token(f"{language}:{term[:MOST_CHARACTERS]}", start, end, beside)
        for term, start, end, beside in ((_SIGNS.sub("", part[0]), *part[1:]) for part in parts)
        if term
    )


def _of_run(run: str, _language: str) -> Iterator[Token]:
    for part in _RUN_PART.finditer(run):
        if part.lastgroup == "dictionary":
            for start, end in WordBreaker(part[0], "th").segments():
                yield Token(fold(part[0][start:end]), part.start() + start, part.start() + end)
        else:
            yield from _pairs(part[0], part.start())
            if len(part[0]) > 1:
                yield from _ideographs(part[0], part.start())


def _of_word(word: str, language: str) -> Iterator[Token]:
    for part in _WORD_PART.finditer(word):
        if part.lastgroup == "digits":
            yield Token(_digits(part[0]), *part.span())
        elif part.lastgroup == "syllables":
            yield from _pairs(_KOREAN_PARTICLE.sub("", part[0]), part.start())
        else:
            for place, term in enumerate(_words(part[0], language)):
                yield Token(term, *part.span(), beside=place > 0)


def _pairs(characters: str, offset: int) -> Iterator[Token]:
    """Each character with the next; a single one by itself."""
    size = min(2, len(characters))
    for start in range(len(characters) - size + 1):
        yield Token(fold(characters[start : start + size]), offset + start, offset + start + size)


def _ideographs(characters: str, offset: int) -> Iterator[Token]:
    """Each may be a word."""
    for match in _IDEOGRAPH.finditer(characters):
        yield Token(fold(match[0]), offset + match.start(), offset + match.end(), beside=True)


def list_terms_without_proclitics(word: str, language: str) -> set[str]:
    """Of a word that is known to begin with no other."""
    key = analysis_language(language)
    return {
        f"{key}:{term[:MOST_CHARACTERS]}" for term in _words(plain(word), key, may_begin_with_others=False)
    }


def _words(word: str, language: str, *, may_begin_with_others: bool = True) -> Iterator[str]:
    """The word's term, then others to find it by: without marks, without proclitics, as a name."""
    small = lower(word, language)
    term = with_own_letters(stem(small, language), language)
    others = {fold(term), fold(stem(fold(small), language))}
    if is_stem_itself(small, language):
        others.add(fold(small))
    if noun := stem_of_noun(small, language):
        others.add(fold(noun))
    alone = {small}
    if language in _WITH_PROCLITICS and may_begin_with_others:
        rests = {rest for _, rest in without_proclitics(fold(small)) if _may_follow(rest, fold(small))}
        others |= {fold(stem(rest, language)) for rest in rests}
        alone |= rests
    for other in {other for each in alone for other in other_stems(each, language)}:
        others |= {with_own_letters(other, language), fold(other)}
    yield term
    yield from sorted(others if language == _SYLLABLES_APART else others - {term})


def _may_follow(rest: str, word: str) -> bool:
    """Behind a proclitic Hebrew writes two ו for one that a word begins with; a single one is a vowel."""
    is_vowel = rest.startswith("ו") and not word.endswith(f"ו{rest}") and len(rest) < _SHORTEST_REST_IN_VAV
    return len(rest) >= _SHORTEST_REST and not is_vowel


def _digits(text: str) -> str:
    return "".join(str(unicodedata.digit(character)) for character in text if character.isdecimal())
