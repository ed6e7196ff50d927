from typing import NamedTuple

from starlette.types import Message, Send

from app.routes.preconditions import is_named

_OF_CONTENT = frozenset((b"content-type", b"content-length", b"content-encoding", b"content-security-policy"))


class Answer(NamedTuple):
    """What is sent with status 200, and 304 to who has it already."""

    headers: list[tuple[bytes, bytes]]
    etag: bytes
    body: bytes

    async def send(self, send: Send, if_none_match: bytes | None, *, is_head: bool) -> None:
        status, headers, body = 200, self.headers, self.body
        if if_none_match is not None and is_named(if_none_match.decode("latin-1"), self.etag.decode()):
            status, body = 304, b""
            headers = [header for header in headers if header[0] not in _OF_CONTENT]
        start: Message = {"type": "http.response.start", "status": status, "headers": headers}
        await send(start)
        await send({"type": "http.response.body", "body": b"" if is_head else body})
