"""What a tag is cut down to, step by step: RFC 4647 lookup along the parents that CLDR tells.

``en-AU`` to ``en-001`` to ``en``, ``pt-AO`` to ``pt-PT`` to ``pt``; a script that is not the usual one of its
language, as in ``zh-Hant`` or ``sr-Latn``, is never cut off: its readers may not read the other.
"""

from collections.abc import Iterator

from app.language.registry import registry

_ROOT = "und"
_SCRIPT_LENGTH = 4


def fallbacks(tag: str) -> Iterator[str]:
    """The nearest first, of a canonical tag without extensions."""
    parent = _parent(tag)
    while parent:
        yield parent
        parent = _parent(parent)


def _parent(tag: str) -> str:
    """Empty for the root."""
    known = registry()
    if parent := known.parents.get(tag):
        return "" if parent == _ROOT else parent
    shorter, _, last = tag.rpartition("-")
    is_script = len(last) == _SCRIPT_LENGTH and last.isalpha()
    if is_script and known.likely_script(shorter, "") not in ("", last):
        return ""
    return shorter
