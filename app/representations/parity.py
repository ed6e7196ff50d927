from collections.abc import Mapping

from pydantic import Field

from app.models import Person, Place
from app.queries.entities import Described
from app.representations.document import Document, ListDocument
from app.representations.entity import NamedEntity, kind_of, named_in


class ParityDocument(Document):
    """How often each language version of an article names somebody or somewhere."""

    entity: NamedEntity = Field(description="Who or what is named.")
    languages: dict[str, int] = Field(
        description="How often each language version names it.", examples=[{"en": 0, "nl": 3}]
    )
    missing_in: list[str] = Field(
        description="The languages that do not name it at all, by tag.", examples=[["en"]]
    )


class ParityList(ListDocument[ParityDocument]):
    """People and places of an article; first those that some language version does not name."""


def parity_document(
    described: Described[Person] | Described[Place], language: str, numbers: Mapping[str, int]
) -> ParityDocument:
    """``numbers``: of mentions, by each of the article's languages."""
    entity = NamedEntity(kind=kind_of(described.entity), **named_in(described, language))
    return ParityDocument(
        entity=entity, languages=dict(numbers), missing_in=[tag for tag, n in numbers.items() if not n]
    )
