"""Requests that need no framework to be understood."""

from starlette.types import Scope

from app.language.ranges import CACHED_HEADER_LENGTH

_ASKS_MORE = frozenset(
    (
        *(b"content-encoding", b"content-length", b"content-type", b"expect", b"transfer-encoding"),
        *(b"if-match", b"if-modified-since", b"range"),
    )
)
_READ = frozenset((b"accept", b"accept-encoding", b"accept-language", b"host", b"if-none-match"))

PlainRequest = tuple[bytes | None, bytes | None, bytes | None, bytes | None]
"""Of a GET or HEAD: Accept, Accept-Language, Accept-Encoding, If-None-Match; None for what is not there."""


def read_plain_request(scope: Scope) -> PlainRequest | None:
    """None for what is refused, repeated, too long to be remembered, or asks for a part.

    Nor for any condition but If-None-Match.
    """
    if scope["method"] not in ("GET", "HEAD"):
        return None
    raw_path = scope["raw_path"]
    if b"%" in raw_path and (b"%2f" in raw_path.lower() or "\n" in scope["path"]):
        return None
    fields: dict[bytes, bytes] = {}
    for name, value in scope["headers"]:
        if name in _READ:
            if name in fields or len(value) > CACHED_HEADER_LENGTH:
                return None
            fields[name] = value
        elif name in _ASKS_MORE:
            return None
    if b"host" not in fields and scope["http_version"] == "1.1":
        return None
    get = fields.get
    return get(b"accept"), get(b"accept-language"), get(b"accept-encoding"), get(b"if-none-match")
