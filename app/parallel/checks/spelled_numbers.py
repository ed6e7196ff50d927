"""Numbers in words, where they can be nothing else: four, vierundzwanzig, 四个, 네 명.

Not one, which is an article in half of the languages, nor words that mean something else, too. Numbers
beside numbers are left alone, two or three, a hundred and five, and so are halves: half past two.
"""

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from app.parallel.checks.number_words import HALVES, PROCLITICS, cardinals
from app.parallel.digits import Number
from app.parallel.folding import Folded, fold_word
from app.parallel.magnitudes import find_magnitudes, words_of_magnitude

_LANGUAGES = frozenset({
    "ar", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "he", "hi", "hu", "it", "nb", "nl", "nn",
    "no", "pl", "pt", "ru", "sv", "tr", "uk",
})  # fmt: skip
_NUMBERS = (
    *range(2, 1000), *range(2000, 100_000, 1000), *range(100_000, 10**6, 100_000),
    *range(10**6, 10**8, 10**6), 10**9, 10**12,
)  # fmt: skip
_HUNDRED = 100
# A hundred and five, hunderttausend: without the one that spell-out rules put in front.
_WITH_ONE_HUNDRED = frozenset({*range(101, 200), 100_000})
# Behind an article. Tens of and dozens of are no numbers, and a French fifteen of days is a fortnight.
_COLLECTIVES: Mapping[str, Mapping[str, int]] = {
    "da": {"dusin": 12}, "de": {"dutzend": 12}, "en": {"dozen": 12}, "es": {"docena": 12, "decena": 10},
    "fr": {"dizaine": 10, "douzaine": 12, "vingtaine": 20, "trentaine": 30},
    "it": {"decina": 10, "dozzina": 12, "ventina": 20}, "nb": {"dusin": 12},
    "nl": {"dozijn": 12, "tiental": 10, "twintigtal": 20}, "pt": {"duzia": 12, "dezena": 10},
    "sv": {"dussin": 12},
}  # fmt: skip
_ARTICLE = re.compile(r"(?<!\w)(?<!half )(?:an?|een|eine?|une?|una|um|uma|et|ett|en) $")
# The -teenth of an ordinal, new, week, six and "she affects", "you are", underside, ate, no, village, second.
_ALSO_ANOTHER_WORD: Mapping[str, frozenset[str]] = {
    "ar": frozenset({"عشر"}),
    "fa": frozenset({"نه", "ده", "سی"}),
    "fr": frozenset({"neuf", "neuve", "neufs", "neuves"}),
    "he": frozenset({"שני"}),
    "hu": frozenset({"het", "hat"}),
    "it": frozenset({"sei"}),
    "tr": frozenset({"alti", "yedi"}),
}
_TOKEN = re.compile(r"\d+|[\u0400-\u04ff]+(?:'[\u0400-\u04ff]+)*|(?:[^\W\d_]|[\u0900-\u0dff])+")
_JOINTS = frozenset({" ", "-", ""})
_MOST_TOKENS = 6
# And: in front of a number it may begin a sentence.
_LINKS = frozenset({"e", "et", "y", "و"})
_FAR = 3
_LONGEST_CONJUNCTION = 5
_LONGEST_PROCLITIC = 4
_SHORTEST_MAGNITUDE = 4
_BEGINS_SENTENCE = re.compile(r"(?:^|[.!?:…\"“”„«»‘’'(–—-])\s*$")
# Behind "and the" an ordinal ends, the thirty-sixth.
_PROCLITICS_OF_CARDINALS = {**PROCLITICS, "ar": "[وف]?[بلك]?|[بلك]?(?:ال|ل)"}
_DAY_IN_PERSIAN = "شنبه"

_ARABIC_EIGHT = "ثماني"

_HAN_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "兩": 2}
_HAN_UNITS = {"十": 10, "百": 100, "千": 1000}
_HAN_MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_HAN_SIGNS = "".join((*_HAN_DIGITS, *_HAN_UNITS, *_HAN_MYRIADS))
_KOREAN_DIGITS = {sign: value for value, sign in enumerate("일이삼사오육칠팔구", start=1)}
_KOREAN_SIGNS = "일이삼사오육칠팔구십백천만억조"
_THAI_DIGITS = {
    word: value
    for value, word in enumerate(("หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"), start=1)
} | {"เอ็ด": 1, "ยี่": 2}
_THAI_UNITS = {"สิบ": 10, "ร้อย": 100, "พัน": 1000, "หมื่น": 10**4, "แสน": 10**5}
_THAI_MILLION = {"ล้าน": 10**6}
# What is counted: of 三 alone, anything might be a name.
_COUNTERS = {
    "ja": (
        "人 名 カ国 か国 ヶ国 ヵ国 個 つ 年間 年(?!生) 週間 カ月 か月 ヶ月 ヵ月 回(?!目) 歳 社 台 隻 頭 匹 "
        "本 枚 倍 時間 軒 戸 校 件 種類 地域 都市"
    ),
    "ko": (
        "명 개 번(?!째) 나라 사람 가지 살 시간 달 마리 대 곳 팀 차례 배 도시 지역 척 채 권 장 그루 송이 "
        "켤레 자루 군데 병 잔 그릇 건 쌍"
    ),
    "th": "คน ประเทศ ปี วัน ครั้ง ตัว แห่ง ลำ คัน เดือน สัปดาห์ ชั่วโมง นาที เท่า ฉบับ เมือง",
    "zh": (
        "个 個 名 人 位 次 年(?!级|級) 天 岁 歲 周 週 只 隻 头 頭 条 條 辆 輛 艘 架 座 项 項 支 场 場 轮 輪 "
        "倍 小时 小時 家 国 國 件 张 張 枚 所 本 层 層 种 種 部"
    ),
}
_COUNTED_IN_CHINESE = "명 개국 개 원 달러 유로 엔 파운드 마리 대 척 채 권 장 가구 톤 년 미터 킬로미터"
_KOREAN_TENS = ("", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔")
_KOREAN_UNITS = ("", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉")


def find_spelled_numbers(folded: Folded, language: str) -> tuple[Number, ...]:
    """Offsets are those of the folded text."""
    primary = language.partition("-")[0]
    if primary in _COUNTERS:
        return tuple(_counted(folded.text, primary))
    return (*_in_words(folded, language), *_collective(folded, primary)) if primary in _LANGUAGES else ()


def _number(start: int, end: int, value: int) -> Number:
    return Number(start, end, (Decimal(value),), (value,))


@dataclass(frozen=True, slots=True)
class _Words:
    """``values`` by what is written without spaces and hyphens; ``parts`` are all words that numbers have."""

    values: Mapping[str, int]
    parts: frozenset[str]
    magnitudes: tuple[str, ...]
    proclitics: str

    def has(self, word: str) -> bool:
        is_part = word in self.parts and word not in _LINKS
        return word.isdigit() or is_part or bool(self.value(word)) or word.startswith(self.magnitudes)

    def value(self, word: str) -> int:
        """With a conjunction or a preposition written on to it, or without; 0 of what is no number."""
        lengths = range(_LONGEST_PROCLITIC + 1) if self.proclitics else range(1)
        values = (
            self.values[word[length:]]
            for length in lengths
            if word[length:] in self.values and re.fullmatch(self.proclitics, word[:length])
        )
        return next(values, 0)


def _in_words(folded: Folded, language: str) -> Iterator[Number]:
    text, words = folded.text, _words(language)
    tokens = list(_TOKEN.finditer(text))
    place = 0
    while place < len(tokens):
        last, value = _longest(text, tokens, place, words)
        if value:
            magnitudes = [
                each for each in find_magnitudes(text, tokens[last].end(), language) if each.is_certain
            ]
            end = magnitudes[-1].end if magnitudes else tokens[last].end()
            while last + 1 < len(tokens) and tokens[last + 1].end() <= end:
                last += 1
            if _stands_alone(text, tokens, place, last, words, language) and not _is_name(
                folded, tokens[place]
            ):
                factor = math.prod(each.factor for each in magnitudes)
                yield _number(tokens[place].start(), end, value * factor)
        place = last + 1


def _collective(folded: Folded, primary: str) -> Iterator[Number]:
    """Of a dozen of thousands it is not known how many there are."""
    collectives = _COLLECTIVES.get(primary, {})
    for token in _TOKEN.finditer(folded.text) if collectives else ():
        is_counted = token[0] in collectives and _ARTICLE.search(folded.text, 0, token.start())
        if is_counted and not any(find_magnitudes(folded.text, token.end(), primary)):
            yield _number(*token.span(), collectives[token[0]])


def _longest(text: str, tokens: Sequence[re.Match[str]], first: int, words: _Words) -> tuple[int, int]:
    """The last token of the longest number that begins there, and its value; 0 where none does."""
    written = tokens[first][0]
    last, value = first, words.value(written)
    for place in range(first + 1, min(first + _MOST_TOKENS, len(tokens))):
        if text[tokens[place - 1].end() : tokens[place].start()] not in _JOINTS:
            break
        written += tokens[place][0]
        if written in words.values:
            last, value = place, words.values[written]
    return last, value


def _stands_alone(
    text: str, tokens: Sequence[re.Match[str]], first: int, last: int, words: _Words, language: str
) -> bool:
    before = _joined(text, tokens[max(0, first - _FAR) : first + 1][::-1])
    after = _joined(text, tokens[last : last + _FAR + 1])
    if after and after[0] in _LINKS & words.parts:  # vingt et unième
        return False
    for near, *beyond in filter(None, (before, after)):
        if words.has(near) or near.startswith(_DAY_IN_PERSIAN):
            return False
        if beyond and (
            beyond[0].startswith(words.magnitudes)
            or (len(near) <= _LONGEST_CONJUNCTION and words.has(beyond[0]))
        ):
            return False
    half = HALVES.get(language.partition("-")[0])
    return half is None or not any(
        re.fullmatch(rf"(?:{half})\w{{0,2}}", word) for word in (*before[:2], *after)
    )


def _joined(text: str, tokens: Sequence[re.Match[str]]) -> list[str]:
    """The words after the first, as far as spaces stand between; one hyphen, since F-16 has no number."""
    words: list[str] = []
    for one, other in pairwise(tokens):
        left, right = sorted((one, other), key=re.Match.start)
        if text[left.end() : right.start()] not in (" " if words else _JOINTS):
            break
        words.append(other[0])
    return words


def _is_name(folded: Folded, token: re.Match[str]) -> bool:
    """With a capital within a sentence: the Seven Years War."""
    place = folded.origins[token.start()]
    return folded.written[place].isupper() and not _BEGINS_SENTENCE.search(folded.written[:place])


@lru_cache(maxsize=64)
def _words(language: str) -> _Words:
    values: dict[str, int] = {}
    parts: set[str] = set()
    magnitudes = frozenset(word for words in words_of_magnitude(language).values() for word in words)
    also = _ALSO_ANOTHER_WORD.get(language.partition("-")[0], frozenset())
    for number in _NUMBERS:
        for form in map(fold_word, _cardinals(number, language)):
            tokens = _TOKEN.findall(form)
            if number < _HUNDRED or not number % _HUNDRED:  # above, "and" is a part of a number
                parts.update(tokens)
            joined = "".join(tokens)
            if joined not in also | magnitudes:  # before a bare million its number may stand
                values[joined] = 0 if values.get(joined, number) != number else number
    long = tuple(word for word in magnitudes if len(word) >= _SHORTEST_MAGNITUDE)
    proclitics = _PROCLITICS_OF_CARDINALS.get(language.partition("-")[0], "")
    return _Words(
        {form: value for form, value in values.items() if value}, magnitudes | parts, long, proclitics
    )


def _cardinals(number: int, language: str) -> Iterator[str]:
    """With those that CLDR's rules do not have."""
    ones = tuple(f"{form} " for form in cardinals(1, language)) if number in _WITH_ONE_HUNDRED else ()
    primary = language.partition("-")[0]
    for form in cardinals(number, language):
        yield form
        if number in _WITH_ONE_HUNDRED:
            yield from (form.removeprefix(one) for one in (*ones, *map(str.strip, ones)))
        if primary == "ar":
            yield from _arabic_forms(fold_word(form))
        if primary == "hi":
            yield form.replace("\u093c", "")
            yield form.replace("\u093c", "").replace("ँ", "ं")
        if primary == "he":  # three and six without the letters that stand for vowels
            yield form.replace("שלוש", "שלש").replace("שיש", "שש")


def _arabic_forms(form: str) -> Iterator[str]:
    """Of what is counted in the feminine, three to ten lose their ending and -teen takes it; and cases."""
    feminine = re.sub(r"ة(?= |$)", "", form)
    feminine = re.sub(r" عشر$", " عشرة", feminine)
    for each in (form, feminine, feminine.replace(_ARABIC_EIGHT, _ARABIC_EIGHT[:-1])):
        yield each
        yield re.sub(r"ون(?= |$)", "ين", each)
        yield re.sub(r"^(اثن|اثنت)ا(ن?)(?= |$)", lambda match: f"{match[1]}ي{match[2]}", each)


def _counted(text: str, primary: str) -> Iterator[Number]:
    for pattern, value_of in _counting(primary):
        for match in pattern.finditer(text):
            value = value_of(match["number"].replace(" ", ""))
            if value and value > 1:
                yield _number(match.start("number"), match.end("number"), value)


@lru_cache(maxsize=8)
def _counting(primary: str) -> Sequence[tuple[re.Pattern[str], Callable[[str], int | None]]]:
    """Patterns of numbers before what is counted, and what their words are worth."""
    counters = _any_of(_COUNTERS[primary])
    if primary == "ko":
        return _counting_in_korean(counters)
    if primary == "th":
        words = "|".join((*_THAI_DIGITS, *_THAI_UNITS, *_THAI_MILLION))
        before = "".join(rf"(?<!{word})" for word in (*words.split("|"), "ที่", "หลาย", "กี่"))
        thai = re.compile(rf"{before}(?<!\d)(?<!\d )(?P<number>(?:{words})+) ?(?={counters})")
        return [(thai, lambda written: _value(re.findall(words, written), _THAI))]
    han = re.compile(rf"(?<![{_HAN_SIGNS}\d第数數几幾好多周週期拜])(?P<number>[{_HAN_SIGNS}]+)(?={counters})")
    return [(han, lambda written: _value(written, _HAN))]


def _counting_in_korean(counters: str) -> Sequence[tuple[re.Pattern[str], Callable[[str], int | None]]]:
    values = {
        tens + unit: 10 * ten + one
        for ten, tens in enumerate(_KOREAN_TENS)
        for one, unit in enumerate(_KOREAN_UNITS)
        if 10 * ten + one > 1
    } | {"스무": 20}
    tens, numbers = "|".join(_KOREAN_TENS[1:]), "|".join(sorted(values, key=len, reverse=True))
    native = rf"(?<![가-힣\d])(?!열대)(?P<number>(?:(?:{tens}) )?(?:{numbers})) ?(?={counters})"
    counted = _any_of(_COUNTED_IN_CHINESE)
    chinese = rf"(?<![가-힣\d])(?<!\d )(?P<number>(?=\S*[십백천만억])[{_KOREAN_SIGNS}]+) ?(?={counted})"
    return [
        (re.compile(native), values.get),
        (re.compile(chinese), lambda written: _value(written, _KOREAN)),
    ]


def _any_of(words: str) -> str:
    return "|".join(words.split())


@dataclass(frozen=True, slots=True)
class _Signs:
    """``bare``: units that say a number without a digit before them."""

    digits: Mapping[str, int]
    units: Mapping[str, int]
    myriads: Mapping[str, int]
    bare: frozenset[str]


_HAN = _Signs(_HAN_DIGITS, _HAN_UNITS, _HAN_MYRIADS, frozenset("十"))
_THAI = _Signs(_THAI_DIGITS, _THAI_UNITS, _THAI_MILLION, frozenset({"สิบ"}))
_KOREAN = _Signs(
    _KOREAN_DIGITS,
    {"십": 10, "백": 100, "천": 1000},
    {"만": 10**4, "억": 10**8, "조": 10**12},
    frozenset("십백천만"),
)


def _value(written: Sequence[str], signs: _Signs) -> int | None:
    """None of two digits in a row, which are a year or about so many, and of a unit without a digit."""
    if written[0] not in signs.digits and written[0] not in signs.bare:
        return None
    total = section = digit = 0
    for sign in written:
        if sign in signs.digits:
            if digit:
                return None
            digit = signs.digits[sign]
        elif sign in signs.units:
            section += (digit or 1) * signs.units[sign]
            digit = 0
        else:
            total += (section + digit or 1) * signs.myriads[sign]
            section = digit = 0
    return total + section + digit
