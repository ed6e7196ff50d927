"""How wide a text prints (Unicode Standard Annex #11)."""

import unicodedata


def columns(text: str) -> int:
    """Columns on a terminal: 2 for East Asian wide and full-width characters, 0 for marks and format."""
    if text.isascii():
        return len(text)
    return sum(_width(char) for char in text)


def _width(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1
