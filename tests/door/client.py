"""A client that sends bytes as it pleases."""

import json
import socket
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from app.representations.problem import MEDIA_TYPE
from tests.server import HOST, Server

PATIENCE_SECONDS = 10.0
"""Longer than any deadline of these tests: what is not cut by then will never be."""
GET = b"GET /hello HTTP/1.1\r\nHost: dragoman.example\r\n\r\n"


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


class Client:
    """One connection."""

    def __init__(self, server: Server) -> None:
        self._socket = socket.create_connection((HOST, server.port), PATIENCE_SECONDS)
        self._file = self._socket.makefile("rb")

    def send(self, data: bytes) -> None:
        self._socket.sendall(data)

    def send_until_refused(self, pieces: Iterable[bytes], *, every: float = 0.0) -> None:
        """Raises AssertionError where every piece was taken."""
        for piece in pieces:
            if self._is_refused():
                return
            self.send(piece)
            time.sleep(every)
        raise AssertionError("all of it was taken")

    def _is_refused(self) -> bool:
        """Whether there is an answer, or no connection any more."""
        self._socket.setblocking(False)
        try:
            self._socket.recv(1, socket.MSG_PEEK)
        except BlockingIOError:
            return False
        except ConnectionError:
            return True
        finally:
            self._socket.settimeout(PATIENCE_SECONDS)
        return True

    def answer(self) -> Answer:
        """Raises AssertionError if the connection ends instead."""
        line = self._file.readline()
        assert line, "the connection was closed without an answer"
        headers = dict(self._fields())
        return Answer(int(line.split()[1]), headers, self._file.read(int(headers.get("content-length", 0))))

    def _fields(self) -> Iterable[tuple[str, str]]:
        while line := self._file.readline().strip():
            name, _, value = line.decode("ascii").partition(": ")
            yield name.lower(), value

    def read(self, size: int) -> bytes:
        return self._file.read(size)

    def read_to_the_end(self) -> int:
        """How many bytes there were before the connection ended, in whatever way."""
        count = 0
        with suppress(ConnectionError):
            while piece := self._file.read1(1_000_000):
                count += len(piece)
        return count

    def is_closed(self) -> bool:
        """Waits for it. Raises TimeoutError if the server keeps the connection, or has more to say."""
        try:
            return self._file.read(1) == b""
        except ConnectionError:
            return True

    def problem(self) -> Any:
        """The document, of an answer after which the connection ends."""
        answer = self.answer()
        assert answer.headers["content-type"] == MEDIA_TYPE
        assert answer.headers["connection"] == "close"
        assert answer.json()["status"] == answer.status
        assert self.is_closed()
        return answer.json()

    def is_told(self, code: str) -> bool:
        """Waits for it. False where the connection ends without a word."""
        return not self._ends_without_a_word() and self.problem()["code"] == code

    def _ends_without_a_word(self) -> bool:
        return not self._file.peek(1)

    def close(self) -> None:
        self._file.close()
        self._socket.close()
