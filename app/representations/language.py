from babel import Locale, UnknownLocaleError
from pydantic import Field

from app.language.direction import direction
from app.representations.document import Direction, Document, ListDocument, Tag


class LanguageDocument(Document):
    """A language that some article has."""

    language: Tag
    name: str = Field(description="Its own name.", examples=["Nederlands"])
    translated_name: str = Field(description="Its name in this document's language.", examples=["Dutch"])
    direction: Direction
    articles: int = Field(description="How many articles there are in it.", examples=[1])
    default: bool = Field(description="Whether readers get it who ask for none that an article has.")


class LanguageList(ListDocument[LanguageDocument]):
    """Languages, by tag."""


def language_document(language: str, *, reader: str, articles: int, default: str) -> LanguageDocument:
    return LanguageDocument(
        language=language,
        name=_name(language, language),
        translated_name=_name(language, reader),
        direction=direction(language),
        articles=articles,
        default=language == default,
    )


def _name(language: str, reader: str) -> str:
    """As CLDR has it; where it has none, the English name, else the tag."""
    for tag in (reader, reader.partition("-")[0], "en"):
        locale = _locale(tag)
        named = _locale(language)
        if locale is not None and named is not None:
            name = named.get_display_name(locale)
            if name:
                return name
    return language


def _locale(tag: str) -> Locale | None:
    try:
        return Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return None
