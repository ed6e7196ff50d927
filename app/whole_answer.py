"""Writes an answer that is whole in one piece.

uvicorn writes header and body apart, and looks at each name and value with two regular expressions: for an
article that takes as long as reading it from the database. Here they are joined, and looked at together.
"""

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, RequestResponseCycle

from app.representations.field_lines import read_field_lines
from app.routes.answer import WHOLE

EXTENSIONS: dict[str, dict[object, object]] = {WHOLE: {}}
"""Of the scopes of requests that it answers."""

_WITHOUT_BODY = frozenset((204, 304))


class WholeAnswerCycle(RequestResponseCycle):
    """Everything but the plain case is left to uvicorn: streams, and what says of itself how it is framed."""

    start: Any = None

    async def send(self, message: Any) -> None:
        if message["type"] == WHOLE:
            if self._takes_it_whole():
                self._write_fields(STATUS_LINE[200], message["fields"], message["body"])
                return
            headers = read_field_lines(message["fields"])
            await self._send({"type": "http.response.start", "status": 200, "headers": headers})
            await self._send({"type": "http.response.body", "body": message["body"]})
            return
        if not self.response_started and self.start is None and message["type"] == "http.response.start":
            self.start = message
            return
        start, self.start = self.start, None
        if start is not None:
            answer = self._whole(start, message)
            if answer is not None:
                self._write(answer)
                return
            await self._send(start)
        await self._send(message)

    async def _send(self, message: Any) -> None:
        if self.flow.write_paused:
            await asyncio.sleep(0)  # uvicorn waits then, which needs a task: see app.turn
        await super().send(message)

    def _takes_it_whole(self) -> bool:
        return not (self.access_log or self.flow.write_paused or self.disconnected)

    def _write_fields(self, status_line: bytes, fields: bytes, body: bytes) -> None:
        """Of fields that were looked at when they were stored."""
        own = b"".join([b"%b: %b\r\n" % field for field in self.default_headers])
        end = b"\r\n" if self.keep_alive else b"connection: close\r\n\r\n"
        if self.scope["method"] == "HEAD":
            body = b""
        self._write(b"".join((status_line, own, fields, end, body)))

    def _whole(self, start: Any, message: Any) -> bytes | None:
        if message.get("more_body") or not self._takes_it_whole():
            return None
        status, body = start["status"], message.get("body", b"")
        headers = [*self.default_headers, *start["headers"]]
        lines = [STATUS_LINE[status]]
        length = None
        for name, value in headers:
            if name == b"content-length":
                length = value
            elif name in (b"connection", b"transfer-encoding"):
                return None
            lines += (name, b": ", value, b"\r\n")
        if self.scope["method"] == "HEAD" or status in _WITHOUT_BODY:
            body = b""
        elif length != b"%d" % len(body):
            return None
        if not self.keep_alive:
            lines.append(b"connection: close\r\n")
        head = b"".join(lines)
        # No name or value has a line end of its own, which would begin another field (RFC 9112 section 11.1).
        ends = len(headers) + (1 if self.keep_alive else 2)
        if head.count(b"\n") != ends or head.count(b"\r") != ends or b"\0" in head:
            return None
        return b"".join((head, b"\r\n", body))

    def _write(self, answer: bytes) -> None:
        self.response_started = self.response_complete = True
        self.waiting_for_100_continue = False
        if not self.transport.is_closing():
            self.transport.write(answer)
        self.message_event.set()
        if not self.keep_alive:
            self.transport.close()
        self.on_response()
