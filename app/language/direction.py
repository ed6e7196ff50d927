"""Which way a language is written."""

from typing import Literal

from app.language.registry import registry
from app.language.tag import canonical_subtags

Direction = Literal["ltr", "rtl"]


def direction(tag: str) -> Direction:
    """By the script the tag names, or else the one its language is likely written in there (CLDR)."""
    subtags = canonical_subtags(tag)
    if subtags is None:
        return "ltr"
    script = subtags.script or registry().likely_script(subtags.language, subtags.region)
    return "rtl" if script in registry().right_to_left_scripts else "ltr"
