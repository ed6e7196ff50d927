"""Accept-Language to weighted language ranges (RFC 9110 sections 5.6.1, 12.4.2 and 12.5.4; RFC 4647).

The header is never an error. An element that is not a range, or whose weight is not a qvalue, is dropped
alone. One thing is repaired, because programs print numbers so and a refusal must not be lost by it: decimals
after the third are cut (``q=0.0000``, ``q=0.30000000000000004``). Parameters other than ``q`` are ignored.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from app.language.tag import MAXIMUM_LENGTH

MAXIMUM_HEADER_LENGTH = 4096
MAXIMUM_RANGES = 50
CACHED_HEADER_LENGTH = 512

_FULL_QUALITY = 1000

_RANGE = re.compile(r"(?:[A-Za-z]{1,8}|\*)(?:-(?:[A-Za-z0-9]{1,8}|\*))*")
_WEIGHT = re.compile(r"0(?:\.([0-9]*))?|1(?:\.0*)?")
# The first alternative takes the escaped quotes after a quote that is never closed, so that each of them
# is not tried as the beginning of another quoted string: the search stays linear.
QUOTED_STRING = re.compile(r'\\"|"(?:[^"\\]|\\.)*+"', re.DOTALL)


@dataclass(frozen=True, slots=True)
class LanguageRange:
    """``range`` in lower case. ``quality`` in thousandths, 0 to 1000: a qvalue has three decimals."""

    range: str
    quality: int


def parse_accept_language(header: str) -> tuple[LanguageRange, ...]:
    """In the order of the header, each range once. Several field lines are joined with ``", "`` before.

    Of a range that is there twice, q=0 counts before any other weight, else the highest does.
    What lies beyond 4096 characters or 50 ranges is not read.
    """
    if len(header) <= CACHED_HEADER_LENGTH:
        return _parse_and_remember(header)
    return _parse(header)


def write_accept_language(ranges: Iterable[LanguageRange]) -> str:
    return ",".join(map(_written, ranges))


def _written(language_range: LanguageRange) -> str:
    if language_range.quality == _FULL_QUALITY:
        return language_range.range
    return f"{language_range.range};q={language_range.quality / _FULL_QUALITY:g}"


def _parse(header: str) -> tuple[LanguageRange, ...]:
    qualities: dict[str, int] = {}
    for language_range, quality in islice(_weighted_ranges(within_limit(header)), MAXIMUM_RANGES):
        earlier = qualities.get(language_range, quality)
        qualities[language_range] = max(earlier, quality) if earlier and quality else 0
    return tuple(LanguageRange(language_range, quality) for language_range, quality in qualities.items())


_parse_and_remember = lru_cache(maxsize=1024)(_parse)


def within_limit(header: str) -> str:
    """Cut at a comma, never inside a tag."""
    if len(header) <= MAXIMUM_HEADER_LENGTH:
        return header
    return header[: max(header.rfind(",", 0, MAXIMUM_HEADER_LENGTH), 0)]


def _weighted_ranges(header: str) -> Iterator[tuple[str, int]]:
    for element in filter(None, QUOTED_STRING.sub('""', header).split(",")):
        language_range, *parameters = element.split(";")
        language_range = _basic(language_range.strip(" \t"))
        quality = _quality(parameters) if language_range else None
        if quality is not None:
            yield language_range, quality


def _basic(language_range: str) -> str:
    """The basic range an extended range stands for (RFC 4647 section 3.2); empty where it is no range."""
    if len(language_range) > MAXIMUM_LENGTH or not _RANGE.fullmatch(language_range):
        return ""
    if language_range.startswith("*"):
        return "*"
    return language_range.lower().replace("-*", "")


def _quality(parameters: list[str]) -> int | None:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip(" \t") in ("q", "Q"):
            return _thousandths(value.strip(" \t"))
    return _FULL_QUALITY


def _thousandths(weight: str) -> int | None:
    """What is not zero stays above zero."""
    match = _WEIGHT.fullmatch(weight)
    if match is None:
        return None
    if weight.startswith("1"):
        return _FULL_QUALITY
    decimals = match[1] or ""
    return int(decimals[:3].ljust(3, "0")) or bool(decimals.strip("0")) * 1
