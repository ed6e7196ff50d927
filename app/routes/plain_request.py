"""Requests that need no framework to be understood."""

from typing import NamedTuple

from starlette.types import Scope

from app.language.ranges import CACHED_HEADER_LENGTH, MAXIMUM_HEADER_LENGTH

_ASKS_MORE = frozenset(
    (
        *(b"content-encoding", b"content-length", b"content-type", b"expect", b"transfer-encoding"),
        *(b"if-match", b"if-modified-since", b"range"),
    )
)
_READ = frozenset((b"accept", b"accept-encoding", b"accept-language", b"host", b"if-none-match"))
_NO_HOST = (b"", b",")
"""Before HTTP/1.1 there need be none; none is then as bad as two."""


class PlainRequest(NamedTuple):
    """Of a GET or HEAD: None for a header that is not there. ``is_long``: one of them is."""

    accept: bytes | None
    accept_language: bytes | None
    accept_encoding: bytes | None
    if_none_match: bytes | None
    is_long: bool


def read_plain_request(scope: Scope) -> PlainRequest | None:
    """None for what is refused, asks for a part, or has any condition but If-None-Match.

    Several lines of a header are one list; of a list as much is kept as is ever read.
    """
    if scope["method"] not in ("GET", "HEAD"):
        return None
    if b"%" in scope["raw_path"] and _is_second_name(scope):
        return None
    fields: dict[bytes, bytes] = {}
    is_long = False
    for name, value in scope["headers"]:
        if name in _READ:
            fields[name] = line = fields[name] + b", " + value if name in fields else value
            if len(line) > CACHED_HEADER_LENGTH:
                is_long = True
        elif name in _ASKS_MORE:
            return None
    if b"," in fields.pop(b"host", _NO_HOST[scope["http_version"] == "1.1"]):
        return None
    if is_long:
        fields = {name: _within_limit(value) for name, value in fields.items()}
    get = fields.get
    return PlainRequest(
        get(b"accept"), get(b"accept-language"), get(b"accept-encoding"), get(b"if-none-match"), is_long
    )


def _is_second_name(scope: Scope) -> bool:
    """See ``requests.refuse_second_names``."""
    return b"%2f" in scope["raw_path"].lower() or "\n" in scope["path"]


def _within_limit(value: bytes) -> bytes:
    """As ``ranges.within_limit``."""
    if len(value) <= MAXIMUM_HEADER_LENGTH:
        return value
    return value[: max(value.rfind(b",", 0, MAXIMUM_HEADER_LENGTH), 0)]
