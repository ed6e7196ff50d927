"""Words that are also names, and longer names that hold the name of a country and are another thing."""

import json
import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from app.gazetteer.keys import fold
from app.gazetteer.names import Name, Referent

NOTHING = Referent("nothing", "")
"""What a longer name means that no gazetteer has: found, so that no part of it is, and then left out."""
_GIVEN_NAMES = frozenset(
    ["chad", "cuba", "france", "georgia", "holland", "india", "ireland", "israel", "jordan", "kenya", "malta"]
)


def is_given_name(folded: str) -> bool:
    """Of countries' names, in the languages that write them so."""
    return folded in _GIVEN_NAMES


def is_common_word(folded: str, language: str) -> bool:
    """Whether it is a frequent word of the language, or one of its months or weekdays."""
    words = _words()
    return folded in words.get(language, ()) or folded in words.get(language.partition("-")[0], ())


def is_frequent_word(folded: str, language: str) -> bool:
    """Of the same words, without those that are towns, countries or capitals, too."""
    return folded in _frequent_words().get(language.partition("-")[0], ())


def is_listed_word(folded: str, language: str) -> bool:
    """Whether it is a word that is known to be the name of a country or capital, too."""
    return folded in _listed_words().get(language.partition("-")[0], ())


def other_names(languages: Sequence[str]) -> Iterator[Name]:
    """Names of ``NOTHING``."""
    table = _other_names()
    for language in languages:
        for text in table.get(language, ()):
            yield Name(text, language, "label", NOTHING)


@cache
def _words() -> Mapping[str, Collection[str]]:
    words, own = _frequent_words(), _listed_words()
    towns = tomllib.loads(_read("other_names.toml"))["towns"]
    return {
        language: words.get(language, frozenset())
        | own.get(language, frozenset())
        | frozenset(map(fold, towns.get(language, "").split()))
        for language in words.keys() | own.keys() | towns.keys()
    }


@cache
def _frequent_words() -> Mapping[str, frozenset[str]]:
    words = json.loads(_read("common_words.json"))["words"]
    return {language: frozenset(own.split()) for language, own in words.items()}


@cache
def _listed_words() -> Mapping[str, frozenset[str]]:
    words = tomllib.loads(_read("other_names.toml"))["words"]
    return {language: frozenset(map(fold, own)) for language, own in words.items()}


@cache
def _other_names() -> Mapping[str, Sequence[str]]:
    names: Mapping[str, Sequence[str]] = tomllib.loads(_read("other_names.toml"))["names"]
    return names


def _read(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
