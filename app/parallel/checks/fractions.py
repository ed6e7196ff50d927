"""Fractions in words: two thirds, drie kwart, la moitié de, 三分之二."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from app.parallel.checks.number_words import cardinals
from app.parallel.digits import Number
from app.parallel.folding import Folded, fold_word

_HALVES = {
    "da": "halvdelen", "de": "halfte", "en": "half(?= (?:of|the|its|their|his|her) )", "es": "mitad",
    "fr": "moitie", "it": "meta(?= d)", "ja": "半分|半数", "ko": "절반", "nb": "halvparten", "nl": "helft",
    "pt": "metade", "sv": "halften", "zh": "一半|半数",
}  # fmt: skip
# What a part is called, folded.
_PARTS: Mapping[str, Mapping[int, str]] = {
    "da": {3: "tredjedele?", 4: "fjerdedele?|kvart", 5: "femtedele?"},
    "de": {3: "drittel", 4: "viertel", 5: "funftel", 10: "zehntel"},
    "en": {3: "thirds?", 4: "quarters?|fourths?", 5: "fifths?", 10: "tenths?"},
    "es": {3: "tercios?|terceras? partes?", 4: "cuartos?|cuartas? partes?", 5: "quintos?|quintas? partes?"},
    "fr": {3: "tiers", 4: "quarts?", 5: "cinquiemes?", 10: "dixiemes?"},
    "it": {3: "terz[oi]", 4: "quart[oi]", 5: "quint[oi]"},
    "nb": {3: "tredjedel(?:er)?", 4: "fjerdedel(?:er)?|kvart", 5: "femtedel(?:er)?"},
    "nl": {3: "derden?", 4: "kwart", 5: "vijfden?", 10: "tienden?"},
    "pt": {3: "tercos?", 4: "quartos?", 5: "quintos?"},
    "sv": {3: "tredjedel(?:ar)?", 4: "fjardedel(?:ar)?", 5: "femtedel(?:ar)?"},
}
_ARTICLES = {"de": "eine?", "en": "an?", "es": "una?", "fr": "une?", "it": "una?", "nl": "een", "pt": "uma?"}
# A third person is no third; a third of them is one.
_OF = re.compile(r" ?(?:of|van|de[rsl]?|do|da|du|di|d'|av|af)\b")
# Joined, negen and tiende are nineteenth.
_JOINT = "(?:[ -]|(?=kwart|derde|viertel))"
# The part comes first: of three parts two.
_PARTS_FIRST = {"ja": "分の", "ko": "분의 ?", "zh": "分之"}
_MOST_PARTS = 10


@dataclass(frozen=True, slots=True)
class _Words:
    """``parts``: patterns by what they divide into."""

    numerators: Mapping[str, int]
    parts: Mapping[int, str]
    pattern: re.Pattern[str]


def find_fractions(folded: Folded, language: str) -> Iterator[Number]:
    """Offsets are those of the folded text. Each is its percentage, too, and its two numbers."""
    primary = language.partition("-")[0]
    if primary not in _HALVES:
        return
    words = _words(primary)
    for match in words.pattern.finditer(folded.text):
        if match["half"]:
            yield _fraction(match, 1, 2)
            continue
        numerator = words.numerators.get(match["numerator"], 1)
        denominator = next(value for value, part in words.parts.items() if re.fullmatch(part, match["part"]))
        is_sure = numerator > 1 or primary in _PARTS_FIRST or _OF.match(folded.text, match.end())
        if is_sure and numerator < denominator:
            yield _fraction(match, numerator, denominator)


def _fraction(match: re.Match[str], numerator: int, denominator: int) -> Number:
    percent = Decimal(100 * numerator) / denominator
    values = {
        round(percent / 100, 2),
        Decimal(int(percent)),
        *(round(percent, places) for places in range(3)),
    }
    return Number(*match.span(), tuple(sorted(values)), (numerator, denominator), is_date_or_time=True)


@lru_cache(maxsize=64)
def _words(primary: str) -> _Words:
    numerators = {
        fold_word(form): number
        for number in range(1, _MOST_PARTS + 1)
        for form in (*cardinals(number, primary), str(number))
    }
    half = rf"(?P<half>{_HALVES[primary]})"
    number = "|".join(sorted(map(re.escape, numerators), key=len, reverse=True))
    if primary in _PARTS_FIRST:
        parts = {
            value: "|".join(re.escape(form) for form, each in numerators.items() if each == value)
            for value in range(2, _MOST_PARTS + 1)
        }
        both = rf"(?<!\d)(?P<part>{number}) ?{_PARTS_FIRST[primary]}(?P<numerator>{number})(?!\d)"
        return _Words(numerators, parts, re.compile(f"{half}|{both}"))
    named = _PARTS[primary]
    numerator = rf"(?P<numerator>{number}|{_ARTICLES.get(primary, number)})"
    both = rf"{numerator}{_JOINT}(?P<part>{'|'.join(named.values())})"
    return _Words(numerators, named, re.compile(rf"(?<!\w)(?:{half}|{both})(?!\w)"))
