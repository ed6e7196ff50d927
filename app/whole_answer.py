"""Writes an answer that is whole in one piece.

uvicorn writes header and body apart, and looks at each name and value with two regular expressions: for an
article that takes as long as reading it from the database. Here they are joined, and looked at together.
"""

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, RequestResponseCycle

_WITHOUT_BODY = frozenset((204, 304))


class WholeAnswerCycle(RequestResponseCycle):
    """Everything but the plain case is left to uvicorn: streams, and what says of itself how it is framed."""

    start: Any = None

    async def send(self, message: Any) -> None:
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

    def _whole(self, start: Any, message: Any) -> bytes | None:
        if message.get("more_body") or self.access_log or self.flow.write_paused or self.disconnected:
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
