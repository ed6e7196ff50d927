"""Measures that two translators made of one in a third language: 85 miles as 137 km, and as 135."""

import math
from collections.abc import Iterator
from decimal import Decimal

from app.parallel.checks.units import Unit, in_unit, sources_of

_SMALL, _STEP = 20, 5
_ROUGHLY = 0.1
_MOST = 1e12


def may_be_one(value: Decimal, other: Decimal, unit: Unit) -> bool:
    """Whether a full number of another unit, that is turned into this one, comes to both when rounded."""
    return 0 < min(value, other) <= max(value, other) < _MOST and any(
        _rounds(value, exact) and _rounds(other, exact)
        for source in sources_of(unit)
        for exact in _measures_near(float(value), unit, source)
    )


def _measures_near(value: float, unit: Unit, source: Unit) -> Iterator[float]:
    """Of up to 20 of the source's units, or of fives: 12 miles, and 385."""
    low, high = (in_unit(value * (1 + part), unit, source) for part in (-_ROUGHLY, _ROUGHLY))
    if high < 1:
        return
    step = 1 if high <= _SMALL else _STEP * 10 ** max(0, int(math.log10(high)) - 2)
    for count in range(max(1, math.ceil(low / step)), math.floor(high / step) + 1):
        yield in_unit(count * step, source, unit)


def _rounds(value: Decimal, exact: float) -> bool:
    """Up or down to its last digit that is no zero, or to a five: 300 of 295, 7 of 7.62, 135 of 136.8."""
    digits, exponent = value.normalize().as_tuple()[1:]
    last = 10.0 ** int(exponent) * (_STEP if digits[-1] == _STEP else 1)
    return abs(float(value) - exact) < min(last, _ROUGHLY * exact)
