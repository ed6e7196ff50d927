"""A story turned back into the text it was made from."""

import unicodedata
from collections import Counter

from app.newswire.parsing import ParsedStory
from app.newswire.story import Block, Figure, Story

DROPPED = frozenset({"duplicate-caption"})
REMOVED = frozenset("\u200b\u00ad\u2060\ufeff")


def printed_lines(story: Story) -> list[str]:
    """Every line of the story in the order of the text; byline and dateline directly above the lead."""
    shown = {entry.picture for entry in story.body if isinstance(entry, Figure)}
    over_lead = [picture.printed for index, picture in enumerate(story.pictures) if index not in shown]
    front = [story.headline, *over_lead, story.byline, story.dateline, story.lead]
    body = [
        entry.text if isinstance(entry, Block) else story.pictures[entry.picture].printed
        for entry in story.body
    ]
    return [line for text in [*front, *body] if text is not None for line in text.split("\n")]


def dropped_lines(parsed: ParsedStory) -> set[int]:
    return {finding.line for finding in parsed.findings if finding.code in DROPPED}


def content(text: str) -> Counter[str]:
    """Every character but white space, format characters and what the importer says it removes."""
    composed = unicodedata.normalize("NFC", "".join(char for char in text if char not in REMOVED))
    return Counter(char for char in composed if not char.isspace() and unicodedata.category(char) != "Cf")
