"""What the reader of a raw text noticed, by stable code."""

from dataclasses import dataclass
from typing import Literal

from app.texts.code import Code
from app.texts.text import Text

Severity = Literal["info", "warning"]


MEANINGS: dict[str, Code] = {
    "byte-order-mark": Code("info", Text("The file begins with a byte order mark; it was dropped.")),
    "line-endings": Code(
        "info", Text("Lines end in something else than a line feed alone; all were made line feeds.")
    ),
    "not-nfc": Code(
        "info", Text("Letters were not composed as Unicode's form NFC wants them; they were composed.")
    ),
    "invisible-characters": Code("info", Text("Zero-width spaces, soft hyphens or the like were removed.")),
    "replacement-character": Code(
        "warning", Text("U+FFFD stands where a character was lost before the file came here.")
    ),
    "mojibake": Code("warning", Text("UTF-8 that was once read as Windows-1252, like é printed as Ã©.")),
    "no-final-newline": Code(
        "info", Text("The last line does not end in a line feed; the end of the text may be cut off.")
    ),
    "hard-wrap": Code("info", Text("Lines broken at a fixed width were joined again into paragraphs.")),
    "hyphenated-line-end": Code(
        "info", Text("A joined line ended in a hyphen; the hyphen stayed, it may have to go.")
    ),
    "double-space": Code(
        "info", Text("Spaces in a row, or a tab; ordinary ones were made one space, no-break spaces stayed.")
    ),
    "missing-name": Code(
        "warning", Text("A gap where a name should stand; it was probably lost before the file came here.")
    ),
    "missing-heading": Code(
        "warning", Text("Blank lines as before a heading, but no heading; it was probably lost.")
    ),
    "missing-lead": Code("info", Text("There is no paragraph directly below the headline.")),
    "mixed-language": Code("warning", Text("A conjunction of another language stands between names.")),
    "mixed-apostrophes": Code("info", Text("Both ' and ’ serve as apostrophe; neither was changed.")),
    "duplicate-caption": Code("warning", Text("A caption printed again; this line was dropped.")),
    "duplicate-block": Code(
        "warning",
        Text("A text stands twice, in a file or on one side of two versions; both were kept."),
    ),
    "near-duplicate": Code(
        "warning", Text("A paragraph or caption almost like the one before it; both were kept.")
    ),
    "caption-in-body": Code(
        "info", Text("A caption stands between paragraphs; it became a picture with its place marked.")
    ),
    "caption-without-credit": Code("info", Text("A caption names nobody as maker or owner of the picture.")),
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
