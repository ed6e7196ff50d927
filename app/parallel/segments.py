"""The smallest pieces of a text that are paired with those of another: sentences, and what stands alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from app.parallel.sentences import sentence_spans

Kind = Literal["headline", "lead", "byline", "heading", "paragraph", "quote", "list", "caption"]

WHOLE: frozenset[Kind] = frozenset({"headline", "byline", "heading", "caption"})


@dataclass(frozen=True, slots=True)
class Segment:
    """``text`` is ``block_text[start:end]``, offsets in Unicode code points.

    ``id`` is the block's with a number, so it stands as long as the block's text does.
    """

    id: str
    block: str
    kind: Kind
    start: int
    end: int
    text: str


def segments_of(block: str, kind: Kind, text: str, language: str) -> tuple[Segment, ...]:
    """The sentences of a block; headlines, headings, captions and bylines whole. ``block`` is its key."""
    return tuple(
        Segment(f"{block}.{number}", block, kind, start, end, text[start:end])
        for number, (start, end) in enumerate(_spans(kind, text, language), 1)
    )


def _spans(kind: Kind, text: str, language: str) -> Iterator[tuple[int, int]]:
    if kind in WHOLE:
        start = len(text) - len(text.lstrip())
        if text.strip():
            yield start, len(text.rstrip())
    elif kind == "list":
        for line in re.finditer(r"[^\n]+", text):
            for start, end in sentence_spans(line[0], language):
                yield line.start() + start, line.start() + end
    else:
        yield from sentence_spans(text, language)
