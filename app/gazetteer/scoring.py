"""How likely it is that a name, at a place in a text, means whom it could mean."""

from math import log10

from app.gazetteer.article import Article
from app.gazetteer.context import Context
from app.gazetteer.doubts import false_friend, given_name, has_capital, namesake, neighbours, unsure
from app.gazetteer.languages import UNDETERMINED
from app.gazetteer.longer_names import is_in_longer_name
from app.gazetteer.matching import Candidate
from app.gazetteer.names import COUNTRIES, Name
from app.gazetteer.own_names import LARGE, is_own_name
from app.gazetteer.prepositions import is_place_preposition

_NOTHING = 0.0
_PERSON = {"label": 0.95, "alias": 0.9, "misspelling": 0.85}
_COUNTRY = {"label": 0.92, "alias": 0.88, "misspelling": 0.8, "demonym": 0.85}
_CAPITAL = {"label": 0.85, "alias": 0.72, "misspelling": 0.7, "demonym": 0.7}
_MOST_OF_A_CITY = 0.9
_INFLECTED = 0.1
_INFLECTED_IN_UNKNOWN_LANGUAGE = 0.25
_LONG_WORD = 3
_IN_OWN_LANGUAGE = 0.72
_REGION = 0.62
_SMALL_TOWN = 10_000
_TOWN, _TEN_TIMES_LARGER = 0.32, 0.09
_OWN_TOWN, _OWN_TEN_TIMES_LARGER = 0.34, 0.2
_LARGE_CITY = 0.66
_FOREIGN_ALIAS = 0.1
_SURE_ELSEWHERE = 0.6
_ONE_WORD = 0.15

_BONUS = 0.2
_TIE = 0.01


def score(
    candidate: Candidate,
    surface: str,
    context: Context,
    article: Article,
    *,
    place_beside: bool,
    sure_elsewhere: bool = False,
) -> float:
    """From 0 to 1. ``place_beside``: whether a word beside it is itself a place's name.

    ``sure_elsewhere``: whether the name surely means whom it could mean at another place of the article.
    """
    entry, name = candidate.entry, candidate.entry.name
    if is_in_longer_name(context.head, context.tail, article.language):
        return _NOTHING
    is_known = sure_elsewhere or name.language != UNDETERMINED or is_own_name(name, article.language)
    prior = max(_prior(name, is_own=is_known), _SURE_ELSEWHERE if sure_elsewhere else 0)
    is_sure = sure_elsewhere and len(entry.folded) > 1
    total = prior - (0 if is_sure else false_friend(entry, surface, context, article))
    if candidate.inflected:
        is_sure = is_known or (len(entry.folded) > 1 and min(map(len, entry.folded)) >= _LONG_WORD)
        total -= _INFLECTED if is_sure else _INFLECTED_IN_UNKNOWN_LANGUAGE
    if name.referent.kind == "person" or name.kind == "demonym":
        return _bounded(total - given_name(name, surface, context, article.language))
    after_preposition = bool(context.host) or is_place_preposition(context.before, article.language)
    if name.referent.kind not in COUNTRIES:
        has_country = name.referent.country in article.countries
        total += _BONUS * after_preposition + _BONUS * has_country
        total = min(total, _MOST_OF_A_CITY) + _TIE * has_country
        if not (sure_elsewhere and has_capital(surface)):
            total -= unsure(name, surface, context, is_own=is_known, after_preposition=after_preposition)
        if not (after_preposition or has_country or place_beside or is_sure):
            total -= namesake(name, surface, context, is_own=is_known)
    total -= neighbours(
        entry,
        surface,
        context,
        article,
        place_beside=place_beside,
        is_sure=after_preposition or candidate.inflected,
    )
    return _bounded(total + population_weight(name) / 1000)


def population_weight(name: Name) -> float:
    """From 0 to 10: breaks ties."""
    return log10(max(1, name.referent.population or 0))


def _bounded(total: float) -> float:
    return min(1.0, max(0.0, total))


def _prior(name: Name, *, is_own: bool) -> float:
    """``is_own``: whether it is a name in the text's language."""
    referent = name.referent
    if referent.kind == "nothing":
        return _NOTHING
    if referent.kind == "person":
        return _PERSON[name.kind] - (0 if " " in name.text or "-" in name.text else _ONE_WORD)
    if referent.kind in COUNTRIES:
        return _COUNTRY[name.kind]
    if referent.kind == "region":
        return _REGION
    if referent.is_capital:
        return _CAPITAL[name.kind] - (0 if is_own or name.kind == "label" else _FOREIGN_ALIAS)
    return _prior_of_town(name, is_own=is_own)


def _prior_of_town(name: Name, *, is_own: bool) -> float:
    if name.language != UNDETERMINED:
        return _IN_OWN_LANGUAGE
    population = name.referent.population or 0
    size = log10(max(1.0, population / _SMALL_TOWN))
    if is_own:
        return min(_IN_OWN_LANGUAGE, _OWN_TOWN + _OWN_TEN_TIMES_LARGER * size)
    if population >= LARGE:
        return _LARGE_CITY
    return _TOWN + _TEN_TIMES_LARGER * size - (0 if name.kind == "label" else _FOREIGN_ALIAS)
