from pydantic import Field

from app.models import Person, Place
from app.queries.entities import Described
from app.representations.document import ListDocument
from app.representations.entity import NamedEntity, kind_of, named_in


class CompanionDocument(NamedEntity):
    """A person or a place that is named in the same articles as another."""

    articles: int = Field(description="How many of the articles name both.", examples=[1])


class CompanionList(ListDocument[CompanionDocument]):
    """People and places, those that are named together most often first."""


def companion_document(
    described: Described[Person] | Described[Place], language: str, articles: int
) -> CompanionDocument:
    return CompanionDocument(
        kind=kind_of(described.entity), **named_in(described, language), articles=articles
    )
