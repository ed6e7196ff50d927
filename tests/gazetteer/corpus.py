"""The lines of the news corpus as the importer keeps them, which the gold's offsets count in."""

import unicodedata

from tests.conftest import SHARED
from tests.newswire.rebuilding import REMOVED

NTREX = SHARED / "corpus" / "ntrex"


def kept_lines(document: str, language: str) -> list[str]:
    """Line n of the file is item n - 1."""
    text = (NTREX / document / f"{language}.txt").read_text(encoding="utf-8")
    return [kept(line) for line in text.split("\n")]


def kept(line: str) -> str:
    return unicodedata.normalize("NFC", "".join(char for char in line if char not in REMOVED)).strip()
