"""Segments and pairs as the alignment will give them."""

from dataclasses import dataclass


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
