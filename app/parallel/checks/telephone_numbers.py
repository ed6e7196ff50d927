"""Telephone numbers: the same one from abroad and at home, +44 (0) 800 555 111 and 0800 555 111."""

import re
from collections.abc import Iterator

from app.parallel.folding import Folded

_DIALLED = re.compile(r"(?P<abroad>\+|\b00)?\(?\d[\d ()./-]{5,20}\d")
_FEWEST_DIGITS = 7
_COUNTRY_CODE = range(1, 4)
"""Digits that the code of a country has (ITU-T E.164)."""


def find_shared_telephone_numbers(folded: Folded, other: Folded) -> Iterator[range]:
    """Where in the one text, folded, those stand that the other has too."""
    there = {digits for match in _DIALLED.finditer(other.text) for digits in _significant(match)}
    for match in _DIALLED.finditer(folded.text):
        if there.intersection(_significant(match)):
            yield range(*match.span())


def _significant(match: re.Match[str]) -> Iterator[str]:
    """Its digits without what is dialled before them, as the code of its country may be."""
    digits = re.sub(r"\D", "", match[0]).lstrip("0")
    codes = _COUNTRY_CODE if match["abroad"] else ()
    for national in (digits, *(digits[length:].lstrip("0") for length in codes)):
        if len(national) >= _FEWEST_DIGITS:
            yield national
