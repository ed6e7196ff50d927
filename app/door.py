"""What stands between a socket and the application: limits on size, on time and on number.

uvicorn's own protocol takes headers of any length and waits for ever. This one counts as it reads; a sweep
over all connections, once a second, looks at the clock, so that a request costs no timer.
See docs/decisions/0008-the-door.md.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any, NoReturn, cast

from uvicorn._types import ASGI3Application
from uvicorn.config import Config
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol, RequestResponseCycle
from uvicorn.server import ServerState

from app.errors import BadRequest, Problem, RequestHeaderFieldsTooLarge, RequestTimeout, ServerBusy
from app.representations.problem import MEDIA_TYPE, problem_document
from app.routes.fast_lane import AT_ONCE
from app.routes.responses import NEGOTIATED
from app.settings import Settings
from app.texts.catalogues import ENGLISH
from app.texts.text import Text
from app.turn import Turn
from app.whole_answer import EXTENSIONS, WholeAnswerCycle

SWEEP_SECONDS = 1.0
SWEEPS_A_TIMEOUT = 4
"""At least so many, where a timeout is shorter than a few seconds."""

LEAVING_SECONDS = 2.0
"""How long a refused client may go on sending. Were the socket closed at once, the reset could overtake
the answer (RFC 9112 section 9.6)."""
MAX_LEAVING = 64
"""Refused connections that get that time; those over it are closed at once."""

MAX_PIPELINED = 100
"""Requests that may wait for the answer to the one before. A read has room for thousands of them, and each
takes kilobytes. After so many the connection ends, and the client asks again (RFC 9112 section 9.3.2)."""

THIS_ADDRESS = ""
"""An empty reference (RFC 3986 section 4.4): what was asked for may be incomplete, or no address at all."""

BUSY = ServerBusy(Text("All connections are taken; try again."), headers={"Retry-After": "1"})
NOT_HTTP = BadRequest(Text("The server could not make sense of the request."))
SLOW = RequestTimeout(Text("The request took longer to arrive than this server waits."))

logger = logging.getLogger("uvicorn.error")


def guarded_http(settings: Settings) -> type[asyncio.Protocol]:
    """What uvicorn takes as ``http``: it only calls it. Workers get it pickled, so it is no closure."""
    return cast(type[asyncio.Protocol], Door(settings))


class Door:
    """What the connections of one server process share."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        timeouts = (
            settings.header_timeout,
            settings.body_timeout,
            settings.send_timeout,
            settings.keep_alive_timeout,
        )
        self.sweep_seconds = min(SWEEP_SECONDS, min(timeouts) / SWEEPS_A_TIMEOUT)
        self.leaving: set[Guarded] = set()
        self._idle: list[Guarded] = []
        self._turned_away = 0
        self._is_watching = False
        self._turn: Turn | None = None

    def __call__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> "Guarded":
        return Guarded(self, config, server_state, app_state, _loop)

    def turn(self, app_state: Mapping[str, Any], tasks: set[asyncio.Task[None]]) -> Turn | None:
        """None for an application that does not say it answers at once."""
        if self._turn is None and app_state.get(AT_ONCE):
            self._turn = Turn(tasks)
        return self._turn

    def admit(self, newcomer: "Guarded") -> bool:
        """Over the cap, a connection that only waits for a next request makes room."""
        if not self._is_watching:
            self._is_watching = True
            self._watch(newcomer.loop, newcomer.server_state)
        if len(newcomer.connections) <= self.settings.max_connections or self._close_an_idle_one():
            return True
        self._turned_away += 1
        return False

    def _close_an_idle_one(self) -> bool:
        while self._idle:
            connection = self._idle.pop()
            if connection.is_idle():
                connection.transport.close()
                return True
        return False

    def _watch(self, loop: asyncio.AbstractEventLoop, state: ServerState) -> None:
        loop.call_later(self.sweep_seconds, self._sweep, loop, state)

    def _sweep(self, loop: asyncio.AbstractEventLoop, state: ServerState) -> None:
        connections = [each for each in state.connections if isinstance(each, Guarded)]
        self._is_watching = bool(connections or self.leaving)
        if self._is_watching:
            self._watch(loop, state)
        for connection in (*connections, *self.leaving):
            connection.check_the_clock(loop.time())
        self._idle = [each for each in connections if each.is_idle()]
        if self._turned_away:
            logger.warning("No connection was free for %d clients.", self._turned_away)
            self._turned_away = 0


class Phase(Enum):
    """What a client is expected to send."""

    HEAD = "the rest of a request line and its header"
    BODY = "the rest of a request's body"
    NOTHING = "a next request, or nothing more"


HEAD, BODY, NOTHING = Phase  # an attribute of an Enum takes ten times a global's time


class Guarded(HttpToolsProtocol):
    """A connection that is cut when its client sends too much, or too slowly, or does not read."""

    def __init__(
        self,
        door: Door,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self.door = door
        self.settings = door.settings
        self._now: Callable[[], float] = self.loop.time
        self._max_header_bytes = door.settings.max_header_bytes
        self._max_header_fields = door.settings.max_header_fields
        self._phase = HEAD
        self._since = 0.0
        """When the request began, or the wait for it."""
        self._unfinished = 0
        """Bytes since a header, a piece of a body or a request was last complete."""
        self._body_bytes = 0
        self._unsent = 0
        self._send_until = 0.0
        self._leave_at = 0.0
        self._is_refused = False

    def is_idle(self) -> bool:
        return self._phase is NOTHING and self.cycle.response_complete and not self._unsent

    # What the transport calls

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn's
        super().connection_made(transport)
        self._since = self._now()
        if not self.door.admit(self):
            self._refuse(BUSY)

    def connection_lost(self, exc: Exception | None) -> None:
        self.door.leaving.discard(self)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self._phase is NOTHING:
            self._phase = HEAD
            self._since = self._now()
        self._unfinished += len(data)
        if self._unfinished <= self._max_header_bytes:
            super().data_received(data)
        else:
            self._unfinished -= len(data)
            self._read_in_pieces(data)

    def _read_in_pieces(self, data: bytes) -> None:
        """No piece goes beyond the cap, so that what is over it is neither parsed nor kept."""
        start = 0
        while start < len(data) and not (self._is_refused or self.transport.is_closing()):
            room = self._max_header_bytes - self._unfinished
            if not room:
                self._refuse(_too_long(self._max_header_bytes))
                return
            piece = data[start : start + room]
            start += room
            self._unfinished += len(piece)
            super().data_received(piece)

    # What the parser calls

    def on_headers_complete(self) -> None:
        if len(self.headers) > self._max_header_fields:
            self._refuse_and_stop(_too_many(self._max_header_fields))
        if len(self.pipeline) >= MAX_PIPELINED:
            self._refuse_and_stop(BUSY)
        super().on_headers_complete()
        self._phase = BODY
        self._unfinished = self._body_bytes = 0
        self.headers = []  # trailers are no part of the header: the request has the list as it was

    def on_body(self, body: bytes) -> None:
        self._unfinished = 0
        if not self.cycle.response_complete:
            self._body_bytes += len(body)
        super().on_body(body)

    def on_message_complete(self) -> None:
        self._phase = NOTHING
        self._unfinished = 0
        super().on_message_complete()

    # What uvicorn's protocol calls

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: ASGI3Application) -> None:
        cycle.scope["extensions"] = EXTENSIONS
        cycle.__class__ = WholeAnswerCycle  # uvicorn makes its own; none has begun to answer
        turn = self.door.turn(self.app_state, self.tasks)
        if turn is None:
            super()._start_asgi_task(cycle, app)
        else:
            turn.add(cycle.run_asgi(app))

    def on_response_complete(self) -> None:
        """As uvicorn's, without its timer: the sweep ends what waits too long for a next request."""
        self.server_state.total_requests += 1
        if self.transport.is_closing():
            return
        self.flow.resume_reading()
        if self.pipeline:
            self._start_asgi_task(*self.pipeline.pop())

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002  # uvicorn's text, for which we have our own
        self._refuse(NOT_HTTP)

    def _unsupported_upgrade_warning(self) -> None:
        """An upgrade is declined by going on with HTTP/1.1 (RFC 9110 section 7.8).

        The parser has left the body to the other protocol: none of it may be taken for a next request.
        """
        if any(name in {b"content-length", b"transfer-encoding"} for name, _ in self.scope["headers"]):
            self.cycle.keep_alive = False
            self._stop_listening()

    # What the door calls

    def check_the_clock(self, now: float) -> None:
        if self._leave_at:
            if now > self._leave_at:
                self.transport.abort()
        elif self._is_reading_too_slowly(now):
            self.transport.abort()
        elif self._is_waiting_for_us():
            self._since = now
        elif not self.transport.is_closing() and now > self._deadline():
            self._give_up()

    def _is_reading_too_slowly(self, now: float) -> bool:
        """Time is given for the first byte, and added for each byte that was taken since."""
        before, self._unsent = self._unsent, self.transport.get_write_buffer_size()
        if not before:
            self._send_until = now + self.settings.send_timeout
        elif self._unsent < before:
            earned = (before - self._unsent) / self.settings.minimum_rate
            self._send_until = min(self._send_until + earned, now + self.settings.send_timeout)
        return self._unsent > 0 and now > self._send_until

    def _is_waiting_for_us(self) -> bool:
        if self._phase is BODY:
            return self.flow.read_paused
        return self._unsent > 0 or (self.cycle is not None and not self.cycle.response_complete)

    def _deadline(self) -> float:
        settings = self.settings
        if self._phase is NOTHING:
            return self._since + settings.keep_alive_timeout
        if self._phase is HEAD:
            return self._since + settings.header_timeout
        earned = self._body_bytes / settings.minimum_rate
        return self._since + settings.header_timeout + settings.body_timeout + earned

    def _give_up(self) -> None:
        if self._phase is BODY or self._unfinished:
            self._refuse(SLOW)
        else:
            self.transport.close()

    # How a client is refused

    def _refuse(self, problem: Problem) -> None:
        """Answers that are still owed to earlier requests go first, and then nothing more is said."""
        if self._is_refused or self.transport.is_closing():
            return
        self._stop_listening()
        is_owing = self.cycle is not None and not self.cycle.response_complete
        if self._phase is not BODY:
            if is_owing:
                self.cycle.keep_alive = False
            else:
                self._leave_with(problem)
        elif is_owing and not self.cycle.response_started and not self.pipeline:
            self.cycle.disconnected = True
            self.cycle.message_event.set()
            self._leave_with(problem)
        else:
            self.transport.close()

    def _refuse_and_stop(self, problem: Problem) -> NoReturn:
        """Raises the problem, which ends what the parser is doing."""
        self._refuse(problem)
        raise problem

    def _stop_listening(self) -> None:
        self._is_refused = True
        self._unfinished = self._max_header_bytes

    def _leave_with(self, problem: Problem) -> None:
        self.transport.write(_response(problem, self.server_state.default_headers))
        self.connections.discard(self)
        if len(self.door.leaving) < MAX_LEAVING and self.transport.can_write_eof():
            self.transport.write_eof()
            self.flow.resume_reading()
            self._leave_at = self._now() + LEAVING_SECONDS
            self.door.leaving.add(self)
        else:
            self.transport.close()


def _too_long(limit: int) -> Problem:
    return RequestHeaderFieldsTooLarge(Text("This server takes up to {limit} bytes.", {"limit": limit}))


def _too_many(limit: int) -> Problem:
    return RequestHeaderFieldsTooLarge(Text("This server takes up to {limit} fields.", {"limit": limit}))


def _response(problem: Problem, default_headers: list[tuple[bytes, bytes]]) -> bytes:
    body = problem_document(problem, THIS_ADDRESS, ENGLISH).model_dump_json(exclude_unset=True).encode()
    headers = {
        "Content-Type": MEDIA_TYPE,
        "Content-Length": str(len(body)),
        "Content-Language": ENGLISH,
        "Cache-Control": "no-store",
        "Vary": NEGOTIATED,
        "Connection": "close",
        **problem.headers,
    }
    fields = [*default_headers, *((name.encode(), value.encode()) for name, value in headers.items())]
    lines = b"".join(b"%s: %s\r\n" % field for field in fields)
    return b"%s%s\r\n%s" % (STATUS_LINE[problem.status], lines, body)
