from collections.abc import Mapping, Set

from pydantic import Field

from app.language.fallback import fallbacks
from app.models import Person, Place
from app.queries.entities import Described
from app.queries.naming import Counted
from app.representations.document import Document, ListDocument
from app.representations.entity import NamedEntity, kind_of, named_in


class ParityDocument(Document):
    """How often each language version of an article names somebody or somewhere."""

    entity: NamedEntity = Field(description="Who or what is named.")
    languages: dict[str, int] = Field(
        description="How often each language version names it.", examples=[{"en": 0, "nl": 3}]
    )
    missing_in: list[str] = Field(
        description="The languages, by tag, that do not name it at all, and could: where the others only have"
        " words like “Canadian” of it, those in which such a word is known.",
        examples=[["en"]],
    )


class ParityList(ListDocument[ParityDocument]):
    """People and places of an article; first those that some language version does not name."""


def parity_document(
    described: Described[Person] | Described[Place],
    language: str,
    numbers: Mapping[str, Counted],
    languages_of_demonyms: Set[str],
) -> ParityDocument:
    """``numbers``: of mentions, by each of the article's languages."""
    entity = NamedEntity(kind=kind_of(described.entity), **named_in(described, language))
    has_name = any(counted.mentions > counted.demonyms for counted in numbers.values())
    return ParityDocument(
        entity=entity,
        languages={tag: counted.mentions for tag, counted in numbers.items()},
        missing_in=[
            tag
            for tag, counted in numbers.items()
            if not counted.mentions
            and (has_name or not languages_of_demonyms.isdisjoint([tag, *fallbacks(tag)]))
        ],
    )
