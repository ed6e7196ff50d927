"""The words that multiply a number: thousand, miljard, Mio., 万, lakh."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.parallel.folding import fold_word
from app.parallel.locales import find_locale

# What newspapers write and CLDR's compact formats of the language lack.
_MORE: dict[str, dict[str, int]] = {
    "ar": {
        "آلاف": 10**3, "ألفا": 10**3, "ملايين": 10**6, "مليارات": 10**9, "بليون": 10**9,
        "تريليون": 10**12,
    },
    "cs": {"mil": 10**6, "mio": 10**6, "mld": 10**9, "bil": 10**12, "tis": 10**3},
    "da": {"mio": 10**6, "mia": 10**9},
    "de": {"tsd": 10**3, "mrd": 10**9, "mio": 10**6},
    "en": {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12, "hundred": 100},
    "fa": {"بیلیون": 10**9, "تریلیون": 10**12},
    "fr": {"k": 10**3, "m": 10**6, "mn": 10**6, "md": 10**9},
    "he": {"אלפי": 10**3, "אלפים": 10**3, "מיליוני": 10**6, "מיליארדי": 10**9, "אלף": 10**3},
    "hi": {"हजार": 10**3, "मिलियन": 10**6, "बिलियन": 10**9, "ट्रिलियन": 10**12, "सौ": 100},
    "hu": {"ezer": 10**3, "m": 10**6},
    "ja": {"十": 10, "百": 100, "千": 1000, "万": 10**4, "億": 10**8, "兆": 10**12},
    "ko": {"십": 10, "백": 100, "천": 1000, "만": 10**4, "억": 10**8, "조": 10**12},
    "nl": {"k": 10**3, "mio": 10**6},
    "th": {
        "ร้อย": 100, "พัน": 10**3, "หมื่น": 10**4, "แสน": 10**5, "ล้าน": 10**6,
        "พันล้าน": 10**9, "หมื่นล้าน": 10**10, "แสนล้าน": 10**11, "ล้านล้าน": 10**12,
    },
    "vi": {
        "trăm": 100, "ngàn": 10**3, "nghìn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9,
    },
    "zh": {
        "十": 10, "百": 100, "千": 1000, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12,
    },
}  # fmt: skip
# Miles, too: 10 milles, 130 mil.
_UNITS = {"cs": frozenset({"mil"}), "fr": frozenset({"mille"})}
_WITHOUT_SPACES = frozenset({"ja", "km", "ko", "lo", "my", "th", "yue", "zh"})
_LONGEST_ABBREVIATION = 3
_END_OF_LATIN_AND_CYRILLIC = "\u0530"
_LONGEST_ENDING = 4


@dataclass(frozen=True, slots=True)
class Magnitude:
    """What follows a number, as matched at ``end``; not certain where it may be a unit of measure."""

    factor: int
    end: int
    is_certain: bool = True


def find_magnitudes(text: str, start: int, language: str) -> Iterator[Magnitude]:
    """The magnitudes in a row from there on: the two of "2 thousand million"."""
    words, pattern = _words(language)
    while match := pattern.match(text, start):
        word = match["word"]
        yield Magnitude(words[word], match.end(), not _may_be_unit(word, language))
        start = match.end()


def _may_be_unit(word: str, language: str) -> bool:
    """5m: five million, or metres."""
    if word in _UNITS.get(language.partition("-")[0], ()):
        return True
    return len(word) == 1 and word.isalpha() and word < _END_OF_LATIN_AND_CYRILLIC


@lru_cache(maxsize=256)
def words_of_magnitude(language: str) -> dict[int, frozenset[str]]:
    """By factor, folded."""
    by_factor: dict[int, set[str]] = {}
    for word, factor in _words(language)[0].items():
        by_factor.setdefault(factor, set()).add(word)
    return {factor: frozenset(words) for factor, words in by_factor.items()}


@lru_cache(maxsize=256)
def _words(language: str) -> tuple[dict[str, int], re.Pattern[str]]:
    primary = language.partition("-")[0]
    words = {fold_word(word): factor for word, factor in _of_cldr(language)}
    words |= {fold_word(word): factor for word, factor in _MORE.get(primary, {}).items()}
    if primary in _WITHOUT_SPACES:
        return words, re.compile(rf" ?[多余餘几幾来數数]?(?P<word>{_any_of(words)})(?<![a-z](?=[a-z]))")
    whole = _any_of(word for word in words if len(word) > _LONGEST_ABBREVIATION)
    return words, re.compile(
        rf" ?(?P<word>{whole}|(?:{_any_of(words)})(?!\w))\w{{0,{_LONGEST_ENDING}}}(?!\w)\.?"
    )


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or "(?!)"


def _of_cldr(language: str) -> Iterator[tuple[str, int]]:
    """From the compact decimal formats: "00 million" for a number of eight digits says 10**6."""
    locale = find_locale(language)
    if locale is None:
        return
    for width in ("long", "short"):
        for plurals in locale.compact_decimal_formats.get(width, {}).values():
            for size, pattern in plurals.items():
                written = pattern.pattern.replace("'", "")
                zeros = written.count("0")
                word = written.replace("0", "").strip(" \u00a0.\u200f")
                if word and zeros:
                    yield word, int(size) // 10 ** (zeros - 1)
