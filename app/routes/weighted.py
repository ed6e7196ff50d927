"""List fields whose elements have parameters and a weight (RFC 9110 sections 5.6 and 12.4.2)."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from app.language.ranges import QUOTED_STRING, within_limit

MAX_ELEMENTS = 50

_WEIGHT = re.compile(r"(?=\.?[0-9])[0-9]{0,9}(?:\.[0-9]*)?", re.ASCII)


def weighted_elements(header: str) -> Iterator[tuple[str, Sequence[tuple[str, str]], float]]:
    """The element, its parameters without ``q``, and its weight; all in lower case.

    A weight that is no qvalue is read as what it must mean: ``q=.2`` is what Java sends. What is no number
    takes its element with it. What lies beyond 4096 characters or 50 elements is not read.
    """
    elements = list_elements(QUOTED_STRING.sub("?", within_limit(header)))
    for element in islice(elements, MAX_ELEMENTS):
        value, *rest = (part.strip(" \t").lower() for part in element.split(";"))
        named = [_parameter(part) for part in rest if part]
        weight = next((given for name, given in named if name == "q"), "1")
        if _WEIGHT.fullmatch(weight):
            yield value, [(name, given) for name, given in named if name != "q"], float(weight)


def list_elements(header: str) -> Iterator[str]:
    """Without the empty ones, which a list may have (section 5.6.1.2)."""
    return filter(None, (element.strip(" \t") for element in header.split(",")))


def _parameter(part: str) -> tuple[str, str]:
    name, _, value = part.partition("=")
    return name.strip(" \t"), value.strip(" \t")
