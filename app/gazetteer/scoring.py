"""How likely it is that a name, at a place in a text, means whom it could mean."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from math import log10

from app.gazetteer.context import Context
from app.gazetteer.entries import Entry, is_abbreviation
from app.gazetteer.false_friends import is_common_word, is_given_name
from app.gazetteer.keys import fold
from app.gazetteer.languages import UNDETERMINED
from app.gazetteer.matching import Candidate
from app.gazetteer.names import COUNTRIES, Name
from app.gazetteer.prepositions import is_place_preposition
from app.gazetteer.words import is_spaceless
from app.language.tag import EVERYWHERE

PUBLISHED = 0.5
"""What scores less is no mention."""

_NOTHING = 0.0
_PERSON = {"label": 0.95, "alias": 0.9, "misspelling": 0.85}
_COUNTRY = {"label": 0.92, "alias": 0.88, "misspelling": 0.8, "demonym": 0.85}
_CAPITAL = {"label": 0.85, "alias": 0.72, "misspelling": 0.7, "demonym": 0.7}
_MOST_OF_A_CITY = 0.9
_OF_NO_LANGUAGE = (EVERYWHERE, UNDETERMINED)
_INFLECTED = 0.1
_INFLECTED_IN_UNKNOWN_LANGUAGE = 0.25
_LOWER_CASE = 0.5
_IN_OWN_LANGUAGE = 0.72
_REGION = 0.62
_SMALL_TOWN = 10_000
_TOWN, _TEN_TIMES_LARGER = 0.32, 0.09
_ONE_WORD = 0.15

_BONUS = 0.2
_COMMON_WORD = 0.5
_UNCERTAIN_CAPITAL = 0.15
_JOINED = 0.3
_LIKE_A_PERSON = 0.45
_NO_CAPITALS = 0.15
_SHORT = 0.2
_UNKNOWN_CAPITAL = 0.25
_SHORTEST = {"spaceless": 2, "other": 4}


@dataclass(frozen=True)
class Article:
    """What the whole article tells: countries it names, and words that it also writes in lower case."""

    language: str
    countries: Collection[str]
    words: Iterable[str]

    @cached_property
    def lower_case_words(self) -> Collection[str]:
        return {fold(word) for word in set(self.words) if word.islower()}


def score(
    candidate: Candidate, surface: str, context: Context, article: Article, *, place_beside: bool
) -> float:
    """From 0 to 1. ``place_beside``: whether a word beside it is itself a place's name."""
    entry, name = candidate.entry, candidate.entry.name
    total = _prior(name) - _false_friend(entry, surface, context, article)
    if candidate.inflected:
        total -= _INFLECTED if name.language not in _OF_NO_LANGUAGE else _INFLECTED_IN_UNKNOWN_LANGUAGE
    if name.referent.kind == "person":
        return _bounded(total)
    if name.kind == "demonym":
        return _bounded(total)
    after_preposition = bool(context.host) or is_place_preposition(context.before, article.language)
    if name.referent.kind not in COUNTRIES:
        total += _BONUS * after_preposition
        total += _BONUS * (name.referent.country in article.countries)
        total = min(total, _MOST_OF_A_CITY) - _unsure(name, surface, context)
    total -= _neighbours(
        entry, context, place_beside=place_beside or after_preposition or candidate.inflected
    )
    return _bounded(total + population_weight(name) / 1000)


def population_weight(name: Name) -> float:
    """From 0 to 10: breaks ties."""
    return log10(max(1, name.referent.population or 0))


def _bounded(total: float) -> float:
    return min(1.0, max(0.0, total))


def _prior(name: Name) -> float:
    referent = name.referent
    if referent.kind == "nothing":
        return _NOTHING
    if referent.kind == "person":
        return _PERSON[name.kind] - (0 if " " in name.text or "-" in name.text else _ONE_WORD)
    if referent.kind in COUNTRIES:
        return _COUNTRY[name.kind]
    return _CAPITAL[name.kind] if referent.is_capital else _prior_of_town(name)


def _prior_of_town(name: Name) -> float:
    if name.referent.kind == "region":
        return _REGION
    if name.language not in _OF_NO_LANGUAGE:
        return _IN_OWN_LANGUAGE
    size = log10(max(1.0, (name.referent.population or 0) / _SMALL_TOWN))
    return min(_IN_OWN_LANGUAGE, _TOWN + _TEN_TIMES_LARGER * size)


def _false_friend(entry: Entry, surface: str, context: Context, article: Article) -> float:
    """One word that is a word of the language too is a name only where its capital says so."""
    if len(entry.folded) > 1 or is_abbreviation(entry.written[0]):
        return 0.0
    folded = fold(context.host or surface)
    is_word = is_common_word(folded, article.language) or folded in article.lower_case_words
    if not is_word or entry.name.kind == "demonym":
        return 0.0
    if not surface[0].isupper():
        return _COMMON_WORD
    if entry.name.referent.kind in COUNTRIES:
        return 0.0 if context.capitals_tell else _COMMON_WORD / 2
    return _COMMON_WORD / 2 if context.capitals_tell else _COMMON_WORD


def _neighbours(entry: Entry, context: Context, *, place_beside: bool) -> float:
    """``Jordan Henderson``, ``Paris Hilton``, ``White House``, ``Wit-Rusland``."""
    if context.joined_before and context.before[:1].isupper() and not place_beside:
        return _JOINED + (0 if entry.name.referent.kind in COUNTRIES else _BONUS)
    is_foreign = entry.name.language in _OF_NO_LANGUAGE and is_given_name(entry.folded[0])
    if not context.capitals_tell and not context.starts_sentence and not is_foreign:
        return 0.0
    if place_beside or is_abbreviation(entry.written[0]):
        return 0.0
    after = context.after[:1].isupper() and not context.joined_after
    before = context.before[:1].isupper() and not context.before_starts_sentence and not context.joined_before
    if entry.name.referent.kind in COUNTRIES:
        if after and before and len(entry.folded) == 1:
            return _LIKE_A_PERSON
        return _LIKE_A_PERSON if (after or before) and is_given_name(entry.folded[0]) else 0.0
    return _LIKE_A_PERSON if after or before else 0.0


def _unsure(name: Name, surface: str, context: Context) -> float:
    """Of a place that nobody names in the text's own language: it could be a word instead."""
    if name.language not in _OF_NO_LANGUAGE:
        return 0.0
    if surface.islower():
        return _LOWER_CASE
    if surface[0].isupper():
        return 0.0 if context.capitals_tell or name.referent.is_capital else _UNCERTAIN_CAPITAL
    if name.referent.is_capital:
        return _UNKNOWN_CAPITAL
    shortest = _SHORTEST["spaceless" if is_spaceless(surface[0]) else "other"]
    return _NO_CAPITALS + (_SHORT if len(surface) <= shortest else 0)
