from starlette.types import Send

from app.routes.preconditions import is_named

_OF_CONTENT = frozenset(
    (
        *(b"content-encoding", b"content-language", b"content-length", b"content-security-policy"),
        b"content-type",
    )
)
"""What a 304 says nothing of (RFC 9110 section 15.4.5)."""

WHOLE = "http.response.whole"
"""An extension of ASGI that ``app.whole_answer`` has, by this name among a scope's ``extensions``: a message
of this type is an answer of status 200, its header ``fields`` as they stand on the wire, and its ``body``."""

Headers = list[tuple[bytes, bytes]]


async def send_found(
    send: Send, headers: Headers, etag: bytes, body: bytes, if_none_match: bytes | None, *, is_head: bool
) -> None:
    """Status 200, or 304 to who has it already."""
    status = 200
    if if_none_match is not None and is_named(if_none_match.decode("latin-1"), etag.decode()):
        status, body = 304, b""
        headers = [header for header in headers if header[0] not in _OF_CONTENT]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b"" if is_head else body})
