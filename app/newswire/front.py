"""What stands above the body: headline, byline, dateline, lead, and pictures over the lead."""

from dataclasses import dataclass

from app.newswire.bylines import is_byline, is_dateline
from app.newswire.headings import is_heading
from app.newswire.lists import find_marker
from app.newswire.pieces import Piece


@dataclass(slots=True)
class Front:
    headline: Piece
    byline: Piece | None = None
    dateline: Piece | None = None
    lead: Piece | None = None


def split_front(pieces: list[Piece], language: str) -> tuple[Front, list[Piece], list[Piece]]:
    """The front, the captions over the lead, and all other pieces in order."""
    front = Front(pieces[0])
    captions: list[Piece] = []
    for index, piece in enumerate(pieces[1:], 1):
        if piece.caption:
            captions.append(piece)
        elif front.byline is None and is_byline(piece.passage.text):
            front.byline = piece
        elif front.dateline is None and is_dateline(piece.passage.text):
            front.dateline = piece
        elif _is_body(piece, pieces[index + 1 : index + 2], language):
            return front, [], [*captions, *pieces[index:]]
        else:
            front.lead = piece
            return front, captions, _without_byline_below(front, pieces[index + 1 :])
    return front, [], captions


def _is_body(piece: Piece, below: list[Piece], language: str) -> bool:
    """A list, or a heading glued to its paragraph; a short line by itself is a lead."""
    if find_marker(piece.passage.text):
        return True
    return bool(below) and below[0].passage.is_glued and is_heading(piece.passage, below[0].passage, language)


def _without_byline_below(front: Front, below: list[Piece]) -> list[Piece]:
    if front.byline is None and below and not below[0].caption and is_byline(below[0].passage.text):
        front.byline = below[0]
        return below[1:]
    return below
