"""Gives the pieces of a revision their public ids.

A piece keeps its id from revision to revision while it stands in its place, and shares the id of
the piece it translates. What translates what is taken as known only where both versions have the
same kinds of pieces in the same order; otherwise a version's pieces have ids of their own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True)
class Piece:
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class KeyedPiece:
    key: str
    piece: Piece


def assign_keys(
    pieces: Sequence[Piece],
    *,
    previous: Sequence[KeyedPiece],
    original: Sequence[KeyedPiece],
    fresh: Iterator[str],
) -> list[str]:
    """One key for each piece; ``original`` is empty for the original itself."""
    if original and [piece.kind for piece in pieces] == [keyed.piece.kind for keyed in original]:
        return [keyed.key for keyed in original]
    kept = _kept_keys(pieces, previous)
    return [kept.get(index) or next(fresh) for index in range(len(pieces))]


def _kept_keys(pieces: Sequence[Piece], previous: Sequence[KeyedPiece]) -> dict[int, str]:
    """Unchanged pieces keep their key, and so does one that was reworded in place."""
    matcher = SequenceMatcher(None, [keyed.piece for keyed in previous], pieces, autojunk=False)
    kept: dict[int, str] = {}
    for change, old, old_end, new, new_end in matcher.get_opcodes():
        same_length = old_end - old == new_end - new
        if change == "equal" or (change == "replace" and same_length):
            for offset in range(new_end - new):
                if previous[old + offset].piece.kind == pieces[new + offset].kind:
                    kept[new + offset] = previous[old + offset].key
    return kept
