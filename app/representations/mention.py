from collections.abc import Iterable

from pydantic import Field

from app.gazetteer.names import Evidence
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
    evidence: Evidence = Field(
        description="What it was recognised by: what the person or place is called (`label`), is also called "
        "(`alias`), is called by mistake (`misspelling`), a word for the place's people (`demonym`), or the "
        "`surname` of somebody whom the text names in whole.",
        examples=["label"],
    )
    score: float = Field(description="How sure it is.", ge=0, le=1, examples=[0.856])


def mention_documents(mentions: Iterable[Mention]) -> list[MentionDocument]:
    return [MentionDocument.model_validate(mention, from_attributes=True) for mention in mentions]
