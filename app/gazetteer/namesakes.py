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
