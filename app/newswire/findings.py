"""What the reader of a raw text noticed, by stable code."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["info", "warning"]

MEANINGS: dict[str, str] = {
    "byte-order-mark": "The file begins with a byte order mark; it was dropped.",
    "line-endings": "Lines end in something else than a line feed alone; all were made line feeds.",
    "not-nfc": "Letters were not composed as Unicode's form NFC wants them; they were composed.",
    "invisible-characters": "Zero-width spaces, soft hyphens or the like were removed.",
    "replacement-character": "U+FFFD stands where a character was lost before the file came here.",
    "mojibake": "UTF-8 that was once read as Windows-1252, like é printed as Ã©.",
    "no-final-newline": "The last line does not end in a line feed; the end of the text may be cut off.",
    "hard-wrap": "Lines broken at a fixed width were joined again into paragraphs.",
    "hyphenated-line-end": "A joined line ended in a hyphen; the hyphen stayed, it may have to go.",
    "double-space": "Spaces in a row, or a tab; ordinary ones were made one space, no-break spaces stayed.",
    "missing-name": "A gap where a name should stand; it was probably lost before the file came here.",
    "missing-heading": "Blank lines as before a heading, but no heading; it was probably lost.",
    "missing-lead": "There is no paragraph directly below the headline.",
    "mixed-language": "A conjunction of another language stands between names.",
    "mixed-apostrophes": "Both ' and ’ serve as apostrophe; neither was changed.",
    "duplicate-caption": "A caption printed again; this line was dropped.",
    "duplicate-block": "A paragraph printed again; this line was dropped.",
    "near-duplicate": "A paragraph or caption almost like the one before it; both were kept.",
    "caption-in-body": "A caption stands between paragraphs; it became a picture with its place marked.",
    "caption-without-credit": "A caption names nobody as maker or owner of the picture.",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """``line`` and ``column`` count from 1 in the file as it came.

    Columns are Unicode code points; a byte order mark takes none.
    """

    code: str
    message: str
    line: int
    column: int
    severity: Severity
