"""Text printed more than once: of captions one is kept; paragraphs all, since a refrain is one, too."""

import re
from collections.abc import Iterator
from dataclasses import replace

from rapidfuzz import fuzz

from app.newswire.captions import Caption
from app.newswire.findings import Finding
from app.newswire.pieces import Piece
from app.newswire.punctuation import LANGUAGES_WITHOUT_STOPS, SENTENCE_ENDS, ends_sentence, primary
from app.newswire.widths import columns

# A shorter paragraph is said twice on purpose; if others stand between, even one of two lines may be.
FEWEST_LETTERS = 15
FEWEST_COLUMNS_APART = 120
# Captions without a credit are hardly longer than 90; as long as this are many paragraphs of one sentence.
MOST_COLUMNS_OF_CAPTION = 120
# Where no stop tells the end, captions and sentences look alike, and Thai is the tighter script.
MOST_COLUMNS_WITHOUT_STOPS = 60
ALIKE = 96.0
# Comparing costs the product of both lengths.
LONGEST_COMPARED = 5_000

_NOT_LETTERS = re.compile(r"[\W_]+")
_INNER_STOP = re.compile(f"[{re.escape(SENTENCE_ENDS)}][^\\w\\s]*\\s+\\S|[。！？][^\\w\\s]*\\w")
_NAMES_THOSE_SHOWN = re.compile(r"[^:：“”„«»\"「『]+(?::\s|：)[^:：“”„«»\"「『]+")
_QUOTES = str.maketrans("“”„«»‘’‚", '"""""' + "'''")


def without_duplicates(pieces: list[Piece], language: str) -> tuple[list[Piece], list[Finding]]:
    """Of equal captions the first is kept that has a credit."""
    kept: list[Piece | None] = []
    findings: list[Finding] = []
    places: dict[str, int] = {}
    for index, piece in enumerate(pieces):
        key = _key(piece)
        place = places.get(key) if key else None
        first = kept[place] if place is not None else None
        if (
            key is None
            or place is None
            or first is None
            or _is_refrain(piece, is_next=place == len(kept) - 1)
        ):
            kept.append(piece)
            if key:
                places[key] = len(kept) - 1
        elif first.caption and piece.caption and _credits_differ(first.caption, piece.caption):
            kept.append(piece)
        elif first.caption and piece.caption and first.caption.credit is None and piece.caption.credit:
            kept[place] = None
            kept.append(piece)
            places[key] = len(kept) - 1
            findings.extend(_dropped(first, piece))
        elif first.caption or _is_caption_printed_twice(pieces, index, first, language):
            kept[place] = _as_caption(first)
            findings.extend(_dropped(piece, first))
        else:
            kept.append(piece)
            message = f"The same as line {first.passage.line}; both were kept."
            findings.append(Finding("duplicate-block", message, piece.passage.line, 1, "warning"))
    left = [piece for piece in kept if piece is not None]
    return left, [*findings, *_near_duplicates(left)]


def _key(piece: Piece) -> str | None:
    """Equal for captions with the same letters, and for other texts that differ in quotation marks only."""
    if piece.caption is not None:
        return "caption " + _letters(piece.caption.text) if _letters(piece.caption.text) else None
    text = piece.passage.text
    return "text " + text.translate(_QUOTES) if len(_letters(text)) >= FEWEST_LETTERS else None


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub("", text).casefold()


def _is_refrain(piece: Piece, *, is_next: bool) -> bool:
    return piece.caption is None and not is_next and columns(piece.passage.text) < FEWEST_COLUMNS_APART


def _credits_differ(one: Caption, other: Caption) -> bool:
    return (
        one.credit is not None and other.credit is not None and _letters(one.credit) != _letters(other.credit)
    )


def _is_caption_printed_twice(pieces: list[Piece], index: int, first: Piece, language: str) -> bool:
    """A short text twice in a row is a caption where pictures stand, or where it alone lacks a stop.

    They stand at the end, and directly above or below the lead. A full sentence there is a caption only if it
    says who is to be seen.
    """
    text = pieces[index].passage.text
    if pieces[index - 1].passage is not first.passage or index < 2:  # noqa: PLR2004 - the headline is no caption
        return False
    has_stops = primary(language) not in LANGUAGES_WITHOUT_STOPS
    most_columns = MOST_COLUMNS_OF_CAPTION if has_stops else MOST_COLUMNS_WITHOUT_STOPS
    if columns(text) > most_columns or _INNER_STOP.search(text):
        return False
    if ends_sentence(text) and not _NAMES_THOSE_SHOWN.fullmatch(text):
        return False
    above_lead, below_lead = 2, 3
    if index in {above_lead, below_lead, len(pieces) - 1}:
        return True
    return has_stops and not ends_sentence(text) and _do_others_end_in_stops(pieces, text)


def _do_others_end_in_stops(pieces: list[Piece], text: str) -> bool:
    """Where most paragraphs lack a stop, lacking one says nothing."""
    others = [
        ends_sentence(each.passage.text)
        for each in pieces[1:]
        if each.caption is None and each.passage.text != text
    ]
    return sum(others) * 2 > len(others)


def _as_caption(piece: Piece) -> Piece:
    return piece if piece.caption else replace(piece, caption=Caption(piece.passage.text, None))


def _dropped(piece: Piece, kept: Piece) -> Iterator[Finding]:
    """One finding for every line, so that each dropped line is named."""
    credit_lines = piece.credit_line.lines if piece.credit_line else ()
    for line in (*piece.passage.lines, *credit_lines):
        message = f"The same as line {kept.passage.line}; dropped."
        yield Finding("duplicate-caption", message, line.number, 1, "warning")


def _near_duplicates(pieces: list[Piece]) -> Iterator[Finding]:
    previous: dict[bool, Piece] = {}
    for piece in pieces:
        is_caption = piece.caption is not None
        above = previous.get(is_caption)
        is_told = above is not None and not is_caption and _key(above) == _key(piece)
        if above and not is_told and _are_nearly_equal(above.passage.text, piece.passage.text):
            message = f"Almost the same as line {above.passage.line}; both were kept."
            yield Finding("near-duplicate", message, piece.passage.line, 1, "warning")
        previous[is_caption] = piece


def _are_nearly_equal(one: str, other: str) -> bool:
    if max(len(one), len(other)) > LONGEST_COMPARED:
        return False
    one, other = _letters(one), _letters(other)
    return min(len(one), len(other)) >= FEWEST_LETTERS and fuzz.ratio(one, other, score_cutoff=ALIKE) > 0
