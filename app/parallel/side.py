"""A language version as it is laid beside another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.parallel.segments import Kind, Segment, segments_of
from app.parallel.text import Names

HEADLINE, LEAD, BYLINE, DATELINE = "headline", "lead", "byline", "dateline"
OUTSIDE_BODY = frozenset({HEADLINE, LEAD, BYLINE})


@dataclass(frozen=True, slots=True)
class Piece:
    """``key`` is a block's, a picture's (its caption), ``headline``, ``lead`` or ``byline``."""

    key: str
    kind: Kind
    text: str
    credit: str | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """``pieces`` are in reading order; ``names`` are who and what is linked in them."""

    language: str
    pieces: Sequence[Piece]
    names: Names = field(default_factory=dict)

    def segments(self) -> list[Segment]:
        return [
            segment
            for piece in self.pieces
            for segment in segments_of(piece.key, piece.kind, piece.text, self.language)
        ]

    @property
    def texts(self) -> Mapping[str, str]:
        return {piece.key: piece.text for piece in self.pieces}

    @property
    def credits(self) -> Mapping[str, str | None]:
        return {piece.key: piece.credit for piece in self.pieces if piece.kind == "caption"}

    @property
    def entities(self) -> frozenset[str]:
        """Who and what is linked in it."""
        return frozenset(name.entity for names in self.names.values() for name in names)
