"""Lines broken at a fixed width, joined again into paragraphs."""

from collections.abc import Iterator
from itertools import pairwise

from app.newswire.decoding import Line
from app.newswire.findings import Finding
from app.newswire.lists import find_marker
from app.newswire.passages import Passage, tidy
from app.newswire.punctuation import ends_sentence
from app.newswire.widths import columns

NARROWEST_WRAP = 30
WIDEST_WRAP = 120
# Of the lines with another directly below, how many must look broken off before any is joined.
LEAST_SHARE_BROKEN = 0.3
# A letter without case proves less than a small letter that the sentence goes on.
LEAST_BROKEN_WITHOUT_CASE = 2

# Han, kana, Yi, Thai, Lao, Burmese and Khmer are written without spaces between words.
_SPACELESS = (
    (0x0E00, 0x0EFF),
    (0x1000, 0x109F),
    (0x1780, 0x17FF),
    (0x2E80, 0x312F),
    (0x31A0, 0xA4CF),
    (0xF900, 0xFAFF),
    (0xFE30, 0xFE4F),
    (0xFF00, 0xFFEF),
    (0x20000, 0x3FFFF),
)


def passages(lines: tuple[Line, ...]) -> tuple[list[Passage], list[Finding]]:
    """The first passage is always the first line that is not blank, alone."""
    stacks = list(_stacks(lines))
    width = _wrap_width([stack for _, stack in stacks])
    joined: list[Passage] = []
    for blanks, stack in stacks:
        for index, group in enumerate(_groups(stack, width)):
            joined.append(Passage(_join(group), tuple(group), blanks if index == 0 else 0))
    return joined, list(_findings(joined))


def _stacks(lines: tuple[Line, ...]) -> Iterator[tuple[int, list[Line]]]:
    """Lines with no blank line between them, and the blank lines above; the headline is one by itself."""
    blanks = 0
    stack: list[Line] = []
    has_headline = False
    for line in lines:
        if line.is_blank:
            if stack:
                yield blanks, stack
                stack, blanks = [], 0
            blanks += 1
        elif has_headline:
            stack.append(line)
        else:
            yield blanks, [line]
            has_headline, blanks = True, 0
    if stack:
        yield blanks, stack


def _wrap_width(stacks: list[list[Line]]) -> int | None:
    """The width the text was broken at; None for a text that was not."""
    pairs = [(tidy(upper.text), tidy(lower.text)) for stack in stacks for upper, lower in pairwise(stack)]
    cased = [columns(upper) for upper, lower in pairs if _is_broken(upper, lower) and lower[0].islower()]
    caseless = [
        columns(upper) for upper, lower in pairs if _is_broken(upper, lower) and _is_caseless(lower[0])
    ]
    if not cased and len(caseless) < LEAST_BROKEN_WITHOUT_CASE:
        return None
    if len(cased) + len(caseless) < LEAST_SHARE_BROKEN * len(pairs):
        return None
    return max(cased + caseless)


def _is_broken(upper: str, lower: str) -> bool:
    return (
        NARROWEST_WRAP <= columns(upper) <= WIDEST_WRAP
        and columns(lower) <= WIDEST_WRAP
        and not ends_sentence(upper)
        and find_marker(lower) is None
    )


def _is_caseless(char: str) -> bool:
    return char.isalpha() and char.upper() == char.lower()


def _groups(stack: list[Line], width: int | None) -> Iterator[list[Line]]:
    group = [stack[0]]
    all_indented = all(_is_indented(line) for line in stack)
    for upper, lower in pairwise(stack):
        if width and _goes_on(upper, lower, width) and (all_indented or not _opens_paragraph(group, lower)):
            group.append(lower)
        else:
            yield group
            group = [lower]
    yield group


def _goes_on(upper: Line, lower: Line, width: int) -> bool:
    above, below = tidy(upper.text), tidy(lower.text)
    if columns(above) > width or find_marker(below):
        return False
    if below[:1].islower() and not ends_sentence(above) and columns(above) >= NARROWEST_WRAP:
        return True
    return columns(above) + _room_for_first_word(below) > width


def _room_for_first_word(text: str) -> int:
    """Columns the first word needs after a space; an unspaced script may break nearly anywhere."""
    if _is_spaceless(text[0]):
        return 5
    return 1 + columns(text[:WIDEST_WRAP].split(maxsplit=1)[0])


def _is_indented(line: Line) -> bool:
    return line.text.startswith(("  ", "\t", "\u3000"))


def _opens_paragraph(group: list[Line], lower: Line) -> bool:
    """An indented line does, except below a list item, where it goes on with the item."""
    return _is_indented(lower) and find_marker(tidy(group[0].text)) is None


def _join(group: list[Line]) -> str:
    parts = [tidy(group[0].text)]
    for upper, lower in pairwise(group):
        below = tidy(lower.text)
        parts.append(_glue(tidy(upper.text), below) + below)
    return "".join(parts)


def _glue(above: str, below: str) -> str:
    if _is_spaceless(above[-1]) and _is_spaceless(below[0]):
        return ""
    return "" if _is_hyphenated(above, below) else " "


def _is_hyphenated(above: str, below: str) -> bool:
    return above[-1] in "-‐" and above[-2:-1].isalpha() and below[0].islower()


def _is_spaceless(char: str) -> bool:
    return any(first <= ord(char) <= last for first, last in _SPACELESS)


def _findings(joined: list[Passage]) -> Iterator[Finding]:
    wrapped = [passage for passage in joined if len(passage.lines) > 1]
    if wrapped:
        lines = sum(len(passage.lines) for passage in wrapped)
        message = f"{lines} lines were joined into {len(wrapped)} paragraphs."
        yield Finding("hard-wrap", message, wrapped[0].line, 1, "info")
    for passage in wrapped:
        for upper, lower in pairwise(passage.lines):
            above = tidy(upper.text)
            if _is_hyphenated(above, tidy(lower.text)):
                column = upper.column(upper.text.rindex(above[-1]))
                message = f"“{above[-30:].split()[-1]}” was joined to the next line and kept its hyphen."
                yield Finding("hyphenated-line-end", message, upper.number, column, "info")
