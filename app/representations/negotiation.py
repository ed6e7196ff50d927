from collections.abc import Sequence

from pydantic import Field

from app.language.direction import direction
from app.representations.document import Direction, Document, Tag


class NegotiationDocument(Document):
    """What a preference of languages comes to on this site."""

    language: Tag
    direction: Direction
    accept_language: str = Field(
        description="The `Accept-Language` that stands for all those that choose the same here, whatever "
        "languages an article has.",
        examples=["nl,fr;q=0.98"],
    )
    languages: list[str] = Field(
        description="The site's languages that the reader takes (BCP 47), the best first.",
        examples=[["nl", "fr", "en"]],
    )


def negotiation_document(accept_language: str, languages: Sequence[str]) -> NegotiationDocument:
    """``languages`` are not empty."""
    return NegotiationDocument(
        language=languages[0],
        direction=direction(languages[0]),
        accept_language=accept_language,
        languages=list(languages),
    )
