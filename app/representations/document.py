"""What all documents share. They are written without the members that were not set: see ``total``."""

from typing import Annotated, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict

Item = TypeVar("Item")

Tag = Annotated[str, Field(description="A language as a canonical BCP 47 tag.", examples=["nl"])]
Href = Annotated[
    str,
    Field(
        description="An address, relative to the server's root (RFC 3986).",
        examples=["/articles/2018-12-06-anti-isis-coalition/nl"],
    ),
]
Headline = Annotated[
    str,
    Field(description="The headline.", examples=["Anti-ISIS-coalitie bespreekt wereldwijde dreiging ISIS"]),
]
Direction = Annotated[
    Literal["ltr", "rtl"], Field(description="The direction the text is written in.", examples=["ltr"])
]


class Document(BaseModel):
    """Every member is always there; what is not known is null."""

    model_config = ConfigDict(extra="forbid", frozen=True, json_schema_serialization_defaults_required=True)


def without_default(schema: JsonDict) -> None:
    """Not asked for, it is absent, not 0."""
    schema.pop("default", None)


class ListDocument(Document, Generic[Item]):
    items: list[Item] = Field(description="The items of this page, in the list's order.")
    next: str | None = Field(
        description="The address of the next page, null on the last.",
        examples=["/articles?cursor=WyJhcnRpY2xlcyJd&lang=nl"],
    )
    total: int = Field(
        default=0,
        description="How many there are on all pages; there only with `count=true`.",
        json_schema_extra=without_default,
    )
