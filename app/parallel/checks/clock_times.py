"""Times of day in words: half drie and half past two are 2:30, kwart voor drie and quarter to three 2:45."""

from decimal import Decimal

from app.parallel.checks.number_words import says
from app.parallel.folding import Folded

_HOURS = 12
_MINUTES = 60
_HALF = 30


def says_time(folded: Folded, hours: int, minutes: int, language: str) -> bool:
    """After the hour or before the next, as many minutes, or as many from the half: tien voor half drie."""
    if not 0 < minutes < _MINUTES:
        return False

    def said(*numbers: int) -> bool:
        return all(says(folded, Decimal(number), language) for number in numbers)

    def hour(number: int) -> bool:
        return said(number) or said(number % _HOURS or _HOURS)

    if hour(hours) and said(minutes):
        return True
    to_next = said(_MINUTES - minutes) or said(minutes) or said(_HALF, abs(_HALF - minutes))
    return to_next and hour(hours + 1)
