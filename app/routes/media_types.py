"""Which media type a client gets (RFC 9110 section 12.5.1)."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from fastapi import Request

from app.errors import NotAcceptable
from app.routes.weighted import weighted_elements
from app.texts.text import Text

JSON = "application/json"

_TOKEN = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"  # noqa: S105  # RFC 9110's word, no secret
_RANGE = re.compile(f"{_TOKEN}/{_TOKEN}")


async def require_json(request: Request) -> None:
    """Raises NotAcceptable where ``Accept`` excludes JSON and ``?format=`` does not ask for it."""
    if "format" not in request.query_params:
        negotiate_media_type(request, (JSON,))


def negotiate_media_type(request: Request, offered: Sequence[str]) -> str:
    """One of those offered. Raises NotAcceptable."""
    chosen = choose_media_type(", ".join(request.headers.getlist("accept")), tuple(offered))
    if chosen is None:
        raise NotAcceptable(
            Text(
                "This address answers {media_types}, which the request's Accept header excludes.",
                {"media_types": ", ".join(offered)},
            ),
            extensions={"available_types": list(offered)},
        )
    return chosen


@lru_cache(maxsize=1024)
def choose_media_type(header: str, offered: tuple[str, ...]) -> str | None:
    """The heaviest of those offered, in the server's order; the most specific range decides its weight.

    A header without any range takes everything. What is no media range is passed over, as are charsets:
    there is only one.
    """
    ranges = list(_ranges(header))
    if not ranges:
        return offered[0]
    best = max(offered, key=lambda media_type: _quality(media_type, ranges))
    return best if _quality(best, ranges) > 0 else None


def _quality(media_type: str, ranges: Sequence[tuple[str, float]]) -> float:
    wildcard = media_type.partition("/")[0] + "/*"
    for accepted in (media_type, wildcard, "*/*"):
        qualities = [quality for media_range, quality in ranges if media_range == accepted]
        if qualities:
            return max(qualities)
    return 0


def _ranges(header: str) -> Iterator[tuple[str, float]]:
    """A range with parameters of its own keeps them, and so matches no type without."""
    for media_range, parameters, quality in weighted_elements(header):
        if _RANGE.fullmatch(media_range):
            own = [f"{name}={value}" for name, value in parameters if name != "charset"]
            yield ";".join([media_range, *own]), quality
