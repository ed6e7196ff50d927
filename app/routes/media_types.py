"""Which media type a client takes (RFC 9110 section 12.5.1)."""

import re
from collections.abc import Iterator

from fastapi import Request

from app.errors import NotAcceptable

JSON = "application/json"
MAX_HEADER_LENGTH = 4096

_TOKEN = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"  # noqa: S105  # RFC 9110's word, no secret
_RANGE = re.compile(f"{_TOKEN}/{_TOKEN}")
_WEIGHT = re.compile(r"(?=\.?[0-9])[0-9]{0,9}(?:\.[0-9]*)?", re.ASCII)
_QUOTED_STRING = re.compile(r'"(?:[^"\\]|\\.)*+"')


async def require_json(request: Request) -> None:
    """Raises NotAcceptable where ``Accept`` excludes JSON and ``?format=`` does not ask for it."""
    if "format" in request.query_params:
        return
    if not accepts(", ".join(request.headers.getlist("accept")), JSON):
        raise NotAcceptable(
            f"This address answers {JSON}, which the request's Accept header excludes.",
            extensions={"available_types": [JSON]},
        )


def accepts(header: str, media_type: str) -> bool:
    """The most specific range decides. A header without any range takes everything.

    What is no media range is passed over, as are charsets: there is only one. A weight that is no qvalue
    is read as what it must mean: ``q=.2`` is what Java sends.
    """
    ranges = list(_ranges(header))
    wildcard = media_type.partition("/")[0] + "/*"
    for accepted in (media_type, wildcard, "*/*"):
        qualities = [quality for media_range, quality in ranges if media_range == accepted]
        if qualities:
            return max(qualities) > 0
    return not ranges


def _ranges(header: str) -> Iterator[tuple[str, float]]:
    """In lower case. A range with parameters of its own keeps them, and so matches no type without."""
    for element in _QUOTED_STRING.sub("?", _within_limit(header)).split(","):
        media_range, *parameters = (part.strip(" \t").lower() for part in element.split(";"))
        named = [parameter.partition("=") for parameter in parameters if parameter]
        weight = next((value.strip(" \t") for name, _, value in named if name.strip(" \t") == "q"), "1")
        if _RANGE.fullmatch(media_range) and _WEIGHT.fullmatch(weight):
            own = [f"{name}={value}" for name, _, value in named if name.strip(" \t") not in ("q", "charset")]
            yield ";".join([media_range, *own]), float(weight)


def _within_limit(header: str) -> str:
    """Cut at a comma, never inside a range."""
    if len(header) <= MAX_HEADER_LENGTH:
        return header
    return header[: max(header.rfind(",", 0, MAX_HEADER_LENGTH), 0)]
