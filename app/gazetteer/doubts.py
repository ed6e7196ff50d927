"""What speaks against a name at a place in a text, as numbers to take off: it could be a word or a person."""

from app.gazetteer.article import Article
from app.gazetteer.context import Context
from app.gazetteer.entries import Entry, is_abbreviation
from app.gazetteer.false_friends import is_common_word, is_given_name, is_listed_word
from app.gazetteer.han import is_han
from app.gazetteer.keys import fold
from app.gazetteer.languages import UNDETERMINED
from app.gazetteer.names import COUNTRIES, VERY_LARGE, WELL_KNOWN, Name
from app.gazetteer.namesakes import (
    follows_given_name,
    is_behind_given_name_and_particle,
    is_given_name_here,
    is_somebodys,
    may_be_name_of_person,
)
from app.gazetteer.own_names import LARGE
from app.gazetteer.prepositions import is_place_preposition
from app.gazetteer.words import is_katakana, is_spaceless, is_syllabic

_NAMESAKE = 0.25
_NAMESAKE_WHERE_ALL_HAVE_CAPITALS = 0.4
_NEVER = 1.0
_COMMON_WORD = 0.5
_UNCERTAIN_CAPITAL = 0.15
_OWN_UNCERTAIN_CAPITAL = 0.05
_JOINED = 0.3
_JOINED_TOWN = 0.2
_LIKE_A_PERSON = 0.45
_NO_CAPITALS = 0.15
_NO_CAPITALS_IN_UNKNOWN_LANGUAGE = 0.2
_SHORT = 0.2
_SHORT_IN_OWN_LANGUAGE = 0.15
_UNKNOWN_CAPITAL = 0.25
_WELL_KNOWN_ABROAD = 0.1
_SHORTEST = {"han": 2, "spaceless": 3, "other": 4}
_SHORTEST_WITHOUT_MEANING = {"han": 2, "kana": 3, "hangul": 3, "spaceless": 4, "other": 5}
_LOWER_CASE = 0.5

_NOT_SMALL = 100_000
_KNOWN = 180_000
_NO_NAMES_ENDING = "\u064b"
"""Arabic's tanwin in -an, which makes adverbs and objects, seldom of names."""


def false_friend(entry: Entry, surface: str, context: Context, article: Article) -> float:
    """What is a word of the language too is a name only where its capital says so."""
    if is_abbreviation(entry.written[0]) and len(entry.folded) == 1:
        return 0.0
    if _NO_NAMES_ENDING in (context.host or surface):
        return _NEVER
    if not _is_word(entry, surface, context, article):
        return 0.0
    if entry.name.referent.kind in COUNTRIES and entry.name.referent.country in article.countries_of_capitals:
        return 0.0
    if entry.name.kind == "demonym" or not has_capital(surface):
        return _COMMON_WORD
    return _COMMON_WORD * _doubt_of_capital(entry.name, surface, context, article.language)


def _is_word(entry: Entry, surface: str, context: Context, article: Article) -> bool:
    language = article.language
    if len(entry.folded) > 1:
        is_sure = entry.name.language != UNDETERMINED
        return not is_sure and all(is_common_word(word, language) for word in entry.folded)
    words = {fold(context.host or surface), fold(surface)}
    may_be_in_lower_case = entry.name.kind != "demonym"
    return any(
        is_common_word(word, language) or (may_be_in_lower_case and word in article.lower_case_words)
        for word in words
    )


def _doubt_of_capital(name: Name, surface: str, context: Context, language: str) -> float:
    """Of a word with a capital: from 0, surely a name, to 1."""
    if name.referent.kind in COUNTRIES:
        doubt = 1 if is_listed_word(fold(surface), language) else 0.5
        return 0 if context.capitals_tell else doubt
    if not context.capitals_tell:
        return 1
    is_well_known = name.referent.has(WELL_KNOWN)
    if not (is_well_known and is_place_preposition(context.before, language)):
        return 0.5
    return 0.1 if " " in name.text else 0.25


def namesake(name: Name, surface: str, context: Context, *, is_own: bool) -> float:
    """People have the names of towns: nothing but such a name tells too little, but of the largest."""
    if name.language != UNDETERMINED or not surface[0].isupper():
        return 0.0
    is_very_large = name.kind == "label" and name.referent.has(VERY_LARGE)
    if is_very_large and (context.capitals_tell or name.referent.is_capital):
        return 0.0
    is_well_known = name.referent.has(WELL_KNOWN)
    if not may_be_name_of_person(surface) or (is_own and is_well_known and " " in surface):
        return 0.0
    return _NAMESAKE if context.capitals_tell else _NAMESAKE_WHERE_ALL_HAVE_CAPITALS


def given_name(name: Name, surface: str, context: Context, language: str) -> float:
    """Of a demonym."""
    is_given = surface[0].isupper() and is_given_name_here(surface, context, language)
    return _LIKE_A_PERSON if name.kind == "demonym" and is_given else 0.0


def neighbours(
    entry: Entry, surface: str, context: Context, article: Article, *, place_beside: bool, is_sure: bool
) -> float:
    """``Jordan Henderson``, ``Paris Hilton``, ``White House``, ``Wit-Rusland``.

    ``is_sure``: whether a preposition or an ending makes it a place, though none is beside it.
    """
    is_country = entry.name.referent.kind in COUNTRIES
    if context.joined_before and context.before[:1].isupper() and not (place_beside or is_sure):
        return _JOINED + (0 if is_country else _JOINED_TOWN)
    is_alone = entry.name.referent.kind == "city" and not place_beside
    if follows_given_name(context, article.language) and (is_alone or may_be_name_of_person(surface)):
        return _LIKE_A_PERSON
    if not is_country and is_behind_given_name_and_particle(context, article.language):
        return _NEVER
    if place_beside or is_abbreviation(entry.written[0]):
        return 0.0
    if is_sure:
        return _LIKE_A_PERSON if _is_surname_of_article(entry, surface, article) else 0.0
    is_persons = _is_persons(entry, surface, context, article) or _is_among_capitals(entry, context)
    return _LIKE_A_PERSON if is_persons else 0.0


def _is_surname_of_article(entry: Entry, surface: str, article: Article) -> bool:
    """Somebody has it in the article, and no well-known city: ``le but de Holt`` where Gary Holt plays."""
    name = entry.name
    is_small = name.referent.kind == "city" and not (name.referent.has(WELL_KNOWN) or name.by_editor)
    return _is_surname_elsewhere(name, article) or (is_small and fold(surface) in article.surnames)


def _is_surname_elsewhere(name: Name, article: Article) -> bool:
    return name.referent.id in article.namesakes and not name.by_editor


def _is_persons(entry: Entry, surface: str, context: Context, article: Article) -> bool:
    if len(entry.folded) > 1:
        return False
    is_country = entry.name.referent.kind in COUNTRIES
    return (
        fold(surface) in article.surnames
        or _is_surname_elsewhere(entry.name, article)
        or is_somebodys(surface, context, article.language, is_country=is_country)
    )


def _is_among_capitals(entry: Entry, context: Context) -> bool:
    """A country has capitals on both sides, or has a given name's form; a town on one side."""
    is_given = is_given_name(entry.folded[0])
    is_foreign = entry.name.language == UNDETERMINED and is_given
    if not context.capitals_tell and not context.starts_sentence and not is_foreign:
        return False
    after = context.after[:1].isupper() and not context.joined_after
    before = context.before[:1].isupper() and not context.before_starts_sentence and not context.joined_before
    if entry.name.referent.kind not in COUNTRIES or is_given:
        return after or before
    return after and before and len(entry.folded) == 1


def unsure(name: Name, surface: str, context: Context, *, is_own: bool, after_preposition: bool) -> float:
    """Of a place that nobody names in the text's own language: it could be a word instead."""
    if name.language != UNDETERMINED:
        return 0.0
    if surface.islower():
        return _LOWER_CASE
    if not has_capital(surface):
        return _without_capital(name, surface, context, is_own=is_own)
    if context.capitals_tell or name.referent.is_capital:
        return 0.0
    return _uncertain_capital(name, context, is_own=is_own, after_preposition=after_preposition)


def _uncertain_capital(name: Name, context: Context, *, is_own: bool, after_preposition: bool) -> float:
    """Where a sentence starts, in a title, or in a language that writes all nouns so."""
    if context.starts_sentence:
        return _UNCERTAIN_CAPITAL
    if after_preposition and name.referent.has(_KNOWN):
        return 0.0
    return _OWN_UNCERTAIN_CAPITAL if is_own else _UNCERTAIN_CAPITAL


def _without_capital(name: Name, surface: str, context: Context, *, is_own: bool) -> float:
    """In scripts that have none."""
    if context.host and not is_own and len(surface) <= _SHORTEST["other"]:
        return _NEVER
    if _is_well_known(name, surface):
        return _WELL_KNOWN_ABROAD
    if name.referent.is_capital:
        return _UNKNOWN_CAPITAL
    if is_own and name.referent.has(LARGE):
        return _NO_CAPITALS
    doubt = _NO_CAPITALS if is_own else _NO_CAPITALS_IN_UNKNOWN_LANGUAGE
    if len(surface) > _shortest(surface):
        return doubt
    return doubt + (_SHORT_IN_OWN_LANGUAGE if is_own else _SHORT)


def _is_well_known(name: Name, surface: str) -> bool:
    """A capital or a very large city, whose name is too long for another word."""
    least = _NOT_SMALL if name.referent.is_capital else VERY_LARGE
    is_long = len(surface) >= _SHORTEST_WITHOUT_MEANING[_script(surface[0])]
    return is_long and name.referent.has(least)


def _script(character: str) -> str:
    if is_han(character):
        return "han"
    if is_syllabic(character):
        return "hangul"
    if is_katakana(character):
        return "kana"
    return "spaceless" if is_spaceless(character) else "other"


def _shortest(surface: str) -> int:
    if is_han(surface[0]):
        return _SHORTEST["han"]
    return _SHORTEST["spaceless" if is_spaceless(surface[0]) else "other"]


def has_capital(surface: str) -> bool:
    """``'s-Hertogenbosch`` has one, too."""
    return any(map(str.isupper, surface))
