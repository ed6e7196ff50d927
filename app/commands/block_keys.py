"""Gives the pieces of a revision their public ids.

A piece keeps its id from revision to revision while it stands in its place; a new one has the id of
the piece that it alone translates, where nothing else has it.
"""

from collections.abc import Iterator, Mapping, Sequence
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
    translated: Mapping[int, str],
    fresh: Iterator[str],
) -> list[str]:
    """One key for each piece; ``translated`` are those of the other version, by the piece's place here."""
    kept = _kept_keys(pieces, previous)
    taken = set(kept.values())
    shared = {place: key for place, key in translated.items() if key not in taken}
    return [kept.get(place) or shared.get(place) or next(fresh) for place in range(len(pieces))]


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
