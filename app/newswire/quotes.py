"""Quotations: where they stand in a text, and who says them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.newswire.attributions import speaker_after, speaker_before

# What closes each opening mark. Swedish and Finnish open with the mark that closes elsewhere.
CLOSERS: dict[str, str] = {
    "“": "”",
    "„": "“”",
    "”": "”",
    "«": "»",
    "»": "«»",
    "‹": "›",
    "‘": "’",
    "‚": "‘’",
    "「": "」",
    "『": "』",
    "〝": "〞〟",
    '"': '"',
    "＂": "＂",
    "'": "'",
}
_UNSPACED = "「『〝"
_MARKS = re.compile(f"[{re.escape(''.join(CLOSERS))}]")
_CLOSER_PATTERNS = {opener: re.compile(f"[{re.escape(closers)}]") for opener, closers in CLOSERS.items()}
DASH = re.compile(r"[–—―-]\s|[—―](?=\w)")

# Of a paragraph that is a quotation, how much is quoted at least; less where all else names the speaker.
LEAST_QUOTED = 0.55
LEAST_QUOTED_WITH_SPEAKER = 0.35
LONGEST_ATTRIBUTION = 160
_SPEAKER_OF_DASH = re.compile(r"[,.!?…]\s+(?:[–—-]\s+)?|\s[–—]\s?")
_INNER_STOP = re.compile(r"[.!?]\s+\S|[。！？؟।]\s*\S")


@dataclass(frozen=True, slots=True)
class Quotation:
    """``start`` and ``end`` enclose the marks; not closed means that it goes on in the next paragraph."""

    start: int
    end: int
    speaker: str | None
    is_closed: bool = True


def find_quotations(text: str, language: str) -> tuple[Quotation, ...]:
    """The outermost quotations, in order, each with its speaker where the text names one beside it."""
    return tuple(
        Quotation(start, end, _speaker(text, start, end, language), is_closed)
        for start, end, is_closed in _spans(text)
    )


def _spans(text: str) -> Iterator[tuple[int, int, bool]]:
    position = 0
    never_closed: set[str] = set()
    while match := _MARKS.search(text, position):
        opener, start = match[0], match.start()
        position = match.end()
        if opener in never_closed or not _opens(text, start):
            continue
        end = _closing(text, opener, position)
        if end is not None:
            yield start, end, True
            position = end
        else:
            never_closed.add(opener)
            if start == 0 and opener != "'":
                yield 0, len(text), False
                return


def _opens(text: str, start: int) -> bool:
    if text[start] in _UNSPACED:
        return True
    before, after = text[start - 1 : start], text[start + 1 : start + 2]
    if not after or (after.isspace() and text[start] not in "«»") or before.isalnum():
        return False
    return not before or not before.isalnum()


def _closing(text: str, opener: str, position: int) -> int | None:
    for match in _CLOSER_PATTERNS[opener].finditer(text, position):
        after = text[match.end() : match.end() + 1]
        is_apostrophe = match[0] in "’'\"" and after.isalpha() and text[match.start() - 1].isalpha()
        if match.start() > position and not is_apostrophe:
            return match.end()
    return None


def _speaker(text: str, start: int, end: int, language: str) -> str | None:
    before = text[max(0, start - LONGEST_ATTRIBUTION) : start]
    after = text[end : end + LONGEST_ATTRIBUTION]
    return speaker_before(before, language) or speaker_after(after, language)


def quoted_paragraph(text: str, language: str) -> tuple[bool, str | None]:
    """Whether the paragraph is a quotation, but for who says it; and the speaker."""
    if DASH.match(text):
        speaker = _speaker_of_dash(text, language)
        return speaker is not None, speaker
    quotations = find_quotations(text, language)
    if not quotations:
        return False, None
    speaker = next((quotation.speaker for quotation in quotations if quotation.speaker), None)
    first = quotations[0]
    before = text[: first.start].rstrip()
    opens_with_it = not before or (before[-1] in ":：" and not _INNER_STOP.search(before))
    least = LEAST_QUOTED_WITH_SPEAKER if speaker else LEAST_QUOTED
    unquoted = len(text) - sum(quotation.end - quotation.start for quotation in quotations)
    mostly = unquoted <= LONGEST_ATTRIBUTION and unquoted <= (1 - least) * len(text)
    is_quote = opens_with_it and mostly and _holds_a_sentence(text, quotations)
    return is_quote, speaker if is_quote else None


def _holds_a_sentence(text: str, quotations: tuple[Quotation, ...]) -> bool:
    """Not a mere word in quotation marks: one ends in a stop or comma, within or behind its marks."""
    return any(
        re.search(r"[.,!?…。，！？؟।،][^\w\s]*$", text[quotation.start : quotation.end + 1].rstrip())
        or not quotation.is_closed
        for quotation in quotations
    ) or any(quotation.speaker for quotation in quotations)


def _speaker_of_dash(text: str, language: str) -> str | None:
    """Direct speech behind a dash ends where a comma or another dash brings in who speaks."""
    for match in _SPEAKER_OF_DASH.finditer(text):
        if speaker := speaker_after(text[match.start() : match.start() + LONGEST_ATTRIBUTION], language):
            return speaker
    return None
