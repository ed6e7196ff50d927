"""Pieces below the lead -> blocks of a kind, with the places of the pictures."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.newswire.findings import Finding
from app.newswire.headings import is_heading, looks_like_heading
from app.newswire.lists import Marker, find_marker
from app.newswire.pieces import Piece
from app.newswire.punctuation import ends_sentence
from app.newswire.quotes import quoted_paragraph
from app.newswire.story import Block

# Hyphens in front of paragraphs with blank lines between: a list from so many on, if they are not sentences.
FEWEST_SPACED_HYPHENS = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """A block or a caption, with the pieces it was made from."""

    pieces: tuple[Piece, ...]
    block: Block | None = None

    @property
    def first(self) -> Piece:
        return self.pieces[0]


def entries(pieces: list[Piece], language: str) -> list[Entry]:
    grouped = list(_grouped(pieces))
    made: list[Entry] = []
    below: Entry | None = None
    for group in reversed(grouped):
        entry = _entry(group, below, language)
        made.append(entry)
        if entry.block:
            below = entry
    made.reverse()
    return made


def _grouped(pieces: list[Piece]) -> Iterator[tuple[Piece, ...]]:
    """Items of one list together, everything else alone."""
    run: list[Piece] = []
    last: Marker | None = None
    for piece in pieces:
        marker = None if piece.caption else find_marker(piece.passage.text)
        if run and not (marker and last and last.precedes(marker)):
            yield from _list_or_single(run)
            run = []
        if marker:
            run.append(piece)
        else:
            yield (piece,)
        last = marker
    yield from _list_or_single(run)


def _list_or_single(run: list[Piece]) -> Iterator[tuple[Piece, ...]]:
    if run and _is_list(run):
        yield tuple(run)
    else:
        yield from ((piece,) for piece in run)


def _is_list(run: list[Piece]) -> bool:
    marker = find_marker(run[0].passage.text)
    if marker and marker.kind.startswith("bullet"):
        return True
    if marker and marker.kind.startswith("hyphen") and not all(piece.passage.is_glued for piece in run[1:]):
        sentences = sum(ends_sentence(piece.passage.text) for piece in run)
        return len(run) >= FEWEST_SPACED_HYPHENS and sentences * 2 < len(run)
    return len(run) > 1


def _entry(group: tuple[Piece, ...], below: Entry | None, language: str) -> Entry:
    piece = group[0]
    text, line = piece.passage.text, piece.passage.line
    if piece.caption:
        return Entry(group)
    if len(group) > 1 or _is_single_item(text):
        return Entry(group, Block("list", "\n".join(item.passage.text for item in group), line))
    if below and below.block and _is_heading_of(piece, below, below.block, language):
        return Entry(group, Block("heading", text, line))
    is_quote, speaker = quoted_paragraph(text, language)
    return Entry(group, Block("quote" if is_quote else "paragraph", text, line, speaker))


def _is_single_item(text: str) -> bool:
    marker = find_marker(text)
    return marker is not None and marker.kind.startswith("bullet")


def _is_heading_of(piece: Piece, below: Entry, block: Block, language: str) -> bool:
    if block.type == "list":
        return looks_like_heading(piece.passage, is_glued_below=False)
    return is_heading(piece.passage, below.first.passage, language)


def missing_headings(made: list[Entry]) -> Iterator[Finding]:
    """Paragraphs below more blank lines than usual.

    A warning where headings of the same text stand below such a gap, a mere hint where none does.
    """
    blocks = [entry for entry in made if entry.block]
    blanks = [entry.first.passage.blanks for entry in blocks]
    usual = sorted(blanks)[len(blanks) // 2] if blanks else 0
    proven = any(
        entry.block.type == "heading" and entry.first.passage.blanks > max(1, usual)
        for entry in blocks
        if entry.block
    )
    above: Entry | None = None
    for entry in made:
        if (
            entry.block
            and entry.block.type != "heading"
            and entry.first.passage.blanks > max(1, usual)
            and not (above and above.block and above.block.type == "heading")
        ):
            yield Finding(
                "missing-heading",
                f"{entry.first.passage.blanks} blank lines but no heading.",
                entry.first.passage.line,
                1,
                "warning" if proven else "info",
            )
        above = entry
