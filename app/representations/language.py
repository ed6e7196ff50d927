from pydantic import Field

from app.language.direction import direction
from app.representations.document import Direction, Document, ListDocument, Tag
from app.representations.language_name import language_name


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
        name=language_name(language, language),
        translated_name=language_name(language, reader),
        direction=direction(language),
        articles=articles,
        default=language == default,
    )
