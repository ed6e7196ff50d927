"""Quotation marks as pairs: what is inside, and what has no partner.

Only double marks are looked at: a single one may be an apostrophe.
"""

import re
from dataclasses import dataclass

_CLOSERS = {
    "“": "”“",
    "„": "“”",
    "”": "”",
    "«": "»",
    "»": "«»",
    "「": "」",
    "『": "』",
    "〝": "〞〟",
    "《": "》",
    '"': '"',
    "＂": "＂",
    "״": "״",
}
# One curled by hand, or by a program that curls only some.
_MIXED = {'"': "”", "“": '"', "„": '"', "”": '"'}
_ONE_WAY = "「」『』〝〞〟《》„"
_OPENERS = '“«"＂״'
_INTRODUCING = "([（［:：،,，–—-"
_ENDING = tuple(".,!?…")
_MARKS = re.compile(r"[“„”«»「」『』〝〞〟《》＂\"]|(?<=\S)''|''(?=\S)")
_BRACKETED = re.compile(r"[(（\[][^)）\]]*[)）\]]")
_SINGLE_QUOTED = re.compile(r"(?<!\w)['‘‚‹’][^'‘’‚‹›]*['’‘›](?!\w)")
_SINGLE = re.compile(r"(?<!\w)['‘‚‹’](?=\w)|(?<=[.,!?…])['’](?!\w)")


@dataclass(frozen=True, slots=True)
class Quoted:
    """``spans`` enclose their marks; ``unpaired`` are the places of marks without a partner."""

    spans: tuple[tuple[int, int], ...]
    unpaired: tuple[int, ...]


def find_quoted(text: str) -> Quoted:
    spans: list[tuple[int, int]] = []
    unpaired: list[int] = []
    open_marks: list[tuple[str, int]] = []
    for match in _MARKS.finditer(text):
        mark, place = match[0], match.start()
        if _is_inch_or_hebrew(text, place):
            continue
        if open_marks and _closes(text, place, mark, open_marks[-1][0]):
            _, start = open_marks.pop()
            spans.append((start, match.end()))
        elif mark in _CLOSERS and not _only_ends(text, place):
            open_marks.append((mark, place))
        else:
            unpaired.append(place)
    unpaired.extend(place for _, place in open_marks)
    return Quoted(tuple(spans), tuple(sorted(unpaired)))


def _closes(text: str, place: int, mark: str, opened: str) -> bool:
    if mark in _CLOSERS.get(opened, ""):
        return not _opens(text, place, mark)
    return mark in _MIXED.get(opened, "") and not opens(text, place)


def find_enclosed(text: str) -> list[tuple[int, int]]:
    """What is in quotation marks, single ones too, or in brackets."""
    matches = (match.span() for pattern in (_BRACKETED, _SINGLE_QUOTED) for match in pattern.finditer(text))
    return [*find_quoted(text).spans, *matches]


def without_quoted(text: str) -> str:
    """With spaces in the place of what is enclosed."""
    for start, end in find_enclosed(text):
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def find_single_quoted(text: str) -> tuple[tuple[int, int], ...]:
    """As far as no apostrophe stands in it."""
    return tuple(match.span() for match in _SINGLE_QUOTED.finditer(text))


def has_single_quotes(text: str) -> bool:
    return _SINGLE.search(text) is not None


def opens(text: str, place: int) -> bool:
    """Whether the mark at ``place`` looks to what follows; where both or neither side tell, its form does."""
    mark, before, after = text[place], text[place - 1 : place], text[place + 1 : place + 2]
    if mark in _ONE_WAY:
        return mark in _CLOSERS
    begins = (
        bool(after) and not after.isspace() and (not before or before.isspace() or before in _INTRODUCING)
    )
    ends = bool(before) and not before.isspace() and not after.isalnum()
    return begins if begins != ends else bool(after) and mark in _OPENERS


def _opens(text: str, place: int, mark: str) -> bool:
    """A mark behind a space and before a letter opens, whatever is open already."""
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    return mark in '"”“»' and (not before or before.isspace()) and after.isalnum()


def _is_inch_or_hebrew(text: str, place: int) -> bool:
    """ארה"ב is an abbreviation, its mark before the last letter; 6'6" a measure."""
    before, after, beyond = text[place - 1 : place], text[place + 1 : place + 2], text[place + 2 : place + 3]
    if _is_hebrew(before) and _is_hebrew(after) and not _is_hebrew(beyond):
        return True
    return before.isdigit() and text[place] == '"' and "'" in text[max(0, place - 4) : place]


def _is_hebrew(letter: str) -> bool:
    return "\u0590" <= letter <= "\u05ff"


def _only_ends(text: str, place: int) -> bool:
    """A mark behind a word and before a space or a comma: whatever it looks like, its partner was lost."""
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    ends = not after or after.isspace() or after in ",;"
    return text[place] in '"“”' and (before.isalnum() or before in _ENDING) and ends
