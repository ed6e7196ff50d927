"""A language version while it is rewritten."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from app.errors import Refusal
from app.newswire.story import Block, BlockType, Figure, Picture, Story
from app.parallel.side import BYLINE, HEADLINE, LEAD, OUTSIDE_BODY, Piece


@dataclass(frozen=True, slots=True)
class Draft:
    """``above``: keys of pictures above the lead, outside the body. ``speakers``: of quotes, by key.

    A dateline stands in the lead, too, and so does a speaker in the quote.
    """

    pieces: Sequence[Piece]
    above: frozenset[str]
    speakers: Mapping[str, str]
    dateline: str | None

    def story(self) -> Story:
        """Raises Refusal where there is no headline."""
        texts = {piece.key: piece.text for piece in self.pieces if piece.key in OUTSIDE_BODY}
        if HEADLINE not in texts:
            raise Refusal("no-headline", "the headline is not translated, and nothing is published without")
        lead = texts.get(LEAD)
        pictures = [piece for piece in self.pieces if piece.kind == "caption"]
        pictures.sort(key=lambda piece: piece.key not in self.above)
        place = {piece.key: number for number, piece in enumerate(pictures)}
        return Story(
            headline=texts[HEADLINE],
            lead=lead,
            byline=texts.get(BYLINE),
            dateline=self.dateline if lead and self.dateline and lead.startswith(self.dateline) else None,
            body=tuple(
                Figure(place[piece.key]) if piece.kind == "caption" else self._block(piece)
                for piece in self.pieces
                if piece.key not in OUTSIDE_BODY and piece.key not in self.above
            ),
            pictures=tuple(map(_picture, pictures)),
        )

    def _block(self, piece: Piece) -> Block:
        speaker = self.speakers.get(piece.key)
        return Block(
            cast(BlockType, piece.kind),
            piece.text,
            line=0,
            speaker=speaker if speaker and speaker in piece.text else None,
        )


def _picture(piece: Piece) -> Picture:
    printed = f"{piece.text} ({piece.credit})" if piece.credit else piece.text
    return Picture(piece.text, piece.credit, line=0, printed=printed)
