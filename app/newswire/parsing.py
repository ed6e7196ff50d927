"""Raw bytes -> Story and findings: who does what, in order."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.errors import Refusal
from app.newswire.apostrophes import mixed_apostrophes
from app.newswire.body import Entry, entries, missing_headings
from app.newswire.captions import Caption
from app.newswire.conjunctions import foreign_conjunctions
from app.newswire.decoding import DecodedText, decode
from app.newswire.duplicates import without_duplicates
from app.newswire.findings import Finding
from app.newswire.front import Front, split_front
from app.newswire.mojibake import misread_characters
from app.newswire.pieces import Piece, pieces
from app.newswire.spacing import gaps
from app.newswire.story import Block, Figure, Picture, Story
from app.newswire.wrapping import passages

MAX_BLOCKS = 2_000


@dataclass(frozen=True, slots=True)
class ParsedStory:
    """``findings`` are in the order of the file."""

    story: Story
    findings: tuple[Finding, ...]


def parse(raw: bytes, language: str) -> ParsedStory:
    """``language`` is a BCP 47 tag. Refuse like ``decode``, and ``too-large`` beyond MAX_BLOCKS."""
    decoded = decode(raw)
    found, findings = passages(decoded.lines)
    if len(found) > MAX_BLOCKS:
        message = f"The text has {len(found)} paragraphs; {MAX_BLOCKS} is the most that is taken."
        raise Refusal("too-large", message, line=found[MAX_BLOCKS].line, column=1)
    kept, duplicates = without_duplicates(pieces(found), language)
    front, over_lead, rest = split_front(kept, language)
    made = entries(rest, language)
    all_findings = [
        *decoded.findings,
        *findings,
        *duplicates,
        *_character_findings(decoded),
        *_wording_findings(kept, language),
        *_structure_findings(front, over_lead, made),
    ]
    all_findings.sort(key=lambda finding: (finding.line, finding.column, finding.code))
    return ParsedStory(_story(front, over_lead, made), tuple(all_findings))


def _story(front: Front, over_lead: list[Piece], made: list[Entry]) -> Story:
    pictures = [picture for piece in over_lead if (picture := _picture(piece))]
    body: list[Block | Figure] = []
    for entry in made:
        if entry.block:
            body.append(entry.block)
        elif picture := _picture(entry.first):
            body.append(Figure(len(pictures)))
            pictures.append(picture)
    return Story(
        headline=front.headline.passage.text,
        lead=_text(front.lead),
        byline=_text(front.byline),
        dateline=_text(front.dateline),
        body=tuple(body),
        pictures=tuple(pictures),
        front_lines=_front_lines(front),
    )


def _front_lines(front: Front) -> dict[str, int]:
    pieces = {"headline": front.headline, "lead": front.lead, "byline": front.byline}
    return {name: piece.passage.line for name, piece in pieces.items() if piece}


def _text(piece: Piece | None) -> str | None:
    return piece.passage.text if piece else None


def _picture(piece: Piece) -> Picture | None:
    if piece.caption is None:
        return None
    return Picture(piece.caption.text, piece.caption.credit, piece.passage.line, piece.printed)


def _character_findings(decoded: DecodedText) -> Iterator[Finding]:
    for line in decoded.lines:
        yield from misread_characters(line)
    yield from mixed_apostrophes(decoded.lines)


def _wording_findings(kept: list[Piece], language: str) -> Iterator[Finding]:
    """Of the lines that were kept: a fault in a dropped line is gone with it."""
    for piece in kept:
        for line in piece.passage.lines:
            yield from gaps(line, language)
            yield from foreign_conjunctions(line, language, in_caption=piece.caption is not None)


def _structure_findings(front: Front, over_lead: list[Piece], made: list[Entry]) -> Iterator[Finding]:
    if front.lead is None:
        line = front.headline.passage.line
        yield Finding("missing-lead", "No paragraph directly below the headline.", line, 1, "info")
    yield from missing_headings(made)
    yield from _caption_findings(front, made)
    for piece in [*over_lead, *(entry.first for entry in made if entry.block is None)]:
        yield from _credit_findings(piece)


def _caption_findings(front: Front, made: list[Entry]) -> Iterator[Finding]:
    texts = [index for index, entry in enumerate(made) if entry.block]
    last = texts[-1] if texts else -1
    first = -1 if front.lead else (texts[0] if texts else len(made))
    for index, entry in enumerate(made):
        if entry.block is None and first < index < last:
            message = "A caption between paragraphs became a picture."
            yield Finding("caption-in-body", message, entry.first.passage.line, 1, "info")


def _credit_findings(piece: Piece) -> Iterator[Finding]:
    caption: Caption | None = piece.caption
    if caption and caption.credit is None:
        message = "The caption names no maker or owner of the picture."
        yield Finding("caption-without-credit", message, piece.passage.line, 1, "info")
