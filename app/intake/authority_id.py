"""Ids of people and places in libraries' registers, and whether they can be such."""

import re

_PATTERNS = {
    "viaf": re.compile(r"[1-9][0-9]{0,21}"),
    "isni": re.compile(r"[0-9]{15}[0-9X]"),
    "gnd": re.compile(r"[0-9]{1,10}-?[0-9X]"),
    "lcnaf": re.compile(r"(n|nb|nr|no|ns|sh|sj|mp)[0-9]{8,10}"),
}


def is_authority_id(scheme: str, value: str) -> bool:
    """Of an ISNI its check character is counted, too (ISO 7064, MOD 11-2)."""
    if not _PATTERNS[scheme].fullmatch(value):
        return False
    return scheme != "isni" or _check_character(value[:-1]) == value[-1]


def _check_character(digits: str) -> str:
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    rest = (12 - total % 11) % 11
    return "X" if rest == 10 else str(rest)  # noqa: PLR2004  # X is Roman ten
