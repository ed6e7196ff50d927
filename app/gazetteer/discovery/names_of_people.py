"""Names that people are given or inherit, in many languages, in any script."""

import re
from functools import cache
from importlib.resources import files

from app.gazetteer.discovery.sounds import romanised

_PART = re.compile(r"[a-z']+")


def is_given_name(word: str) -> bool:
    """Of a double name both parts."""
    return _is_listed(word, "given_names.txt")


def is_family_name(word: str) -> bool:
    """Of a double name both parts."""
    return _is_listed(word, "family_names.txt")


def _is_listed(word: str, table: str) -> bool:
    parts = _PART.findall(romanised(word))
    return bool(parts) and all(part in _listed(table) for part in parts)


@cache
def _listed(table: str) -> frozenset[str]:
    text = files(__package__).joinpath(table).read_text(encoding="ascii")
    return frozenset(line for line in text.splitlines() if not line.startswith("#"))
