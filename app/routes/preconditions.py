"""Conditional requests (RFC 9110 section 13). There is no Last-Modified, so dates are not looked at."""

from fastapi import Request

from app.errors import PreconditionFailed
from app.language.ranges import within_limit
from app.routes.weighted import list_elements
from app.texts.text import Text


def is_known(request: Request, etag: str) -> bool:
    """Whether the client has these very bytes: 304. Raises PreconditionFailed where it wants only others."""
    if_match = request.headers.getlist("if-match")
    if if_match and not _names(", ".join(if_match), etag, weakly=False):
        raise PreconditionFailed(
            Text("If-Match names another version than the one there is."), headers={"ETag": etag}
        )
    return is_named(", ".join(request.headers.getlist("if-none-match")), etag)


def is_named(if_none_match: str, etag: str) -> bool:
    """If-None-Match compares weakly (section 13.1.2)."""
    return _names(if_none_match, etag, weakly=True)


def _names(condition: str, etag: str, *, weakly: bool) -> bool:
    """Our tags have no comma to be split at."""
    known = list(list_elements(within_limit(condition)))
    if weakly:
        known = [tag.removeprefix("W/") for tag in known]
    return etag in known or known == ["*"]
