"""Answers of the routes, kept until anything is written to the database or changes by itself."""

import logging
import time
from collections import OrderedDict
from datetime import datetime
from typing import NamedTuple

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.queries.shelf import Shelf
from app.routes.answer import Headers, send_found
from app.routes.lifetime import longest_lifetime
from app.routes.plain_request import PlainRequest
from app.settings import Settings

_LONGEST_ADDRESS = 1024
_OVERHEAD = 2048
"""Bytes that an answer takes beside its body, about."""

_log = logging.getLogger("dragoman")

Key = tuple[bytes, bytes, bytes | None, bytes | None, bytes | None]


class _Remembered(NamedTuple):
    """``stamp`` is the database's from before the answer was worked out; ``until`` in seconds since 1970."""

    headers: Headers
    etag: bytes
    body: bytes
    stamp: object
    until: float


class RememberedAnswers:
    def __init__(self, app: ASGIApp, shelf: Shelf, settings: Settings) -> None:
        self._app = app
        self._shelf = shelf
        self._limit = settings.remembered_bytes
        self._margin = longest_lifetime(settings)
        self._bytes = 0
        self._answers: OrderedDict[Key, _Remembered] = OrderedDict()

    async def respond(self, request: PlainRequest, scope: Scope, receive: Receive, send: Send) -> None:
        is_head = scope["method"] == "HEAD"
        key = _key(scope, request)
        stamp = await self._stamp()
        remembered = self._answers.get(key)
        if remembered and remembered.stamp == stamp and time.time() < remembered.until:
            self._answers.move_to_end(key)
            headers, etag, body, _, _ = remembered
            await send_found(send, headers, etag, body, request.if_none_match, is_head=is_head)
        elif is_head or len(key[0]) + len(key[1]) > _LONGEST_ADDRESS:
            await self._app(scope, receive, send)
        else:
            listening = _Listening(send)
            await self._app(scope, receive, listening.send)
            found = listening.found()
            if found is not None:
                self._remember(key, _Remembered(*found, stamp, self._until(scope)))

    async def _stamp(self) -> object:
        """Of a database that does not answer, one that nothing else is equal to."""
        try:
            return await self._shelf.stamp()
        except Exception as error:  # whatever it is, the routes answer
            _log.warning("the database does not say whether it has changed: %s", error)
            return object()

    def _until(self, scope: Scope) -> float:
        """While it is remembered, it says of itself that it may be kept as long as anything."""
        changes_at: datetime | None = scope["state"].get("changes_at")
        return (changes_at - self._margin).timestamp() if changes_at else float("inf")

    def _remember(self, key: Key, remembered: _Remembered) -> None:
        self._forget(key)
        self._answers[key] = remembered
        self._bytes += _size(key, remembered)
        while self._bytes > self._limit:
            self._forget(next(iter(self._answers)))

    def _forget(self, key: Key) -> None:
        forgotten = self._answers.pop(key, None)
        if forgotten is not None:
            self._bytes -= _size(key, forgotten)


def _key(scope: Scope, request: PlainRequest) -> Key:
    return (
        scope["raw_path"],
        scope["query_string"],
        request.accept,
        request.accept_language,
        request.accept_encoding,
    )


def _size(key: Key, remembered: _Remembered) -> int:
    return sum(len(part) for part in key if part) + len(remembered.body) + _OVERHEAD


class _Listening:
    """Passes an answer on and keeps it."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._start: Message = {"status": 0}
        self._body: list[bytes] = []

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._start = message
        else:
            self._body.append(message.get("body", b""))
        await self._send(message)

    def found(self) -> tuple[Headers, bytes, bytes] | None:
        """With entity tag and body. None for what is not to be kept: it says so by having no entity tag."""
        headers = self._start.get("headers", [])
        etag = next((value for name, value in headers if name == b"etag"), None)
        if self._start["status"] != 200 or etag is None:  # noqa: PLR2004  # the only status that is kept
            return None
        return list(headers), etag, b"".join(self._body)
