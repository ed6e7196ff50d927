"""Whether a name is somebody's, a place's, or of something else: a guess, with its reasons."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from app.gazetteer.discovery.name_words import ARTICLES, ENGLISH_WITHIN_NAMES, PLACES_BEGIN, THINGS, WHERE
from app.gazetteer.discovery.names_of_people import is_family_name, is_given_name
from app.gazetteer.discovery.runs import is_initials
from app.newswire.attributions import is_saying
from app.newswire.names import PARTICLES
from app.newswire.punctuation import primary

Kind = Literal["person", "place", "unknown"]

_ENGLISH = frozenset({"en", "sco"})
_SURELY = 3
_MOSTLY = 0.5
_MOST_WORDS_OF_PERSONS = 4


@dataclass(frozen=True, slots=True)
class Setting:
    """Words beside an occurrence of a name; ``before`` and ``after`` are empty behind and before a stop."""

    language: str
    role: str | None
    before: str
    after: str


def guess_kind(
    form: Sequence[str], settings: Sequence[Setting], *, alone: frozenset[str], has_place: bool
) -> Kind:
    """``alone``: the words that stand for the whole elsewhere; ``has_place``: a known one is part of it."""
    words = [word for word in form if word not in PARTICLES]
    if not words:
        return "unknown"
    where = _is_mostly_where(settings)
    likeness = (
        _SURELY * any(setting.role for setting in settings)
        + _SURELY * is_given_name(words[0])
        + _SURELY * (words[-1] in alone or (words[0] in alone and is_family_name(words[0])))
        + _SURELY * any(is_initials(word) for word in words[:-1])
        + 2 * is_family_name(words[-1])
        + any(_says(setting) for setting in settings)
        + (1 if not any(_has_article(setting) for setting in settings) else -2)
        - 2 * has_place
        - 2 * where
        - _SURELY * any(_is_acronym(word) for word in words)
        - _SURELY * (len(words) > _MOST_WORDS_OF_PERSONS)
        - 2 * _SURELY * any(word.casefold() in THINGS for word in words[1:])
        - 2 * _SURELY * (words[0].casefold() in PLACES_BEGIN)
    )
    if likeness >= _SURELY:
        return "person"
    return "place" if where else "unknown"


def is_cut_short(setting: Setting) -> bool:
    """English that nobody translated belongs to the name. Dutch has an "of" of its own."""
    code = primary(setting.language)
    beside = {setting.before.casefold(), setting.after.casefold()}
    if code == "nl":
        beside.discard("of")
    return code not in _ENGLISH and not beside.isdisjoint(ENGLISH_WITHIN_NAMES)


def _says(setting: Setting) -> bool:
    return is_saying(setting.after, setting.language) or is_saying(setting.before, setting.language)


def _has_article(setting: Setting) -> bool:
    return setting.before.casefold() in ARTICLES.get(primary(setting.language), frozenset())


def _is_mostly_where(settings: Sequence[Setting]) -> bool:
    """In more languages than one: "trust in Donald Trump" is no place."""
    found = [setting for setting in settings if _is_where(setting)]
    languages = {setting.language for setting in found}
    return len(languages) > 1 and len(found) >= _MOSTLY * len(settings)


def _is_where(setting: Setting) -> bool:
    return setting.before.casefold() in WHERE.get(primary(setting.language), frozenset())


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper() and not is_initials(word)
