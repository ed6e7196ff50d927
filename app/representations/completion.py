from typing import Literal

from pydantic import Field

from app.language.direction import direction
from app.models import Person, Place
from app.queries.completions import HeadlineCompletion, NameCompletion
from app.queries.entities import Described
from app.representations.addresses import article_address
from app.representations.document import Direction, Document, Href, ListDocument, Tag, without_default
from app.representations.entity import entity_address, kind_of
from app.representations.name import choose_name


class CompletionMatchDocument(Document):
    """Another name than the one that is shown."""

    surface: str = Field(description="The name that begins as was typed.", examples=["Багдад"])
    language: Tag


class CompletionDocument(Document):
    """What may be meant by the beginning that was typed."""

    kind: Literal["person", "place", "headline"] = Field(description="What it is.", examples=["place"])
    text: str = Field(description="What may be typed: a name, or a headline.", examples=["Baghdad"])
    language: Tag
    direction: Direction
    href: Href
    match: CompletionMatchDocument | None = Field(
        default=None,
        description="What begins as was typed. There only where that is not `text`.",
        json_schema_extra=without_default,
    )


class CompletionList(ListDocument[CompletionDocument]):
    """People and places, then headlines: of the reader's language, then of others of theirs, then of any."""


def name_completion(
    completion: NameCompletion, described: Described[Person] | Described[Place], language: str
) -> CompletionDocument:
    """``language`` is the reader's."""
    name = choose_name(described.labels, language)
    match = {"match": {"surface": completion.name, "language": completion.language}}
    return CompletionDocument.model_validate(
        {
            "kind": kind_of(described.entity),
            "text": name.text,
            "language": name.language,
            "direction": name.direction,
            "href": entity_address(described.entity),
            **(match if completion.name != name.text else {}),
        }
    )


def headline_completion(completion: HeadlineCompletion) -> CompletionDocument:
    return CompletionDocument.model_validate(
        {
            "kind": "headline",
            "text": completion.headline,
            "language": completion.language,
            "direction": direction(completion.language),
            "href": article_address(completion.article_id, completion.language),
        }
    )
