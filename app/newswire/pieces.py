"""Passages, and which of them are captions: by credit, by first words, or by a credit line below."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.newswire.captions import LONGEST_LEAD_IN_CAPTION, Caption, find_caption
from app.newswire.lists import find_marker
from app.newswire.passages import Passage


@dataclass(frozen=True, slots=True)
class Piece:
    """``credit_line`` is the passage below that held nothing but the credit of this caption."""

    passage: Passage
    caption: Caption | None = None
    credit_line: Passage | None = None

    @property
    def printed(self) -> str:
        below = f"\n{self.credit_line.text}" if self.credit_line else ""
        return self.passage.text + below

    @property
    def is_bare_credit(self) -> bool:
        return self.caption is not None and not self.caption.text


def pieces(passages: list[Passage]) -> list[Piece]:
    """The headline is never a caption."""
    headline, *others = passages
    return [Piece(headline), *_with_credit_lines([Piece(other, _caption(other)) for other in others])]


def _caption(passage: Passage) -> Caption | None:
    return None if find_marker(passage.text) else find_caption(passage.text)


def _with_credit_lines(found: list[Piece]) -> Iterator[Piece]:
    waiting: Piece | None = None
    for index, piece in enumerate(found):
        if (
            waiting
            and piece.is_bare_credit
            and (captioned := _captioned(waiting, piece, found[index + 1 : index + 2]))
        ):
            yield captioned
            waiting = None
            continue
        if waiting:
            yield waiting
        waiting = piece
    if waiting:
        yield waiting


def _captioned(above: Piece, credit: Piece, below: list[Piece]) -> Piece | None:
    """The caption with the credit printed under it, if it is one."""
    assert credit.caption is not None  # noqa: S101 - a bare credit is a caption
    if above.caption and above.caption.text and above.caption.credit is None:
        text = above.caption.text
    elif above.caption is None and _is_pair_alone(above.passage, credit.passage, below):
        text = above.passage.text
    else:
        return None
    return replace(above, caption=Caption(text, credit.caption.credit), credit_line=credit.passage)


def _is_pair_alone(above: Passage, credit: Passage, below: list[Piece]) -> bool:
    """Two lines between blank lines, where paragraphs are not printed without blank lines."""
    is_stack = not above.is_glued and credit.is_glued and not (below and below[0].passage.is_glued)
    return is_stack and len(above.text) <= LONGEST_LEAD_IN_CAPTION
