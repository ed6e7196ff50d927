"""Which of a person's or a place's names a reader sees."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from app.language.choosing import choose
from app.language.direction import Direction, direction
from app.language.ranges import LanguageRange
from app.language.tag import EVERYWHERE, UNDETERMINED


@dataclass(frozen=True, slots=True)
class NameShown:
    """``language`` is ``mul`` where the name is the same in every language, ``und`` where nobody knows."""

    text: str
    language: str
    direction: Direction


def choose_text(texts: Mapping[str, str], language: str) -> tuple[str, str] | None:
    """Language and text for a reader of ``language``: in it, in one near to it, or good everywhere.

    The last is a text of a language that nobody knows: a gazetteer's one name of a city.
    """
    languages = sorted(texts.keys() - {EVERYWHERE, UNDETERMINED})
    if languages:
        choice = choose([LanguageRange(language.lower(), 1000)], languages, strict=True)
        if choice is not None:
            return choice.language, texts[choice.language]
    for anywhere in (EVERYWHERE, UNDETERMINED):
        if anywhere in texts:
            return anywhere, texts[anywhere]
    return None


def is_named_in(labels: Mapping[str, str], language: str) -> bool:
    """Whether a label is in the language, or good everywhere: one of an unknown language is neither."""
    known = {tag: text for tag, text in labels.items() if tag != UNDETERMINED}
    return choose_text(known, language) is not None


def choose_name(labels: Mapping[str, str], language: str) -> NameShown:
    """As ``choose_text``, else the English label, else the first by tag: somebody always has a name."""
    chosen = choose_text(labels, language)
    if chosen is None:
        first = "en" if "en" in labels else min(labels)
        chosen = first, labels[first]
    tag, text = chosen
    return NameShown(text, tag, _direction_of(text) if tag in (EVERYWHERE, UNDETERMINED) else direction(tag))


def _direction_of(text: str) -> Direction:
    """By the first letter that has one (Unicode Bidirectional Algorithm, rule P2)."""
    strong = (unicodedata.bidirectional(character) for character in text)
    return "rtl" if next((kind for kind in strong if kind in ("L", "R", "AL")), "L") != "L" else "ltr"
