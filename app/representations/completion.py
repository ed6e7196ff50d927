from typing import Literal

from pydantic import Field

from app.language.direction import direction
from app.models import Person, Place
from app.queries.completions import HeadlineCompletion
from app.queries.entities import Described
from app.representations.addresses import article_address
from app.representations.document import Direction, Document, Href, ListDocument, Tag
from app.representations.entity import entity_address, kind_of
from app.representations.name import choose_name


class CompletionDocument(Document):
    """What may be meant by the beginning that was typed."""

    kind: Literal["person", "place", "headline"] = Field(description="What it is.", examples=["place"])
    text: str = Field(description="What may be typed: a name, or a headline.", examples=["Baghdad"])
    language: Tag
    direction: Direction
    href: Href


class CompletionList(ListDocument[CompletionDocument]):
    """People and places, then headlines."""


def name_completion(described: Described[Person] | Described[Place], language: str) -> CompletionDocument:
    name = choose_name(described.labels, language)
    return CompletionDocument.model_validate(
        {
            "kind": kind_of(described.entity),
            "text": name.text,
            "language": name.language,
            "direction": name.direction,
            "href": entity_address(described.entity),
        }
    )


def headline_completion(completion: HeadlineCompletion, language: str) -> CompletionDocument:
    return CompletionDocument.model_validate(
        {
            "kind": "headline",
            "text": completion.headline,
            "language": language,
            "direction": direction(language),
            "href": article_address(completion.article_id, language),
        }
    )
