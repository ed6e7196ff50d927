"""Bytes -> lines in Unicode form NFC, each knowing where its characters stood in the file."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from app.errors import Refusal
from app.newswire.findings import Finding

MAX_BYTES = 256 * 1024
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")

LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
LINE_END_NAMES = {
    "\r\n": "CRLF",
    "\r": "CR",
    "\n": "LF",
    "\x85": "NEL",
    "\u2028": "U+2028",
    "\u2029": "U+2029",
}

# XML, and so every feed and exchange format, can hold neither. Tab and line ends are not meant.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufdd0-\ufdef\ufffe\uffff]")

# As many as Stream-Safe Text has (Unicode Standard Annex #15); the time to sort more grows with their square.
MOST_MARKS = 30

# ZWJ, ZWNJ, CGJ and the bidirectional marks are content in Persian, Arabic, Hebrew and Indic text: not here.
INVISIBLE = {
    "\u200b": "zero-width space",
    "\u00ad": "soft hyphen",
    "\u2060": "word joiner",
    "\ufeff": "byte order mark within the text",
}
INVISIBLES = re.compile(f"[{''.join(INVISIBLE)}]")

# One character with everything Unicode may compose into it: marks, and the Korean vowels and finals.
HANGUL_VOWELS_AND_FINALS = range(0x1160, 0x1200)


@dataclass(frozen=True, slots=True)
class Line:
    """``columns[i]`` is the column of ``text[i]`` in the file, with one more for the end; None: ``i + 1``."""

    number: int
    text: str
    columns: tuple[int, ...] | None = None

    def column(self, offset: int) -> int:
        return offset + 1 if self.columns is None else self.columns[offset]

    @property
    def is_blank(self) -> bool:
        """Whether nothing would be printed: white space and format characters only."""
        return all(char.isspace() or unicodedata.category(char) == "Cf" for char in self.text)


@dataclass(frozen=True, slots=True)
class DecodedText:
    lines: tuple[Line, ...]
    findings: tuple[Finding, ...]

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)


def decode(raw: bytes) -> DecodedText:
    """Refuse with ``too-large``, ``not-utf-8``, ``control-character``, ``stacked-marks`` or ``empty``."""
    if len(raw) > MAX_BYTES:
        raise Refusal("too-large", f"The text has {len(raw)} bytes; {MAX_BYTES} is the most that is taken.")
    text = _decode_utf_8(raw)
    originals = LINE_END.split(text)
    _refuse_control_characters(originals)
    _refuse_stacked_marks(originals)
    lines = tuple(_normalised(number, original) for number, original in enumerate(originals, 1))
    if all(line.is_blank for line in lines):
        raise Refusal("empty", "The text is empty or blank.")
    findings = (*_file_findings(raw, text, lines), *_line_findings(originals))
    return DecodedText(lines, findings)


def _decode_utf_8(raw: bytes) -> str:
    if raw.startswith(UTF_16_MARKS):
        raise Refusal("not-utf-8", "The text is not UTF-8: it begins like UTF-16.", line=1, column=1)
    try:
        text = raw.removeprefix(BYTE_ORDER_MARK).decode()
    except UnicodeDecodeError as error:
        before = LINE_END.split(error.object[: error.start].decode())
        bad = error.object[error.start]
        message = f"The text is not UTF-8: byte 0x{bad:02X} cannot stand here{_likely_encoding(raw)}."
        raise Refusal("not-utf-8", message, line=len(before), column=len(before[-1]) + 1) from None
    if raw.count(0) * 3 > len(raw):
        column = text.index("\0") + 1
        raise Refusal("not-utf-8", "The text is not UTF-8: it looks like UTF-16.", line=1, column=column)
    return text


def _likely_encoding(raw: bytes) -> str:
    if raw.count(0) * 3 > len(raw):
        return "; it looks like UTF-16"
    high = sum(byte > 0x7F for byte in raw)  # noqa: PLR2004 - the last ASCII code
    undefined = sum(raw.count(byte) for byte in b"\x81\x8d\x8f\x90\x9d")
    return "; it looks like Windows-1252" if high * 4 < len(raw) and not undefined else ""


def _refuse_control_characters(originals: list[str]) -> None:
    for number, line in enumerate(originals, 1):
        if match := FORBIDDEN.search(line):
            message = f"U+{ord(match[0]):04X} is a control character that no text can hold."
            raise Refusal("control-character", message, line=number, column=match.start() + 1)


def _refuse_stacked_marks(originals: list[str]) -> None:
    for number, line in enumerate(originals, 1):
        if line.isascii():
            continue
        marks = 0
        for column, char in enumerate(line, 1):
            marks = marks + 1 if unicodedata.combining(char) else 0
            if marks > MOST_MARKS:
                message = f"More than {MOST_MARKS} combining marks on one letter."
                raise Refusal("stacked-marks", message, line=number, column=column)


def _normalised(number: int, original: str) -> Line:
    if unicodedata.is_normalized("NFC", original) and not INVISIBLES.search(original):
        return Line(number, original)
    text: list[str] = []
    columns: list[int] = []
    for column, cluster in _clusters(original):
        composed = unicodedata.normalize("NFC", cluster)
        text.append(composed)
        columns.extend([column] * len(composed))
    return Line(number, "".join(text), (*columns, len(original) + 1))


def _clusters(original: str) -> Iterator[tuple[int, str]]:
    """Visible characters with what may compose into them, each with the column of its first."""
    cluster, start = "", 1
    for column, char in enumerate(original, 1):
        if char in INVISIBLE:
            continue
        if cluster and not _joins(char):
            yield start, cluster
            cluster = ""
        if not cluster:
            start = column
        cluster += char
    if cluster:
        yield start, cluster


def _joins(char: str) -> bool:
    return unicodedata.category(char)[0] == "M" or ord(char) in HANGUL_VOWELS_AND_FINALS


def _file_findings(raw: bytes, text: str, lines: tuple[Line, ...]) -> Iterator[Finding]:
    if raw.startswith(BYTE_ORDER_MARK):
        yield Finding("byte-order-mark", "A byte order mark was dropped.", 1, 1, "info")
    first = {match[0]: match.start() for match in reversed(list(LINE_END.finditer(text)))}
    others = sorted(set(first) - {"\n"}, key=first.__getitem__)
    if others:
        before = LINE_END.split(text[: first[others[0]]])
        names = " and ".join(LINE_END_NAMES[end] for end in sorted(first, key=first.__getitem__))
        message = f"Lines end in {names}; all were made LF."
        yield Finding("line-endings", message, len(before), len(before[-1]) + 1, "info")
    if lines[-1].text:
        last = lines[-1]
        message = "The last line does not end in a line feed."
        yield Finding("no-final-newline", message, last.number, last.column(len(last.text)), "info")


def _line_findings(originals: list[str]) -> Iterator[Finding]:
    for char, name in INVISIBLE.items():
        count = sum(original.count(char) for original in originals)
        if count:
            number, column = next((n, o.index(char) + 1) for n, o in enumerate(originals, 1) if char in o)
            yield Finding("invisible-characters", f"Removed {name}, {count} times.", number, column, "info")
    decomposed = [n for n, o in enumerate(originals, 1) if not unicodedata.is_normalized("NFC", o)]
    if decomposed:
        number = decomposed[0]
        column = _first_difference(originals[number - 1])
        message = f"Letters were composed (Unicode form NFC) on {len(decomposed)} lines."
        yield Finding("not-nfc", message, number, column, "info")


def _first_difference(original: str) -> int:
    return next(
        (column for column, cluster in _clusters(original) if not unicodedata.is_normalized("NFC", cluster)),
        1,
    )
