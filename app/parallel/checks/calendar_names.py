"""Months and days of the week, as CLDR names them in each language."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from app.parallel.folding import Folded, fold_word
from app.parallel.locales import find_locale

Kind = Literal["month", "weekday"]

# Written beside CLDR's own names.
_MORE: dict[tuple[str, Kind], dict[int, tuple[str, ...]]] = {
    ("de", "weekday"): {5: ("Sonnabend",)},
    ("zh", "weekday"): {
        day: tuple(f"{week}{sign}" for week in ("星期", "周", "週", "礼拜", "禮拜") for sign in signs)
        for day, signs in enumerate(("一", "二", "三", "四", "五", "六", "日天"))
    },
    ("ja", "weekday"): {day: (f"{sign}曜", f"({sign})") for day, sign in enumerate("月火水木金土日")},
    ("ko", "weekday"): {day: (f"({sign})",) for day, sign in enumerate("월화수목금토일")},
    ("en", "month"): {9: ("Sept",)},
    ("fa", "weekday"): {
        0: ("دو شنبه",), 1: ("سه شنبه",), 2: ("چهار شنبه",), 3: ("پنج شنبه",), 6: ("یک شنبه",),
    },
    ("he", "weekday"): dict(enumerate(
        (name,) for name in ("שני", "שלישי", "רביעי", "חמישי", "שישי", "שבת", "ראשון")
    )),
    ("cs", "month"): {
        9: ("zářím", *(f"zářijov{ending}" for ending in ("ý", "á", "é", "ém", "ého", "ou", "ých"))),
    },
    ("hi", "weekday"): {3: ("बृहस्पतिवार", "गुरूवार", "वीरवार"), 5: ("शनीवार", "शनिचर"), 6: ("इतवार",)},
    ("hi", "month"): {
        2: ("फरवरी",), 9: ("सितम्बर",), 10: ("अक्तूबर",), 11: ("नवम्बर",), 12: ("दिसम्बर",),
    },
    ("pl", "month"): {
        2: (
            "lutym", "lutemu",
            *(f"lutow{ending}" for ending in ("y", "a", "e", "ego", "ej", "ym", "ych", "ą")),
        ),
    },
    ("pt", "weekday"): dict(enumerate(
        (name,) for name in ("segunda", "terça", "quarta", "quinta", "sexta")
    )),
    ("ru", "month"): {5: ("мае", "маю", "маем")},
    ("ru", "weekday"): {
        6: tuple(f"воскресн{ending}" for ending in ("ый", "ая", "ое", "ого", "ом", "ой", "ую")),
    },
    ("th", "weekday"): {3: ("พฤหัส",)},
    ("uk", "month"): {
        2: ("лютому", "лютим", *(f"лютнев{ending}" for ending in ("ий", "а", "е", "ого", "ому", "ої", "у"))),
    },
    ("vi", "month"): dict(enumerate((
        ("tháng giêng", "tháng một"), ("tháng hai",), ("tháng ba",), ("tháng tư",), ("tháng năm",),
        ("tháng sáu",), ("tháng bảy",), ("tháng tám",), ("tháng chín",), ("tháng mười",),
        ("tháng mười một",), ("tháng mười hai",),
    ), start=1)),
    ("vi", "weekday"): {day: (f"thứ {day + 2}",) for day in range(6)},
}  # fmt: skip
_HAN_MONTHS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
_REGIONS = {"ar": ("ar-SY", "ar-DZ", "ar-MA"), "de": ("de-AT",), "fa": ("fa-AF",)}
# Words of the language too: surely a date's only beside a number or behind "in" or "since".
_DOUBTFUL = {
    "ar": frozenset({"مارس", "مايو"}),
    "en": frozenset({"may", "march"}),
    "fa": frozenset({"مه"}),
    "fr": frozenset({"mars"}),
    "hi": frozenset({"मार्च"}),
    "ru": frozenset({"среда", "среду"}),
    "tr": frozenset({"ocak", "mart", "ekim", "pazar", "sali"}),
}
# Of an interval, and nişan, a badge.
_DOUBTFUL_IN_CASES = {"tr": frozenset({"arali", "nisan"})}
# Words that are a month's name but for their accents, or an abbreviation.
_OTHER_WORDS = {
    "cs": frozenset({"pro", "žár"}),
    "es": frozenset({"mar"}),
    "hu": frozenset({"julius"}),
    "it": frozenset({"giù"}),
    "pl": frozenset({"mają", "się"}),
    "sk": frozenset({"majú"}),
    "tr": frozenset({"ara", "martin"}),
}
# Accents make other words there: thắng, to win, is no tháng, month.
_ACCENTS_TELL = frozenset({"vi"})
# Weeks, too: nekoliko nedelja.
_AMBIGUOUS = {
    "bs": frozenset({"nedjelja"}),
    "cs": frozenset({"středu"}),
    "mk": frozenset({"недела"}),
    "sk": frozenset({"stredu"}),
    "sr": frozenset({"nedelja", "nedelju", "недеља", "недељу"}),
}
# Verbs and things where they have no capital and are in no date.
_SMALL = {"en": frozenset({"march", "may", "sat", "sun", "wed"})}
_BESIDE_NUMBER = r"\d(?:st|nd|rd|th|er)?\.?(?: of| de)? ?$", r" ?\d"
_BEHIND_PREPOSITION = re.compile(
    r"\b(?:in|since|until|till|by|last|next|during|from|early|late|mid|en|depuis|fin|début|в|في|شهر|منذ|حتى"
    r"|(?:end|middle|beginning|start|month|week|half|days?) of)[ -]$"
)
_WITHOUT_SPACES = frozenset({"ja", "km", "lo", "my", "th", "yue", "zh"})
_PROCLITICS = {"ar": "[وف]?[بلك]?(?:ال|ل)?", "he": "[והבלכמש]{0,3}"}
_INDECLINABLE = frozenset(
    {
        "en",
        "nl",
        "de",
        "fr",
        "es",
        "it",
        "pt",
        "da",
        "nb",
        "nn",
        "no",
        "sv",
        "af",
        "hi",
        "vi",
        "id",
        "fa",
        "he",
    }
)
# Months are whole words there, or are joined with others, Oktoberfest; Mailand and meisje are none.
_MONTHS_AS_THEY_ARE = frozenset(
    {"ca", "en", "es", "fa", "fr", "gl", "he", "hi", "id", "it", "ms", "pt", "ro", "vi"}
)
_COMPOUNDING = frozenset({"af", "da", "de", "nb", "nl", "nn", "no", "sv"})
_COMPOUND = r"(?:s|se|\w{4,})?"
_COMPOUND_OF_SHORT = (
    r"(?:(?<=ju[ln]i)s|(?:monat|maand|maned|manad|woche|week|tag|dag|halfte|helft|anfang|mitte|ende)\w*)?"
)
_OF_MONTHS_IN_SOUTH_SLAVIC = r"(?:j?(?:[aeiu]|[aeo]m)|sk\w{1,3}|[ауи]|[ео]м|ск\w{1,3})?"
# Septembar, septembra; marec, marca.
_FLEETING_VOWEL = re.compile(r"[aeа]([crр])$")
# What a name ends in that changes, and what it may end in instead; folded.
_CASES: dict[str, tuple[str, str]] = {
    "bg": ("", r"(?:(?:ен)?ск\w{1,3})?"),
    "bs": ("", _OF_MONTHS_IN_SOUTH_SLAVIC),
    "cs": ("aeu", r"(?:[aueiy]|em|ech|um|ov\w{1,4})"),
    "el": ("σ", r"(?:[συι]|υσ|ων)?"),
    "fi": ("u", r"[ui]\w*"),
    "hr": ("ai", r"(?:[aeiu]|[eo]m|og|oga|om[eu]|i[hm]|sk\w{1,3})?"),
    "hu": ("", r"\w*"),
    "pl": ("a", r"(?:[aue]|em|ow|owi|om|ami|ach|zie|ow\w{1,5})"),
    "ru": ("аья", r"(?:[аяуюеьи]|[ое]м|еи|ов|[ая]ми?|[ая]х|(?:[иь]|ов)?ск\w{1,3})"),
    "sl": ("", _OF_MONTHS_IN_SOUTH_SLAVIC),
    "sk": ("a", r"(?:[aieu]|om|och|ov\w{1,4})"),
    "sr": ("", _OF_MONTHS_IN_SOUTH_SLAVIC),
    "tr": ("", r"(?:[ae]|[iu]n?|(?:[iu]n)?[td][ae]n?|(?:[iu]n)?[td][ae]ki\w*|(?:[iu]n)?[ae])?"),
    "uk": ("ая", r"(?:[аяуюеі]|[ое]м|[ое]ві|ям|ями|ях|ів|[ое]в\w{1,4})"),
}
_SOUTH_SLAVIC_ACCUSATIVE = {"a": "u", "а": "у"}
# By the last letter of the nominative. Czech středu and Slovak stredu are of the middle, too.
_ACCUSATIVES = {
    "be": {"а": "у", "я": "ю"}, "bs": _SOUTH_SLAVIC_ACCUSATIVE, "cs": {"a": "u", "e": "i"},
    "hr": _SOUTH_SLAVIC_ACCUSATIVE, "pl": {"a": "ę"}, "ru": {"а": "у", "я": "ю"}, "sk": {"a": "u"},
    "sr": _SOUTH_SLAVIC_ACCUSATIVE, "uk": {"а": "у", "я": "ю"},
}  # fmt: skip
_MONTHS_IN_FORMS = _MONTHS_AS_THEY_ARE | _COMPOUNDING | _CASES.keys()
# Behind a word; Python counts the vowels that Devanagari writes as marks as no part of one.
_NO_MORE = r"(?![^\W_]|[\u0900-\u0903\u093a-\u094f])"
_IN_ANY_CASE = frozenset({"tr"})  # capitals only where the day of the month stands beside it
_NOUNS_WITH_CAPITALS = frozenset({"de", "lb"})
_SHORTEST_ABBREVIATION, _LONG_ABBREVIATION = 3, 4
_SHORTEST_STEM = 4


@dataclass(frozen=True, slots=True)
class CalendarName:
    """``index`` counts weekdays from Monday, 0, and months from January, 1.

    Offsets are those of the folded text.
    """

    kind: Kind
    index: int
    start: int
    end: int


def find_calendar_names(folded: Folded, language: str, kind: Kind) -> Iterator[CalendarName]:
    """Those that can be nothing else."""
    if kind == "month":
        yield from _months_in_cases(folded, language)
    names, pattern = _whole_names(language, kind)
    others = _OTHER_WORDS.get(language.partition("-")[0], frozenset())
    for match in pattern.finditer(folded.text):
        name = names.get(match["name"]) or names[match["name"].replace(" ", "")]
        start, end = match.span("name")
        written = folded.written[slice(*folded.span(start, end))]
        if written.casefold() in others or (name.has_capital and not any(map(str.isupper, written))):
            continue
        if name.accented and written.casefold().replace(" ", "") != name.accented:
            continue
        if kind == "weekday" and written[:1].isupper() and _begins_title(folded, end, language):
            continue
        if not name.is_doubtful or _is_in_date(folded.text, start, end):
            yield CalendarName(kind, name.index, start, end)


def _months_in_cases(folded: Folded, language: str) -> Iterator[CalendarName]:
    """In other forms than CLDR has, and of the noun alone: w sierpniu, elokuussa, в августе."""
    primary = language.partition("-")[0]
    if primary not in _CASES:
        return
    names, _ = _whole_names(language, "month")
    others = _OTHER_WORDS.get(primary, frozenset())
    doubtful = _DOUBTFUL.get(primary, frozenset()) | _DOUBTFUL_IN_CASES.get(primary, frozenset())
    for index, pattern in _forms_of_months(language).items():
        for match in pattern.finditer(folded.text):
            written = folded.written[slice(*folded.span(*match.span()))].casefold()
            is_known = match[0] in names or written in others
            if not is_known and not any(match[0].startswith(each) for each in doubtful):
                yield CalendarName("month", index, *match.span())


@lru_cache(maxsize=64)
def _forms_of_months(language: str) -> dict[int, re.Pattern[str]]:
    primary = language.partition("-")[0]
    forms: dict[int, set[str]] = {}
    for index, written in _of_cldr(language, "month", ("wide",)):
        if len(written) >= _SHORTEST_STEM:
            forms.setdefault(index, set()).add(_month_forms(fold_word(written), primary))
    return {
        index: re.compile(rf"(?<![^\W_])(?:{'|'.join(sorted(each))}){_NO_MORE}")
        for index, each in forms.items()
    }


def may_say(folded: Folded, language: str, kind: Kind, index: int) -> bool:
    """Whether the name stands there in any case, form or abbreviation; or what is only written like it."""
    return _says(folded, _loose_patterns(language, kind)[index], language)


def months_said(folded: Folded, language: str) -> frozenset[int]:
    patterns = _loose_patterns(language, "month")
    if not _any_loose(language).search(folded.text):
        return frozenset()
    return frozenset(month for month, pattern in patterns.items() if _says(folded, pattern, language))


def _says(folded: Folded, pattern: re.Pattern[str], language: str) -> bool:
    """Not by another word: what someone may do is not in May, and who sat did so on any day."""
    primary = language.partition("-")[0]
    others = _OTHER_WORDS.get(primary, frozenset())
    small = _SMALL.get(primary, frozenset())
    for match in pattern.finditer(folded.text):
        written = folded.written[slice(*folded.span(*match.span()))]
        if written.casefold() in others:
            continue
        if written not in small or _is_in_date(folded.text, *match.span()):
            return True
    return False


@dataclass(frozen=True, slots=True)
class _Name:
    """``accented``: as it must be written but for its capitals and spaces, where accents tell words apart."""

    index: int
    has_capital: bool
    is_doubtful: bool
    accented: str = ""


def _begins_title(folded: Folded, end: int, language: str) -> bool:
    """Saturday Night Live, the Sunday Times."""
    if language.partition("-")[0] in _NOUNS_WITH_CAPITALS or folded.text[end : end + 1] != " ":
        return False
    follows = folded.written[folded.origins[end] + 1 :][:1]
    return follows.isupper()


def begins_english_title(folded: Folded, weekday: int) -> bool:
    """Saturday Night Live, in a text of whatever language."""
    names = _whole_names("en", "weekday")
    return any(
        names[0][match["name"]].index == weekday and _begins_title(folded, match.end("name"), "en")
        for match in names[1].finditer(folded.text)
    )


def _is_in_date(text: str, start: int, end: int) -> bool:
    before, after = text[:start], text[end:]
    return (
        re.search(_BESIDE_NUMBER[0], before) is not None
        or re.match(_BESIDE_NUMBER[1], after) is not None
        or (_BEHIND_PREPOSITION.search(before) is not None and not after.startswith(("'", "’")))
    )


@lru_cache(maxsize=256)
def _whole_names(language: str, kind: Kind) -> tuple[dict[str, _Name], re.Pattern[str]]:
    primary = language.partition("-")[0]
    doubtful = _DOUBTFUL.get(primary, frozenset())
    ambiguous = _AMBIGUOUS.get(primary, frozenset())
    names: dict[str, _Name] = {}
    widths = ("wide", "abbreviated") if primary == "zh" else ("wide",)
    for index, written in _of_cldr(language, kind, widths):
        for form in (written, *_on_that_day(written, primary)):
            folded = fold_word(form)
            accented = form.casefold().replace(" ", "") if primary in _ACCENTS_TELL else ""
            if form.casefold() not in ambiguous:
                has_capital = form[:1].isupper() and primary not in _IN_ANY_CASE
                names.setdefault(folded, _Name(index, has_capital, folded in doubtful, accented))
    return names, re.compile(_bounded(_any_of(names), primary))


def _on_that_day(name: str, primary: str) -> Iterator[str]:
    """On Saturday: an accusative in Slavic languages, a superessive in Hungarian, of whatever vowels."""
    ending = _ACCUSATIVES.get(primary, {}).get(name[-1:])
    if ending:
        yield name[:-1] + ending
    if primary == "hu":
        yield from (f"{name}{each}" for each in ("n", "on", "en", "ön"))
        yield f"{name[:-1]}án"


def _bounded(names: str, primary: str) -> str:
    if primary in _WITHOUT_SPACES or primary == "ko":
        return rf"(?<![\d一二三四五六七八九十几数])(?P<name>{names})"
    if primary == "fa":  # Thursday is the fifth of Saturdays, perhaps with a space between
        return rf"(?<![^\W_])(?<!(?:یک|دو|سه) )(?<!پنج )(?<!چهار )(?P<name>{names}){_NO_MORE}"
    return rf"(?<![^\W_]){_PROCLITICS.get(primary, '')}(?P<name>{names}){_NO_MORE}"


@lru_cache(maxsize=256)
def _loose_patterns(language: str, kind: Kind) -> dict[int, re.Pattern[str]]:
    primary = language.partition("-")[0]
    indices = range(1, 13) if kind == "month" else range(7)
    beginnings: dict[int, set[str]] = {index: set() for index in indices}
    abbreviations: dict[int, set[str]] = {index: set() for index in indices}
    forms: dict[int, set[str]] = {index: set() for index in indices}
    for region in (language, *_REGIONS.get(primary, ())):
        for index, written in _of_cldr(region, kind, ("wide",)):
            if kind == "month" and primary in _MONTHS_IN_FORMS:
                forms[index].add(_month_forms(fold_word(written), primary))
                forms[index].add(rf"{re.escape(fold_word(written)[:_LONG_ABBREVIATION])}(?=\.)")
            else:
                beginnings[index].update(_loose_forms(fold_word(written), primary))
        for index, written in _of_cldr(region, kind, ("abbreviated",)):
            if len(written) >= _SHORTEST_ABBREVIATION or primary in _WITHOUT_SPACES:
                abbreviations[index].add(fold_word(written))
    for index, more in _MORE.get((primary, kind), {}).items():
        abbreviations[index].update(map(fold_word, more))
    if kind == "month" and primary in {"ja", "zh", "yue"}:
        for index, sign in enumerate(_HAN_MONTHS, start=1):
            beginnings[index].add(f"{sign}月")
    return {
        index: re.compile(
            _loosely_bounded(
                _any_of(beginnings[index]),
                "|".join((*sorted(forms[index]), _any_of(abbreviations[index]))),
                primary,
            )
        )
        for index in indices
    }


@lru_cache(maxsize=256)
def _any_loose(language: str) -> re.Pattern[str]:
    return re.compile("|".join(pattern.pattern for pattern in _loose_patterns(language, "month").values()))


def _month_forms(name: str, primary: str) -> str:
    """A pattern of the name in its cases, and of words that are made of it."""
    whole = re.escape(name)
    if primary in _COMPOUNDING:
        return whole + (_COMPOUND if len(name) > _SHORTEST_STEM else _COMPOUND_OF_SHORT)
    if primary not in _CASES:
        return whole
    changing, endings = _CASES[primary]
    if primary == "tr":  # Ocak, ocağın
        return re.sub("k$", "[kg]", whole) + endings
    if not changing:
        without = _FLEETING_VOWEL.sub(r"\1", name) if endings == _OF_MONTHS_IN_SOUTH_SLAVIC else name
        return f"(?:{whole}|{re.escape(without)}){endings}"
    return f"{whole}|{re.escape(name[:-1])}{endings}" if name.endswith(tuple(changing)) else whole


def _loose_forms(name: str, primary: str) -> Iterator[str]:
    yield name
    if primary in _WITHOUT_SPACES or primary == "ko" or any(map(str.isdigit, name)):
        return
    if primary == "ar":
        yield name.removeprefix("ال")
    elif primary not in _INDECLINABLE and len(name) > _SHORTEST_STEM:
        yield name[: max(_SHORTEST_STEM, len(name) - 2)]
    elif primary not in _INDECLINABLE and len(name) == _SHORTEST_STEM:
        yield name.rstrip("аеиіоуюяьй")


def _loosely_bounded(beginnings: str, whole: str, primary: str) -> str:
    if primary in _WITHOUT_SPACES or primary == "ko":
        return rf"(?<![\d十])(?:{beginnings}|{whole})"
    start = r"(?<![^\W_])" + _PROCLITICS.get(primary, "")
    if primary == "ar":  # with its article a name is long enough to be found where spaces were lost
        return rf"(?:{beginnings})(?!\d)|{start}(?:{whole}){_NO_MORE}"
    return rf"{start}(?:(?:{beginnings})(?!\d)|(?:{whole}){_NO_MORE})"


def _of_cldr(language: str, kind: Kind, widths: Iterable[str]) -> Iterator[tuple[int, str]]:
    locale = find_locale(language)
    if locale is None:
        return
    contexts = locale.months if kind == "month" else locale.days
    for context in ("format", "stand-alone"):
        for width in widths:
            for index, name in contexts[context][width].items():
                yield int(index), str(name)


def _any_of(names: Iterable[str]) -> str:
    """Where a month is its number and a sign, 12月, a space may stand between."""
    ranked = sorted(filter(None, names), key=len, reverse=True)
    return "|".join(re.sub(r"(?<=\d)(?=[^\d\\])", " ?", re.escape(name)) for name in ranked) or "(?!)"
