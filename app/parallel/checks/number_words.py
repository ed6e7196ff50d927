"""Numbers in words: whether a text says one, in any of the forms that CLDR's spell-out rules know."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from unicode_rbnf import RbnfEngine
from unicode_rbnf.engine import NoRuleForNumberError

from app.parallel.folding import Folded, fold_word
from app.parallel.magnitudes import words_of_magnitude

LARGEST = 10**15
_LONGEST_ENDING = 12
_LONGEST_ENDING_WITHIN = 3
_LONG_WORD = 8
_CARDINAL = ("spellout-cardinal", "spellout-numbering")
_LINKED = {"cs": "a", "sk": "a", "sl": "in"}
# Which leave their "and" out in compounds: двадесетдеветогодишњи.
_UNLINKED = {"bs": " i ", "hr": " i ", "sr": " и "}
_COMPOUNDS = range(21, 100)
_SHORTEST_STEM = 4
# Languages whose number words end otherwise from case to case, or before "-year-old".
_STEM_LANGUAGES = frozenset({
    "be", "bg", "bs", "cs", "el", "es", "et", "fi", "fr", "hi", "hr", "hu", "is", "it", "kk", "lt", "lv",
    "mk", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "tr", "uk",
})  # fmt: skip
_WITHOUT_SPACES = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
PROCLITICS = {"ar": "[وف]?[بلك]?(?:ال|ل)?", "he": "[והבלכמש]{0,3}", "fa": "", "ur": ""}
# A dual: the noun's ending says two, and no word does.
_DUALS = {"ar": {2}, "he": {2}, "sl": {2}}
# Said in a word that is no number; what the other side may well write in digits.
_OTHER_WORDS: dict[str, dict[int, tuple[str, ...]]] = {
    "ar": {
        10: ("عقد",), 12: ("دزينة",),
        200: ("مائتا", "مائتي", "مائتان", "مائتين", "مئتا", "مئتي", "مئتان", "مئتين"),
        2000: ("ألفا", "ألفي", "ألفان", "ألفين"), 2 * 10**6: ("مليونا", "مليوني", "مليونان", "مليونين"),
        2 * 10**9: ("مليارا", "ملياري", "ملياران", "مليارين"),
    },
    "cs": {
        2: ("dvou",), 3: ("tří",), 4: ("čtyř",), 5: ("pěti",), 6: ("šesti",), 7: ("sedmi",), 8: ("osmi",),
        9: ("devíti",), 10: ("deseti",), 12: ("tucet", "tuct"), 30: ("půl",), 50: ("polovina", "půl"),
        100: ("sta", "stý", "stou"),
    },
    "da": {2: ("dobbel", "dobl"), 12: ("dusin",), 30: ("halv",), 50: ("halv",)},
    "de": {
        2: ("beide", "doppelt", "verdoppel", "Paar"), 6: ("halbes Dutzend",), 10: ("Jahrzehnt",),
        12: ("Dutzend",), 15: ("Viertel",), 25: ("Viertel",), 30: ("halb",), 50: ("Hälfte", "halb"),
    },
    "en": {
        2: ("both", "couple", "doubl", "dual", "pair", "twice", "half"), 3: ("triple", "trio"),
        6: ("half a dozen", "half dozen"),
        10: ("decade", "teen"), 12: ("dozen",), 15: ("quarter",), 25: ("quarter",), 30: ("half",),
        50: ("half",),
    },
    "es": {
        2: ("ambos", "doble", "duplic", "par"), 3: ("tercio",), 10: ("decena", "década"), 12: ("docena",),
        30: ("media",), 50: ("mitad", "medio"),
    },
    "fi": {12: ("tusina",), 40: ("nelikymmen",), 30: ("puoli",), 50: ("puole",)},
    "fr": {
        2: ("double", "couple"), 3: ("tiers",), 10: ("dizaine", "décennie"), 12: ("douzaine",),
        30: ("demie",), 50: ("moitié",),
    },
    "he": {
        3: ("שלשה", "שלש"), 6: ("ששה",), 10: ("עשור",), 12: ("תריסר",), 200: ("מאתיים",),
        2000: ("אלפיים",),
    },
    "hi": {12: ("दर्जन",)},
    "hu": {12: ("tucat",), 30: ("fél",), 50: ("fele",)},
    "it": {2: ("doppi", "raddoppi"), 10: ("decina", "decennio"), 12: ("dozzina",)},
    "ja": {2: ("倍増",), 11: ("イレブン",), 12: ("ダース",), 30: ("半",), 50: ("半",)},
    "ko": {
        2: ("이틀",), 3: ("사흘",), 4: ("나흘",), 5: ("닷새",), 6: ("엿새",), 7: ("이레",), 8: ("여드레",),
        9: ("아흐레",), 10: ("열흘",), 15: ("보름",), 30: ("반",), 50: ("절반",),
    },
    "nb": {12: ("dusin",), 30: ("halv",), 50: ("halv",)},
    "nl": {
        2: ("beide", "dubbel", "verdubbel", "paar"), 6: ("half dozijn",), 10: ("tiental", "decennium"),
        11: ("elftal",), 12: ("dozijn",), 15: ("kwart",), 25: ("kwart",), 30: ("half",), 50: ("helft",),
    },
    "pl": {
        12: ("tuzin",), 20: ("dwudziesto",), 30: ("trzydziesto", "pół", "wpół"), 40: ("czterdziesto",),
        50: ("pięćdziesięcio", "połow"), 60: ("sześćdziesięcio",), 70: ("siedemdziesięcio",),
        80: ("osiemdziesięcio",), 90: ("dziewięćdziesięcio",), 100: ("setn",),
    },
    "pt": {2: ("dobr", "duplic"), 3: ("terço",), 10: ("dezena", "década"), 12: ("dúzia",)},
    "ru": {2: ("удво", "вдво"), 12: ("дюжин",), 30: ("пол",), 50: ("половин",)},
    "sv": {
        2: ("dubb", "fördubbl"), 10: ("decenni", "årtionde"), 12: ("dussin",), 30: ("halv",),
        50: ("halv", "hälft"),
    },
    "th": {12: ("โหล",)},
    "tr": {12: ("düzine",)},
    "uk": {12: ("дюжин",)},
    "zh": {
        2: ("双", "雙", "翻番", "翻一番", "翻倍", "一倍", "加倍"), 12: ("一打",), 30: ("半",), 50: ("半",),
    },
}  # fmt: skip
# In front of a word of magnitude, whatever its ending: half a million, halbe Million, anderhalf miljoen.
HALVES = {
    "ar": "نصف", "cs": "pul", "da": "halv", "de": "halb", "el": "μισο", "en": "half", "es": "medi",
    "fi": "puoli", "fr": "demi", "he": "חצי", "hu": "fel", "it": "mezz", "nb": "halv", "nl": "half|halve",
    "nn": "halv", "no": "halv", "pl": "po[lł]", "pt": "mei", "ro": "jumatate", "ru": "пол", "sv": "halv",
    "tr": "yarim", "uk": "пів",
}  # fmt: skip
_ARTICLE = r"(?:of an?|an?|een|une?|de|di)"
_AND = r"(?:and an?|und eine|en een|et|y|e|og en|och en|и)"
_NEVER = re.compile("(?!)")
# One letter may begin any word, and Le and Ce are French.
_ROMAN = re.compile(
    r"(?<![^\W_])(?:"
    r"[IVXLC](?![^\W_])|[IVXLC]{2,}(?![^\W_a-zà-ÿа-я])"
    r"|(?:[IVX]|[IVXLC]{2,})(?=(?:e|è|er|ème|ème|st|nd|th)\b))"
)
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def says(folded: Folded, value: Decimal, language: str) -> bool:
    """Whether the text has the number as a word, cardinal or ordinal, or in Roman numerals."""
    if value != int(value) or not 0 <= value < LARGEST:
        return False
    number = int(value)
    primary = language.partition("-")[0]
    if number in _DUALS.get(primary, ()):
        return True
    return (
        _pattern(number, language).search(folded.text) is not None
        or _half_pattern(number, language).search(folded.text) is not None
        or number in _roman_numbers(folded.written)
    )


def says_half(folded: Folded, language: str) -> bool:
    """Whether a word begins or ends as half does: half a mile, one and a half, anderhalve."""
    half = HALVES.get(language.partition("-")[0])
    return half is not None and re.search(rf"\b(?:{half})|(?:{half})\w{{0,2}}\b", folded.text) is not None


@lru_cache(maxsize=8192)
def _half_pattern(number: int, language: str) -> re.Pattern[str]:
    """Half a million of 500,000; of 1,500,000 anderhalf miljoen, one and a half million."""
    primary = language.partition("-")[0]
    words = "|".join(
        re.escape(word)
        for factor, said in words_of_magnitude(language).items()
        if number * 2 % factor == 0 and number * 2 // factor % 2
        for word in said
    )
    if not words or primary not in HALVES:
        return _NEVER
    half, is_part = rf"(?:{HALVES[primary]})\w{{0,2}}", number * 2 in words_of_magnitude(language)
    before = r"(?<!\w)" if is_part else rf"(?:(?<=\w)|(?<!\w){_AND} )"
    forms = [rf"{before}{half}[ -]?(?:{_ARTICLE} ?)?(?:{words})(?!\w)"]
    if not is_part:
        forms.append(rf"(?<!\w)(?:{words}) {_AND} {half}(?!\w)")
    return re.compile("|".join(forms))


@lru_cache(maxsize=8192)
def _pattern(number: int, language: str) -> re.Pattern[str]:
    primary = language.partition("-")[0]
    forms = {fold_word(form) for form in _forms(number, language)}
    return re.compile(
        "|".join(_form_pattern(form, primary) for form in sorted(forms, key=len) if form) or _NEVER.pattern
    )


def _form_pattern(form: str, primary: str) -> str:
    """The words of a number may be joined, hyphened or apart."""
    if _WITHOUT_SPACES.search(form):
        return re.escape(form.replace(" ", ""))
    words = "[ -]?".join(_word_pattern(word, primary) for word in re.split(r"[ -]+", form))
    words = words.replace("\u093c", "\u093c?").replace("ँ", "[ँं]")  # हज़ार, हजार; पाँच, पांच
    ending = rf"\w{{0,{_LONGEST_ENDING}}}" if len(form) >= _SHORTEST_STEM or not form.isascii() else ""
    return rf"(?<![^\W_]){PROCLITICS.get(primary, '')}{words}{ending}(?!\w)"


def _word_pattern(word: str, primary: str) -> str:
    """With the endings that cases and compounds give it."""
    if primary == "hu" and word.endswith("ezer"):  # tízezres
        return rf"{re.escape(word[:-2])}e?r"
    if primary in _STEM_LANGUAGES and len(word) > _SHORTEST_STEM:
        stem = word[:-1] if len(word) < _LONG_WORD else word[:-2]
        return rf"{re.escape(stem)}\w{{0,{_LONGEST_ENDING_WITHIN}}}"
    if primary == "ar" and word.endswith("ون"):
        return rf"(?:ال)?{re.escape(word[:-2])}[وي]ن"
    if primary == "ar":
        return rf"(?:ال)?{re.escape(word.removesuffix('ة'))}ة?"
    if primary == "en" and word.endswith("ty"):
        return rf"{re.escape(word[:-1])}(?:y|ies)"
    return re.escape(word)


def _forms(number: int, language: str) -> Iterator[str]:
    engine = _engine(language)
    if engine is not None:
        for name in _rulesets(language):
            try:
                form = engine.format_number(number, ruleset_names=[name]).text.replace("\u00ad", "")
            except (NoRuleForNumberError, ValueError, RecursionError):
                continue
            yield form
            if link := _UNLINKED.get(language.partition("-")[0]):
                yield form.replace(link, " ")
        yield from _compounds(number, language)
    yield from words_of_magnitude(language).get(number, ())
    yield from _other_words(number, language.partition("-")[0])


def cardinals(number: int, language: str) -> Iterator[str]:
    """In all genders and cases that CLDR has rules for."""
    engine = _engine(language)
    for name in _rulesets(language) if engine else ():
        if engine and name.startswith(_CARDINAL) and not name.endswith("year"):
            try:
                yield engine.format_number(number, ruleset_names=[name]).text.replace("\u00ad", "")
            except (NoRuleForNumberError, ValueError, RecursionError):
                continue


def _other_words(number: int, primary: str) -> Iterator[str]:
    words = _OTHER_WORDS.get(primary, {})
    yield from words.get(number, ())
    if primary == "pl" and number in _COMPOUNDS:  # czterdziestodwuletni
        yield from (word for word in words[number // 10 * 10] if word.endswith("o"))


def _compounds(number: int, language: str) -> Iterator[str]:
    """Two-and-thirty, which Czech says beside thirty-two."""
    primary = language.partition("-")[0]
    if number not in _COMPOUNDS or number % 10 == 0 or primary not in _LINKED:
        return
    link = _LINKED[primary]
    tens, unit = set(_forms(number // 10 * 10, language)), set(_forms(number % 10, language))
    for first in unit:
        for second in tens:
            yield f"{first}{link}{second}"
            if first.endswith(link):
                yield f"{first}{second}"


@lru_cache(maxsize=256)
def _rulesets(language: str) -> tuple[str, ...]:
    engine = _engine(language)
    if engine is None:
        return ()
    return tuple(
        name
        for name, ruleset in engine.rulesets.items()
        if name.startswith("spellout") and not ruleset.is_private
    )


@lru_cache(maxsize=256)
def _engine(language: str) -> RbnfEngine | None:
    supported = RbnfEngine.get_supported_languages()
    primary = language.partition("-")[0]
    for name in (language.replace("-", "_"), {"nb": "no", "zh": "zh"}.get(primary, primary)):
        if name in supported:
            return RbnfEngine.for_language(name)
    return None


@lru_cache(maxsize=256)
def _roman_numbers(text: str) -> frozenset[int]:
    return frozenset(_roman_value(match[0]) for match in _ROMAN.finditer(text))


def _roman_value(numeral: str) -> int:
    digits = [_ROMAN_DIGITS[letter] for letter in numeral]
    return sum(
        -digit if digit < following else digit
        for digit, following in zip(digits, [*digits[1:], 0], strict=True)
    )
