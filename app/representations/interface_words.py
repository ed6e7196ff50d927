"""The few words of our own on pages and in texts for readers."""

from dataclasses import dataclass
from functools import lru_cache

from app.language.direction import Direction, direction
from app.representations.name import choose_text
from app.texts.catalogues import ENGLISH, LANGUAGES, translate
from app.texts.text import Text

_TEXTS = {
    "news": Text("News"),
    "no_news": Text("There is no news here yet."),
    "older_news": Text("Older news"),
    "languages": Text("Languages"),
    "original_language": Text("Original language"),
    "machine_translation": Text("This translation was made by a machine."),
    "machine_text": Text("This text was written by a machine."),
    "outdated": Text("The original has changed since this translation was made."),
    "picture": Text("Picture"),
    "people": Text("People"),
    "places": Text("Places"),
    "corrections": Text("Corrections"),
    "source": Text("Source"),
    "publisher": Text("Publisher"),
    "license": Text("Licence"),
}


@dataclass(frozen=True, slots=True)
class InterfaceWords:
    """``language`` is the one the words are in, which may not be the page's."""

    language: str
    news: str
    no_news: str
    older_news: str
    languages: str
    original_language: str
    machine_translation: str
    machine_text: str
    outdated: str
    picture: str
    people: str
    places: str
    corrections: str
    source: str
    publisher: str
    license: str

    @property
    def direction(self) -> Direction:
        return direction(self.language)


@lru_cache(maxsize=1024)
def interface_words(language: str) -> InterfaceWords:
    """In the language, in one near to it, or in English."""
    chosen = choose_text({tag: tag for tag in LANGUAGES}, language)
    tag = chosen[0] if chosen else ENGLISH
    return InterfaceWords(tag, **{name: translate(text, tag) for name, text in _TEXTS.items()})
