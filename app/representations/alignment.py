from collections.abc import Mapping, Sequence

from pydantic import ConfigDict, Field

from app.parallel.pairs import Pair, PairType
from app.parallel.segments import Segment
from app.representations.document import Document, ListDocument


class SegmentDocument(Document):
    """A sentence, or a heading, headline, byline or caption as a whole."""

    block: str = Field(
        description="Where it stands: a block's or a picture's id (its caption), `headline`, `lead` or "
        "`byline`.",
        examples=["b3"],
    )
    start: int = Field(description="Offset of its first Unicode code point.", examples=[0])
    end: int = Field(description="Offset behind the last one.", examples=[23])
    text: str = Field(description="What stands there.", examples=["Afrekenen met ideologie"])


class PairDocument(Document):
    """Segments that translate each other, by language; an empty list on the side that has nothing."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, list[SegmentDocument]] = Field(init=False)

    type: PairType = Field(
        description="How many translate how many. `missing`: the second language has nothing; `added`: the "
        "first has nothing; `moved`: it stands elsewhere.",
        examples=["1-1"],
    )
    score: float = Field(description="How sure it is.", ge=0, le=1, examples=[0.993])
    evidence: dict[str, float] = Field(
        description="What speaks for it, or below 0 against: natural logarithms of how much likelier the two "
        "are as translations of each other than by chance.",
        examples=[{"length": 1.2, "names": 8.4}],
    )


class PairList(ListDocument[PairDocument]):
    """Two language versions side by side, in the order of the first."""


def pair_document(pair: Pair, source: str, target: str) -> PairDocument:
    sides: Mapping[str, Sequence[Segment]] = {source: pair.source, target: pair.target}
    return PairDocument.model_validate(
        {
            **{tag: [segment_document(each) for each in segments] for tag, segments in sides.items()},
            "type": pair.type,
            "score": pair.score,
            "evidence": dict(pair.evidence),
        }
    )


def segment_document(segment: Segment) -> SegmentDocument:
    return SegmentDocument(block=segment.block, start=segment.start, end=segment.end, text=segment.text)
