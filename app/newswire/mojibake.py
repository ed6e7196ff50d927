"""Traces of characters lost or misread before the text came here."""

import re
from collections.abc import Iterator

from app.newswire.decoding import Line
from app.newswire.findings import Finding

# UTF-8 bytes read as Windows-1252 (where it has no character, as Latin-1): a lead byte as a letter, then
# the bytes that continue it. For scripts other than Latin two
# characters in a row, for one may be a letter before a quotation mark.
_CONTINUATION = "\x80-\xbfŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™"
MISREAD = re.compile(
    f"[ÃÂ][\x80-\xbf€™‚ƒ„†‡ˆ‰‹ŒŽ•˜›]|â€[{_CONTINUATION}]|(?:[ÐÑ][{_CONTINUATION}]){{2}}"
    f"|(?:[ØÙÚÛ][{_CONTINUATION}]){{2}}|(?:[ãäåæçèé][{_CONTINUATION}]{{2}}){{2}}|[\x80-\x84\x86-\x9f]"
)
LOST = re.compile("\ufffd")


def misread_characters(line: Line) -> Iterator[Finding]:
    """One finding for each kind of trace, at its first place on the line."""
    if match := LOST.search(line.text):
        message = "U+FFFD stands where a character was lost."
        yield Finding("replacement-character", message, line.number, line.column(match.start()), "warning")
    if match := MISREAD.search(line.text):
        message = f"“{match[0]}” looks like UTF-8 once read as Windows-1252."
        yield Finding("mojibake", message, line.number, line.column(match.start()), "warning")
