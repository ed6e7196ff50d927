"""List items, by the marker in front of them."""

import re
from dataclasses import dataclass

# A hyphen may also open direct speech, and one number alone may be a date ("5. Oktober"): those need company.
BULLET = re.compile(r"[•‣▪▫●○◦■□◆◇►▶*⁃∙·・✓✔]\s+(?=\S)|[•‣▪●◦■◆►▶✓✔・](?=\S)")
HYPHEN = re.compile(r"[-–—]\s+(?=\S)")
NUMBER = re.compile(r"[(（]?(\d{1,3})(?:[.)]\s+|[）．、]\s*)(?=\S)")
CIRCLED = re.compile(r"([①-⑳])\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class Marker:
    """``number`` only where the items are counted."""

    kind: str
    number: int | None = None

    def precedes(self, other: "Marker") -> bool:
        if self.kind != other.kind:
            return False
        return self.number is None or other.number == self.number + 1


def find_marker(text: str) -> Marker | None:
    if BULLET.match(text):
        return Marker("bullet " + text[0])
    if HYPHEN.match(text):
        return Marker("hyphen " + text[0])
    if match := NUMBER.match(text):
        return Marker("number", int(match[1]))
    if match := CIRCLED.match(text):
        return Marker("circled", ord(match[1]))
    return None


def item_text(line: str) -> str:
    """The item without its marker."""
    for pattern in (BULLET, HYPHEN, NUMBER, CIRCLED):
        if match := pattern.match(line):
            return line[match.end() :]
    return line
