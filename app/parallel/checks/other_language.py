"""Texts of a translation that are in another language than it, and words that are in another script."""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from app.language.registry import registry
from app.language.tag import canonical_subtags
from app.parallel.checks.finding import Finding, Span
from app.parallel.checks.function_words import (
    foreign_function_words,
    function_words,
    languages_with_words,
)
from app.parallel.checks.ordinary_words import is_ordinary
from app.parallel.checks.quotation_marks import without_quoted
from app.parallel.checks.words import find_words
from app.parallel.letters import HAN, HANGUL, KANA

FEWEST_WORDS = 4
FEWEST_FUNCTION_WORDS = 2
LEAST_SHARE = 0.2
"""Of function words that only the other language has; prose has 30 to 60 percent in all."""
OWN_SHARE = 0.15
"""Of function words of the own language for one of the other's, up to which it is none; and of letters."""
OTHER_SHARE = 0.3
"""Of letters of a third script from which on it is not the own one. Names are in Latin letters anywhere."""
FEWEST_LETTERS = 6
FEWEST_IN_LOWER_CASE = 2
_LATIN = "LATIN"
_CHINESE = ("CJK",)
# As the names of their letters in Unicode begin.
_LETTERS: dict[str, tuple[str, ...]] = {
    "Arab": ("ARABIC",), "Armn": ("ARMENIAN",), "Beng": ("BENGALI",), "Cyrl": ("CYRILLIC",),
    "Deva": ("DEVANAGARI",), "Ethi": ("ETHIOPIC",), "Geor": ("GEORGIAN",), "Grek": ("GREEK",),
    "Gujr": ("GUJARATI",), "Guru": ("GURMUKHI",), "Hans": _CHINESE, "Hant": _CHINESE, "Hebr": ("HEBREW",),
    "Jpan": (*_CHINESE, "HIRAGANA", "KATAKANA"), "Khmr": ("KHMER",), "Knda": ("KANNADA",),
    "Kore": (*_CHINESE, "HANGUL"), "Laoo": ("LAO",), "Latn": (_LATIN,), "Mlym": ("MALAYALAM",),
    "Mymr": ("MYANMAR",), "Sinh": ("SINHALA",), "Taml": ("TAMIL",), "Telu": ("TELUGU",), "Thai": ("THAI",),
}  # fmt: skip
# Whose tag does not say which one a text is in.
_OF_TWO_SCRIPTS = frozenset({
    "az", "bs", "ha", "kk", "ks", "ku", "ky", "mn", "ms", "pa", "sd", "sh", "sr", "tg", "tk", "ug", "uz",
    "yue",
})  # fmt: skip
# Where English words of sports, fashion and the net are written as in English as a rule.
_TAKES_LOANWORDS = frozenset({"el"})
_LOANWORDS = frozenset({
    "bitcoin", "email", "emails", "hashtag", "internet", "online", "podcast", "podcasts", "selfie",
    "smartphone", "software", "startup", "tweet", "tweets", "webinar",
})  # fmt: skip
_ENGLISH = "en"
_WITH_HAN = frozenset({"ja", "ko"})
_HAN = re.compile(r"[\u3400-\u9fff]{2,}")
_Left = tuple[tuple[int, int], tuple[int, int] | None]
"""Where in the target, and in the source."""
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_OF_SOURCE = 2
# Units and particles of names have fewer letters. No addresses, codes, names of products.
_LATIN_WORD = re.compile(r"(?<![A-Za-zÀ-ɏ0-9@#/._&+-])[a-zß-ÿ]{5,}(?![A-Za-zÀ-ɏ0-9@/_&+-]|\.[A-Za-z0-9])")
_SHORTEST_IN_SOURCE = 5
_ANY_LATIN_WORD = re.compile(_LATIN_WORD.pattern.replace("[a-zß-ÿ]{5,}", "[A-Za-zÀ-ÿ][a-zß-ÿ]{3,}"))
_MARKS = "\u064b-\u0652\u0900-\u0dff\u0e31-\u0e4e"
# A single sign may be a word, a single letter of an alphabet a symbol.
_OTHER_WORD = re.compile(
    rf"[^\W\d_A-Za-zÀ-ɏḀ-ỿ](?:[^\W\d_A-Za-zÀ-ɏḀ-ỿ]|[{_MARKS}])+|{HAN.pattern}|{KANA.pattern}|{HANGUL.pattern}"
)


def other_language_findings(
    source: str, target: str, source_language: str, target_language: str
) -> Iterator[Finding]:
    """``source`` may be empty. What is in another language on both sides is so on purpose."""
    found = _other_language(target, target_language)
    if found is not None and (not source or _other_language(source, source_language) is None):
        evidence = {"target": target, **({"language": found} if found else {})}
        yield Finding("wrong-language", (), (Span(0, len(target)),), evidence)


def other_script_findings(
    source: str, target: str, source_language: str, target_language: str, known: Collection[Span] = ()
) -> Iterator[Finding]:
    """Ordinary words. ``known``: what was found to be left over already."""
    primary = target_language.partition("-")[0]
    if is_in_latin(target_language) is is_in_latin(source_language) or primary in _TAKES_LOANWORDS:
        left: Iterable[_Left] = (
            *_in_letters_of_source(source, target, source_language, target_language),
            *_in_chinese(target, primary),
        )
    elif is_in_latin(target_language):
        left = _of_source(source, target)
    else:
        left = (*_in_latin_letters(source, target, source_language), *_in_chinese(target, primary))
    for (start, end), where in left:
        if not any(span.start <= start < span.end for span in known):
            there = (Span(*where),) if where else ()
            yield Finding("leftover-language", there, (Span(start, end),), {"target": target[start:end]})


def _of_source(source: str, target: str) -> Iterator[_Left]:
    """Words, or parts of longer ones: many languages write no spaces, or endings on to words."""
    for match in _OTHER_WORD.finditer(without_quoted(target)):
        place = source.find(match[0])
        if place >= 0:
            yield match.span(), (place, place + len(match[0]))


def _in_latin_letters(source: str, target: str, source_language: str) -> Iterator[_Left]:
    """Words of the source; and of another source English ones that are no names."""
    words = list(_ANY_LATIN_WORD.finditer(source))
    there = {match[0].casefold(): match.span() for match in reversed(words)}
    in_lower_case = {match[0] for match in words if match[0].islower()}
    for match in _ANY_LATIN_WORD.finditer(without_quoted(target)):
        word = match[0]
        if not word.islower() or word in _LOANWORDS:
            continue
        is_whole = word in in_lower_case and len(word) >= _SHORTEST_IN_SOURCE
        if word in there and (is_whole or is_ordinary(word, source_language)):
            yield match.span(), there[word]
        elif word not in there and is_ordinary(word, _ENGLISH) and not source_language.startswith(_ENGLISH):
            yield match.span(), None


def _in_letters_of_source(
    source: str, target: str, source_language: str, target_language: str
) -> Iterator[_Left]:
    """Kana in Chinese, Cyrillic in Arabic. Names are in Latin letters anywhere."""
    there, here = (_LETTERS.get(_script_of(each), ()) for each in (source_language, target_language))
    only_there = {*there} - {*here, _LATIN}
    for word in _WORD.finditer(without_quoted(target)) if here and only_there else ():
        start = word.start()
        for is_left, letters in groupby(word[0], key=lambda each: _script_of_letter(each) in only_there):
            run = "".join(letters)
            place = source.find(run)
            if is_left and len(run) >= _FEWEST_OF_SOURCE and place >= 0:
                yield (start, start + len(run)), (place, place + len(run))
            start += len(run)


def _in_chinese(target: str, language: str) -> Iterator[_Left]:
    """Words in Japanese or Korean with a sign that only Chinese writes so."""
    for match in _HAN.finditer(without_quoted(target)) if language in _WITH_HAN else ():
        if language == "ko" or any(map(_is_chinese_alone, match[0])):
            yield match.span(), None


@lru_cache(maxsize=8192)
def _is_chinese_alone(sign: str) -> bool:
    return _can_encode(sign, "gb2312") and not _can_encode(sign, "shift_jis_2004")


def _can_encode(sign: str, encoding: str) -> bool:
    try:
        sign.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _other_language(text: str, language: str) -> str | None:
    """Empty where all that is known is that it is not this one."""
    outside = without_quoted(text)
    if _is_in_other_script(outside, language):
        return ""
    if language.startswith("ja") and _is_in_chinese(outside):
        return "zh"
    if not function_words(language):
        return None
    words = [word.text.casefold() for word in find_words(outside)]
    if len(words) < FEWEST_WORDS:
        return None
    words = list(dict.fromkeys(words))
    counted = {other: _function_words(words, other, language) for other in languages_with_words()}
    best = max(counted, key=lambda other: counted[other])
    enough = counted[best] >= max(FEWEST_FUNCTION_WORDS, LEAST_SHARE * len(words))
    return best if enough and _function_words(words, language, best) <= OWN_SHARE * counted[best] else None


def _function_words(words: Sequence[str], language: str, other: str) -> int:
    """Those that the other does not have."""
    own = foreign_function_words(language, other)
    return sum(word in own for word in words)


def _is_in_other_script(text: str, language: str) -> bool:
    """Latin letters may be names, so that there have to be words in lower case."""
    own = _LETTERS.get(_script_of(language))
    scripts = Counter(map(_script_of_letter, _LETTER.findall(text)))
    total = scripts.total()
    if not own or total < FEWEST_LETTERS:
        return False
    others = total - scripts[_LATIN] - sum(scripts[name] for name in own if name != _LATIN)
    if others > OTHER_SHARE * total:
        return True
    is_without_own = sum(scripts[name] for name in own) <= OWN_SHARE * total
    return is_without_own and len(_LATIN_WORD.findall(text)) >= FEWEST_IN_LOWER_CASE


def _is_in_chinese(text: str) -> bool:
    """Without a letter of kana, which no sentence in Japanese lacks."""
    letters = _LETTER.findall(text)
    return (
        len(letters) >= FEWEST_LETTERS
        and all(_script_of_letter(letter) not in {"HIRAGANA", "KATAKANA"} for letter in letters)
        and any(map(_is_chinese_alone, letters))
    )


@lru_cache(maxsize=4096)
def _script_of_letter(letter: str) -> str:
    return re.split("[ -]", unicodedata.name(letter, ""))[0]


def is_in_latin(language: str) -> bool:
    return _script_of(language) in {"Latn", ""}


@lru_cache(maxsize=256)
def _script_of(language: str) -> str:
    subtags = canonical_subtags(language)
    if subtags is None or (subtags.language in _OF_TWO_SCRIPTS and not subtags.script):
        return ""
    return subtags.script or registry().likely_script(subtags.language, subtags.region)
