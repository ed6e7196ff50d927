"""Whether a name of a place is somebody's here: ``Michael B. Jordan``, ``Rosario Pérez``."""

import re
from collections.abc import Collection
from functools import lru_cache

from app.gazetteer.context import Context
from app.gazetteer.discovery.name_words import THINGS
from app.gazetteer.discovery.names_of_people import is_family_name, is_given_name
from app.gazetteer.false_friends import is_common_word
from app.gazetteer.keys import fold

_SHORTEST = 3
_WITH_PARTICLES = ("nl", "af", "de")
_PARTICLES = "(?:van|von|vom|zu|zum|zur)(?: de[nrm]?| het| 't| ter)?"
_WITH_PARTICLE = re.compile(rf"([^\W\d]+) {_PARTICLES} \Z")
_WITH_DEMONYMS_AS_GIVEN_NAMES = "nl"
_ARTICLES = frozenset(["de", "een", "het", "die", "deze", "dit", "dat"])
_PARTICLE_AND_NAME = re.compile(r" (?:van |de |den |der |ter |ten |te |'t )+[A-ZÀ-Ý]")
_INITIAL = re.compile(r"(\w+) \w\. \Z")


def is_somebodys(surface: str, context: Context, language: str, *, is_country: bool) -> bool:
    """A given name stands before it, or a family name behind.

    A country's is somebody's given name where a sentence begins with it; else its people may be named there.
    """
    if may_be_name_of_person(surface) and follows_given_name(context, language):
        return True
    is_before_surname = _is_neighbour(context.after, context.joined_after) and _is_family_name(
        context.after, language
    )
    return is_before_surname and (context.starts_sentence or not is_country)


def follows_given_name(context: Context, language: str) -> bool:
    return _given_name_before(context, language) is not None


def _given_name_before(context: Context, language: str) -> str | None:
    initial = _INITIAL.search(context.head)
    word = initial[1] if initial and initial[1][0].isupper() else context.before
    joined = context.joined_before and not initial
    return word if _is_neighbour(word, joined) and _is_given_name(word, language) else None


def is_behind_given_name_and_particle(context: Context, language: str) -> bool:
    """``Jan van Essen`` is no town."""
    name = _WITH_PARTICLE.search(context.head) if language.partition("-")[0] in _WITH_PARTICLES else None
    return name is not None and _is_given_name(name[1], language)


def is_given_name_here(surface: str, context: Context, language: str) -> bool:
    """Of a demonym: ``Frans Timmermans``, ``Noor de Groot``, but ``de Noor Carlsen``."""
    if language.partition("-")[0] != _WITH_DEMONYMS_AS_GIVEN_NAMES or context.before.lower() in _ARTICLES:
        return False
    with_particle = _PARTICLE_AND_NAME.match(context.tail)
    if with_particle:
        return is_given_name(surface)
    return (
        _is_neighbour(context.after, context.joined_after)
        and _is_family_name(context.after, language)
        and not is_given_name(context.after)
    )


def is_of_other_person(context: Context, given_names: Collection[str], language: str) -> bool:
    """Of a surname: whether another given name than these (folded) stands before, or a surname behind."""
    given = _given_name_before(context, language)
    is_others = given is not None and fold(given) not in given_names
    return is_others or (
        _is_neighbour(context.after, context.joined_after) and _is_family_name(context.after, language)
    )


@lru_cache(maxsize=4096)
def may_be_family_name(surface: str) -> bool:
    return is_family_name(surface)


@lru_cache(maxsize=4096)
def may_be_name_of_person(surface: str) -> bool:
    return is_given_name(surface) or is_family_name(surface)


def _is_neighbour(word: str, joined: bool) -> bool:
    return word[:1].isupper() and not joined


@lru_cache(maxsize=4096)
def _is_given_name(word: str, language: str) -> bool:
    return len(word) >= _SHORTEST and is_given_name(word) and not _is_word(word, language)


@lru_cache(maxsize=4096)
def _is_family_name(word: str, language: str) -> bool:
    return is_family_name(word) and not _is_word(word, language)


def _is_word(word: str, language: str) -> bool:
    folded = fold(word)
    return folded in THINGS or is_common_word(folded, language) or is_common_word(folded, "en")


def is_time(surface: str, context: Context, language: str) -> bool:
    """Of a surname that is a word too: ``In May it rained``, ``4 May``, but ``in May's cabinet``."""
    if not is_common_word(fold(surface), language) or context.tail.startswith("'s"):
        return False
    before = _OF_TIME.get(language.partition("-")[0], _NONE)
    has_number = bool(_NUMBER_BEFORE.search(context.head) or _NUMBER_BEHIND.match(context.tail))
    return has_number or context.before.lower() in before


_NONE: frozenset[str] = frozenset()
_NUMBER_BEFORE = re.compile(r"\d(?:\.|st|nd|rd|th)? (?:of |de )?\Z")
_NUMBER_BEHIND = re.compile(r",? \d")
_OF_TIME = {
    language: frozenset(words.split())
    for language, words in {
        "en": "in since early late mid last next until till this every",
        "nl": "in sinds begin eind eerste tot vanaf half medio afgelopen volgende",
        "de": "im seit anfang ende mitte bis ab vergangenen nächsten kommenden",
        "fr": "en depuis début fin mi jusqu'en dès",
        "es": "en desde hasta",
        "it": "a in da dal",
        "pt": "em desde até",
    }.items()
}
