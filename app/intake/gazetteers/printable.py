"""Names as registers have them, made fit to be shown and looked up."""

import re
import unicodedata

_KEPT_CONTROLS = "\u200c\u200d"
"""The joiners: Persian and the scripts of India spell with them."""
_LONGEST = 200


def printable(text: str) -> str | None:
    """Composed (NFC), without invisible characters. None for what is broken, empty or too long."""
    kept = []
    for character in unicodedata.normalize("NFC", text):
        category = unicodedata.category(character)
        if category in ("Cc", "Co", "Cn", "Cs"):
            if not character.isspace():
                return None
            kept.append(" ")
        elif category != "Cf" or character in _KEPT_CONTROLS:
            kept.append(character)
    cleaned = re.sub(r"\s+", " ", "".join(kept)).strip(" \u200c\u200d")
    return cleaned if 0 < len(cleaned) <= _LONGEST else None
