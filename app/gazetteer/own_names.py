"""Names whose language no source says, but their country or their script does: ``Köln`` is German."""

import unicodedata
from functools import lru_cache

from babel.languages import get_official_languages

from app.gazetteer.languages import UNDETERMINED
from app.gazetteer.names import Name

LARGE = 500_000
"""Inhabitants of a city that is known in languages that no source has its name in."""
_LARGE_IF_OF_WORDS = 200_000
"""A name of several words is hardly ever another word, nor another language's."""


def is_own_name(name: Name, language: str) -> bool:
    """Whether it is what a text's language calls a city of a country where that language is official.

    A city's main name is in such a language, in a script that is not Latin each of its names, and so are all
    that the large ones have, but for capitals; one of several words counts with fewer inhabitants.
    """
    referent = name.referent
    if name.language != UNDETERMINED or referent.country is None:
        return False
    is_official = language.partition("-")[0] in _official_languages(referent.country)
    least = _LARGE_IF_OF_WORDS if " " in name.text else LARGE
    is_large = not referent.is_capital and referent.has(least)
    return is_official and (name.kind == "label" or is_large or not _is_latin(name.text))


@lru_cache(maxsize=512)
def _official_languages(country: str) -> frozenset[str]:
    languages = get_official_languages(country, de_facto=True)
    found = {language.partition("_")[0] for language in languages}
    return frozenset(found | {"nb", "nn"} if "no" in found else found)


def _is_latin(text: str) -> bool:
    return any("LATIN" in unicodedata.name(character, "") for character in text if character.isalpha())
