from collections.abc import Iterable

from pydantic import Field

from app.models import Mention
from app.representations.document import Document


class MentionDocument(Document):
    """Where a name stands in the text; offsets count Unicode code points."""

    block: str = Field(
        description="Where the name stands: a block's or a picture's id (its caption), `headline` or `lead`.",
        examples=["b3"],
    )
    start: int = Field(description="Offset of the first Unicode code point of the name.", examples=[12])
    end: int = Field(description="Offset behind the last one.", examples=[18])
    surface: str = Field(description="The name as it stands there.", examples=["Ottawa"])


def mention_documents(mentions: Iterable[Mention]) -> list[MentionDocument]:
    return [
        MentionDocument(block=mention.block, start=mention.start, end=mention.end, surface=mention.surface)
        for mention in mentions
    ]
