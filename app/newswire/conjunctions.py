"""The word for "and", language by language: between names it tells which language a text was left in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.newswire.decoding import Line
from app.newswire.findings import Finding
from app.newswire.names import PARTICLES
from app.newswire.punctuation import primary

# Languages written without capitals have an empty entry: names in Latin letters stand in their texts too.
CONJUNCTIONS: dict[str, str] = {
    "af": "en", "bg": "и", "be": "і й ды", "bs": "i", "ca": "i", "cs": "a", "cy": "a ac", "da": "og",
    "de": "und", "el": "και κι", "en": "and", "es": "y e", "et": "ja ning", "eu": "eta", "fi": "ja sekä",
    "fr": "et", "ga": "agus", "gl": "e", "hr": "i", "hu": "és", "id": "dan", "is": "og", "it": "e ed",
    "kk": "және", "lb": "an", "lt": "ir", "lv": "un", "mk": "и", "ms": "dan", "nb": "og", "nl": "en",
    "nn": "og", "no": "og", "pl": "i oraz", "pt": "e", "ro": "și şi", "ru": "и", "sk": "a", "sl": "in",
    "sq": "dhe", "sr": "i и", "sv": "och", "sw": "na", "tr": "ve", "uk": "і й та", "vi": "và",
    "ar": "", "bn": "", "fa": "", "he": "", "hi": "", "ja": "", "ko": "", "ta": "", "th": "", "ur": "",
    "zh": "",
}  # fmt: skip

# Written like another language's "and", but at home here, so no sign of anything.
LOOKALIKES: dict[str, str] = {
    "af": "in dan ja u",
    "be": "и та",
    "bg": "й та",
    "bs": "a na ja e dan",
    "ca": "en a e un",
    "cs": "i na ve e",
    "cy": "i na an dan un e y",
    "da": "en et i ja in",
    "de": "in an ja",
    "en": "a in an",
    "es": "en a un ya",
    "et": "et a e",
    "eu": "ja e",
    "fi": "en ne",
    "fr": "en a y un an",
    "ga": "a an i na",
    "gl": "en a un",
    "hr": "a na ja e dan",
    "hu": "a e is",
    "id": "in an",
    "is": "en a e an",
    "it": "a in un i",
    "lb": "a en in",
    "lt": "i a en",
    "lv": "ja ir e i",
    "mk": "та й",
    "ms": "in an",
    "nb": "en et i ja an",
    "nl": "in ja an dan",
    "nn": "en et i ja an e",
    "no": "en et i ja an",
    "pl": "a na ja e an",
    "pt": "a na ir en",
    "ro": "a in un i e an",
    "ru": "й та",
    "sk": "i na an",
    "sl": "i na a ja en",
    "sq": "e i a un ne",
    "sr": "а na ja e dan та a",
    "sv": "en i ja an",
    "sw": "a na",
    "tr": "en an un",
    "vi": "y an dan e in",
}
# Names in Romance languages hold these themselves (Ortega y Gasset), and firms the English one (Marks and
# Spencer): only a list of full names with a comma proves that they join persons.
DOUBTFUL = frozenset({"and", "a", "e", "i", "y"})

_CONJUNCTIONS = {code: frozenset(words.split()) for code, words in CONJUNCTIONS.items()}
_LOOKALIKES = {code: frozenset(words.split()) for code, words in LOOKALIKES.items()}
_ALL = frozenset[str]().union(*_CONJUNCTIONS.values())

_TOKEN = re.compile(r"[^\W\d_](?:[^\W_]|[’'.-](?=[^\W_]))*\.?|[^\s]")
FULL_NAME = 2
# "Gen." stands in front of a name, "Ottawa." ends a sentence.
LONGEST_ABBREVIATION = 4


@dataclass(frozen=True, slots=True)
class _Between:
    """How many words the names around a word have, and whether a comma stands before the left one."""

    left: int
    right: int
    in_list: bool


def knows(language: str) -> bool:
    return primary(language) in _CONJUNCTIONS


def foreign_conjunctions(line: Line, language: str, *, in_caption: bool) -> Iterator[Finding]:
    if not knows(language):
        return
    code = primary(language)
    foreign = _ALL - _CONJUNCTIONS[code] - _LOOKALIKES.get(code, frozenset())
    tokens = list(_TOKEN.finditer(line.text))
    words = [token[0] for token in tokens]
    ends = _name_ends(words)
    start, in_list = 0, False
    for index, word in enumerate(words):
        if not _is_name_part(word):
            if word in foreign and index + 1 < len(words):
                between = _Between(index - start, ends[index + 1] - index - 1, in_list)
                if _joins_names(word, between, in_caption=in_caption):
                    message = f"“{word}” between names is not a word of this language."
                    yield Finding(
                        "mixed-language", message, line.number, line.column(tokens[index].start()), "warning"
                    )
            if word not in PARTICLES or start == index:
                start, in_list = index + 1, word in {",", "،", "、"}
        elif word.endswith(".") and len(word) > LONGEST_ABBREVIATION:
            start, in_list = index + 1, False


def _name_ends(words: list[str]) -> list[int]:
    """For each word, the index after the run of name parts that begins there."""
    ends = list(range(len(words)))
    for index in range(len(words) - 1, -1, -1):
        if _is_name_part(words[index]):
            ends[index] = (
                ends[index + 1] if index + 1 < len(words) and ends[index + 1] > index + 1 else index + 1
            )
    return ends


def _is_name_part(word: str) -> bool:
    return word[0].isupper()


def _joins_names(word: str, between: _Between, *, in_caption: bool) -> bool:
    full_names = between.left >= FULL_NAME and between.right >= FULL_NAME
    if word in DOUBTFUL:
        return full_names and between.in_list
    if in_caption or between.in_list:
        return min(between.left, between.right) >= 1 and max(between.left, between.right) >= FULL_NAME
    return full_names
