"""What the people and things of a country are called, in the forms that texts have them in."""

import tomllib
from collections.abc import Callable, Collection, Iterator, Mapping
from importlib.metadata import version
from importlib.resources import files

from app.intake.gazetteers.cldr_locale import is_wanted
from app.intake.gazetteers.gazetteer import Gazetteer, GazetteerEntry, GazetteerTerm
from app.intake.gazetteers.states import kind_of

DEMONYMS = Gazetteer(
    key="dragoman",
    name="Dragoman's own list of demonyms",
    version=version("dragoman"),
    license="MIT",
    url="",
)

Inflect = Callable[[str], tuple[str, ...]]


def read_demonyms(languages: Collection[str] = ()) -> list[GazetteerEntry]:
    text = files(__package__).joinpath("demonyms.toml").read_text(encoding="utf-8")
    countries: Mapping[str, Mapping[str, str]] = tomllib.loads(text)
    return [
        GazetteerEntry(
            kind=kind_of(code),
            external_ids={"iso3166-1": code},
            terms=tuple(
                GazetteerTerm("demonym", language, form)
                for language, listed in by_language.items()
                if is_wanted(language, languages)
                for form in dict.fromkeys(_forms(language, listed))
            ),
        )
        for code, by_language in countries.items()
    ]


def _forms(language: str, listed: str) -> Iterator[str]:
    adjectives, _, nouns = listed.partition(";")
    of_adjective, of_noun = _INFLECTIONS[language]
    for words, inflect in ((adjectives, of_adjective), (nouns, of_noun)):
        for word in filter(None, (each.strip() for each in words.split(","))):
            yield from filter(None, word.split("/")) if "/" in word else inflect(word)


def _english(word: str) -> tuple[str, ...]:
    if word.endswith(("chman", "shman")):
        return word, f"{word[:-3]}men"
    if word.endswith("woman"):
        return word, f"{word[:-5]}women"
    if word.endswith(("ese", "ish", "ch", "ss", "ic", "yz", "ois", "oise", "tu", "otho", "-Kiribati")):
        return (word,)
    return word, f"{word}s"


def _dutch_adjective(word: str) -> tuple[str, ...]:
    return word, f"{word[:-3]}ese" if word.endswith("ees") else f"{word}e"


def _dutch_noun(word: str) -> tuple[str, ...]:
    """As in Canadezen, Amerikanen, Syriërs, Belgen."""
    if word.endswith("ees"):
        return word, f"{word[:-3]}ezen"
    if word.endswith("aan"):
        return word, f"{word[:-3]}anen"
    if word.endswith("aar"):
        return word, f"{word[:-3]}aren"
    if word.endswith(("er", "ër")):
        return word, f"{word}s"
    return word, f"{word}en"


def _german_adjective(word: str) -> tuple[str, ...]:
    return word, *(f"{word}{ending}" for ending in ("e", "en", "er", "es", "em"))


def _german_noun(word: str) -> tuple[str, ...]:
    if word.endswith("e"):
        return word, f"{word}n", f"{word[:-1]}in", f"{word[:-1]}innen"
    return word, f"{word}n", f"{word}s", f"{word}in", f"{word}innen"


_FRENCH_FEMININES = {"ien": "ienne", "éen": "éenne", "yen": "yenne", "ton": "tonne"}
_FRENCH_SIBILANTS = ("s", "x")


def _french(word: str) -> tuple[str, ...]:
    if word.endswith("e"):
        return word, f"{word}s"
    ending = word[-3:]
    feminine = f"{word[:-3]}{_FRENCH_FEMININES[ending]}" if ending in _FRENCH_FEMININES else f"{word}e"
    plural = word if word.endswith(_FRENCH_SIBILANTS) else f"{word}s"
    return word, feminine, plural, f"{feminine}s"


_UNACCENTED = {"és": "es", "án": "an", "ón": "on", "ín": "in"}


def _spanish(word: str) -> tuple[str, ...]:
    if word.endswith("o"):
        return word, f"{word[:-1]}a", f"{word}s", f"{word[:-1]}as"
    if word[-2:] in _UNACCENTED:
        stem = word[:-2] + _UNACCENTED[word[-2:]]
        return word, f"{stem}a", f"{stem}es", f"{stem}as"
    if word.endswith(("í", "ú")):
        return word, f"{word}es", f"{word}s"
    if word.endswith(("a", "e")):
        return word, f"{word}s"
    return word, f"{word}a", f"{word}es", f"{word}as"


_INFLECTIONS: Mapping[str, tuple[Inflect, Inflect]] = {
    "de": (_german_adjective, _german_noun),
    "en": (_english, _english),
    "es": (_spanish, _spanish),
    "fr": (_french, _french),
    "nl": (_dutch_adjective, _dutch_noun),
}
