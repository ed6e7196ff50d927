"""Words to stems, with the Snowball stemmer of their language if there is one."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from Stemmer import Stemmer

from app.gazetteer.false_friends import is_common_word
from app.search.folding import fold

_STEMMERS = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek",
    "en": "english", "eo": "esperanto", "es": "spanish", "et": "estonian", "eu": "basque",
    "fa": "persian", "fi": "finnish", "fr": "french", "ga": "irish", "hi": "hindi", "hu": "hungarian",
    "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian", "nb": "norwegian",
    "ne": "nepali", "nl": "dutch_porter", "nn": "norwegian", "pl": "polish", "pt": "portuguese",
    "ro": "romanian", "ru": "russian", "sr": "serbian", "st": "sesotho", "sv": "swedish", "ta": "tamil",
    "tr": "turkish", "yi": "yiddish",
}  # fmt: skip
"""Not ``dutch``: since Snowball 3 it takes ``minister`` for ``mini`` and ``veiligheid`` for ``veil``."""

LANGUAGES = frozenset(_STEMMERS)


_PLURALS = {
    "fr": (("s", ""),),  # conseillers
    "nl": (("ies", "ie"),),  # coalities
    "pt": (("ões", "ão"), ("ães", "ão"), ("oes", "ao")),  # nações, alemães
}
"""Endings that the stemmer leaves alone."""
_MORE_THAN_ONCE = frozenset({"sv", "tr"})
"""Where it takes an ending off a plural, and from the singular one more: ``soldaterna``, ``soldat``."""
_MOST_TIMES = 4
_LEAST = 2
"""Letters of what is left of a word."""
_SHORTEST = 3
"""Of stems that may be common words: ``sea`` is no form of French ``se``, nor ``deniz`` of Turkish ``de``."""


_UKRAINIAN_ENDING = re.compile(
    "(?<=.{4})(?:ями|ами|ими|іми|ові|еві|єві|ого|ому|ах|ях|ам|ям|ою|ею|єю|ів|їв|ом|ем|єм|их|ій|ої)$"
    "|(?<=.{3})[аяуюиіїеєоьй]$"
)
"""Of nouns and adjectives; Snowball has no Ukrainian."""
_LEFT_OVER = {
    "el": re.compile("(?<=.{4})ι$"),  # εμβόλιο, as εμβόλια
    "es": re.compile("(?<=..[aeiou])s$"),  # osos: too short for the stemmer
    "fi": re.compile("(?<=...s)t$"),  # pakolaisten, as pakolaiset
    "it": re.compile("(?<=...)[aeio]$"),  # orsi, orso
    "nl": re.compile(r"([bdfgklmnprst])(?=\1$)"),  # kankercellen, kankercel
    "pt": re.compile("(?<=..[aeiou])s$"),  # ursos
    "uk": _UKRAINIAN_ENDING,
}
"""What the stemmer leaves of some forms and takes off others."""


_SHORTEST_OF_ALL_ENDINGS = 4
"""Letters of a Turkish stem. To make fewer the stemmer takes off more than endings: ``do`` of ``domuz``."""
_TURKISH_CASE = re.compile(
    "(?<=..)l[ae]r$|(?<=..)[dt][ae]n?$|(?<=...)s[ıiuü](?:n(?:[aeıiuü]|[dt][ae]n?|[ıiuü]n))?$|(?<=..)[ıiuü]n$"
    "|(?<=...)y[aeıiuü]$|(?<=..)[aeıiuü]$"
)
"""Or plural, or possessive."""
_TURKISH_POSSESSIVE = re.compile("(?<=..[aeıioöuü])s[ıiuü](?:n(?:[aeıiuü]|[dt][ae]n?|[ıiuü]n)|yl[ae])?$")
"""Behind a vowel: mahkemesi, mahkemesinin. The stemmer leaves its s."""
_TAKEN_FOR_ENDING = {"ru": re.compile("(?<=..)[оеё]в$")}
"""Of surnames, that the stemmer takes for genitive plurals: Иванов, but Иванова, Ивановым."""


_OF_NEN = re.compile("(?<=...)(?:nen|(?<=[aeiouyäö])st[aä])$")
"""Of Finnish words, that may be forms of one in -nen: the nominative, and what may be its partitive."""
_OF_S = re.compile("(?<=...[uyo])ks$|(?<=..[aeiouyäö][uy])[dt]$")
"""Of Finnish stems, that may be of a noun in -s: hallitukse-, hallitus, and mahdollisuude-, mahdollisuus."""
_PARTITIVE = re.compile("(?<=..[lnr]t)(?:aa|ää)$|(?<=..[ei])(?:aa|ää)$")
"""Of Finnish words, whose nominative the stemmer takes for another case: silta, silla-."""


_HEBREW_PLURALS = (("ימ", ""), ("ות", "ה"), ("יות", "ית"))
"""Folded, without the forms that letters have at the end."""
_HEBREW_PROCLITICS = tuple("בהול")
"""Of a word that begins so, a letter less may be its own; with another one it is oftener a noun, as שאלות."""
_HEBREW_PARTICIPLE = re.compile("(?<=^.ו.)ימ$")
"""Whose singular may end in ה: מורים, מורה."""


def other_stems(word: str, language: str) -> Iterator[str]:
    """Of a word in small letters that may be a form of another one than the stemmer takes it for.

    Finnish Hakkarainen is Hakkaraisen, and Hakkaraista, Turkish mahkemesi mahkeme; for Hebrew, of a plural,
    there is no stemmer.
    """
    if language == "fi":
        yield from _other_finnish_stems(word)
    if language == "tr" and (possessive := _TURKISH_POSSESSIVE.search(word)):
        yield stem(word[: possessive.start()], "tr")
    if language == "he":
        least = _SHORTEST + word.startswith(_HEBREW_PROCLITICS)
        for plural, singular in _HEBREW_PLURALS:
            if fold(word).endswith(plural) and len(word) >= len(plural) + least:
                yield fold(word).removesuffix(plural) + singular
        if _HEBREW_PARTICIPLE.search(fold(word)):
            yield _HEBREW_PARTICIPLE.sub("ה", fold(word))


def _other_finnish_stems(word: str) -> Iterator[str]:
    if ending := _OF_NEN.search(word):
        yield stem(f"{word[: ending.start()]}sen", "fi")
    if _PARTITIVE.search(word):
        yield stem(word[:-1], "fi")
    yield _OF_S.sub("s", stem(word, "fi"))


def stem_of_noun(word: str, language: str) -> str | None:
    """Of an Arabic word in small letters: as with its article. Without one its first letter may be taken for
    "and" or "with", and its ending for that of a verb.
    """
    return stem(f"ال{word}", language) if language == "ar" and not word.startswith("ال") else None


def is_stem_itself(word: str, language: str) -> bool:
    """Whether a word in small letters may be the stem of its other forms, though its own is shorter."""
    ending = _TAKEN_FOR_ENDING.get(language)
    return ending is not None and ending.search(word) is not None


def stem(word: str, language: str) -> str:
    """Of a word in small letters; itself where nobody wrote a stemmer."""
    left_over = _LEFT_OVER.get(language)
    stemmed = _stemmed(word, language)
    if language == "tr" and len(stemmed) < _SHORTEST_OF_ALL_ENDINGS:
        stemmed = _without_cases(word)
    return left_over.sub("", stemmed) if left_over else stemmed


def _stemmed(word: str, language: str) -> str:
    stemmer = _stemmer(language)
    if stemmer is None:
        return word
    for ending, singular in _PLURALS.get(language, ()):
        if word.endswith(ending):
            word = word.removesuffix(ending) + singular
    for _ in range(_MOST_TIMES if language in _MORE_THAN_ONCE else 1):
        stemmed = stemmer(word) or word
        is_too_short = len(stemmed) < _LEAST < len(word)
        if is_too_short or (len(stemmed) < _SHORTEST and is_common_word(fold(stemmed), language)):
            break
        word = stemmed
    return word


def _without_cases(word: str) -> str:
    """Of a Turkish noun."""
    while (shorter := _TURKISH_CASE.sub("", word)) != word:
        word = shorter
    return word


@cache
def _stemmer(language: str) -> Callable[[str], str] | None:
    name = _STEMMERS.get(language)
    return Stemmer(name, maxCacheSize=0).stemWord if name else None
