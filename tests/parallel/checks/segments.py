"""Segments and pairs as the alignment will give them."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.parallel.checks.sides import SideFinding, check_sides
from app.parallel.pairs import Pair
from app.parallel.side import Piece as PieceOfSide
from app.parallel.side import Side


@dataclass(frozen=True)
class Piece:
    block: str
    kind: str
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Couple:
    source: tuple[Piece, ...]
    target: tuple[Piece, ...]
    type: str = "1-1"


def piece(text: str, block: str = "b", kind: str = "paragraph", start: int = 0) -> Piece:
    return Piece(block, kind, start, start + len(text), text)


def check_one_by_one(source: Sequence[str], target: Sequence[str], language: str) -> list[SideFinding]:
    """Paragraphs of one sentence each, in English and in ``language``, that translate each other in order."""
    there, here = (
        Side(tag, [PieceOfSide(f"b{number}", "paragraph", text) for number, text in enumerate(texts)])
        for tag, texts in (("en", source), (language, target))
    )
    pairs = [
        Pair((one,), (other,), "1-1", 1.0, {})
        for one, other in zip(there.segments(), here.segments(), strict=True)
    ]
    return check_sides("a", there, here, pairs)
