"""Searches are answered by a process of their own, so that no reader of an article waits while one works.

A search takes milliseconds of Python, and threads of one process take turns at that (decision 19). The
other process is this program, and answers by the same routes: see ``app.searcher``.
"""

import asyncio
import logging
import os
import socket
import subprocess
import sys
import time
from asyncio import Future
from collections import deque
from contextlib import suppress
from itertools import count
from typing import NamedTuple

from fastapi import FastAPI, Request
from fastapi.concurrency import run_in_threadpool
from starlette.types import Receive, Scope, Send

from app.database.memory import memory_bytes
from app.database.searching import longest, not_done
from app.routes.handed_over import READY, HandedBack, HandedOver, receive, send
from app.routes.problems import problem_response
from app.settings import Settings
from app.texts.text import Text

ADDRESSES = frozenset(("/search", "/search/suggest"))
MEMORY_BYTES = 512 * 2**20
"""That a server process has to have, where nobody says whether it is to be there."""
_PAUSE = 1.0
"""Seconds from the end of a process to the start of the next one."""
_SECONDS_TO_END = 5
_SPARE_SECONDS = 2
"""For what a search does beside searching."""
NICENESS = 5
"""Added to the server's: it yields to readers where there is too little processor for both."""
_MOST_ENDS = 3
_OFTEN = 60.0
"""Seconds in which so many have ended: from then on no search is answered between two."""
_COMMAND = (sys.executable, "-P", "-m", "app.searcher")

_BROKEN_OFF = not_done(Text("The search was broken off; try again."))

_log = logging.getLogger("dragoman")


def is_wanted(settings: Settings) -> bool:
    if settings.search_process is not None:
        return settings.search_process
    return memory_bytes() // settings.workers >= MEMORY_BYTES


class _Expected(NamedTuple):
    """``search`` is what is asked."""

    search: bytes
    answer: Future[HandedBack]


class SearchProcess:
    """Passes everything else on, and all while there is no process.

    But not what one has not lived to answer, until the next one is there to try it, and nothing where one
    after the other dies: what kills them is not for the server to try.
    """

    def __init__(self, app: FastAPI) -> None:
        self._app = app
        self._settings: Settings = app.state.settings
        self._writer: asyncio.StreamWriter | None = None
        self._numbers = count()
        self._expected: dict[int, _Expected] = {}
        self._broken_off: set[bytes] = set()
        self._ends: deque[float] = deque(maxlen=_MOST_ENDS)
        self._has_started = False
        self._process: subprocess.Popen[bytes] | None = None
        self._heard_at = 0.0

    @property
    def is_there(self) -> bool:
        return self._writer is not None

    async def __call__(self, scope: Scope, received: Receive, sent: Send) -> None:
        if scope["type"] != "http" or scope["path"] not in ADDRESSES or self._is_for_server(scope):
            await self._app(scope, received, sent)
            return
        began = time.monotonic()
        try:
            async with asyncio.timeout(longest(self._settings.search_timeout) + _SPARE_SECONDS):
                answer = await self._hand_over(scope)
        except (TimeoutError, ConnectionError):
            self._end_if_silent(began)
            request = Request({**scope, "app": self._app})
            await problem_response(request, _BROKEN_OFF)(scope, received, sent)
            return
        scope["state"].update(answer.state)
        for message in answer.messages:
            await sent(message)

    def _is_for_server(self, scope: Scope) -> bool:
        return not self.is_there and _search_of(scope) not in self._broken_off and not self._end_often()

    def _end_often(self) -> bool:
        return len(self._ends) == _MOST_ENDS and time.monotonic() - self._ends[0] < _OFTEN

    async def _hand_over(self, scope: Scope) -> HandedBack:
        """Raises ConnectionError where there is no process, or it ends."""
        if self._writer is None:
            raise ConnectionError
        number = next(self._numbers)
        expected: Future[HandedBack] = asyncio.get_running_loop().create_future()
        self._expected[number] = _Expected(_search_of(scope), expected)
        try:
            send(self._writer, HandedOver.of(number, scope))
            return await expected
        finally:
            del self._expected[number]

    def _end_if_silent(self, since: float) -> None:
        """All searches have deadlines: who answers none in that time hangs, and would do so for ever."""
        if self.is_there and self._process and self._heard_at < since:
            self._process.kill()

    async def run(self) -> None:
        """One process after the other, until it is cancelled."""
        while True:
            await self._run_one()
            _log.error("the process that searches has ended; another one is started")
            await asyncio.sleep(_PAUSE)

    async def _run_one(self) -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            process = subprocess.Popen(_COMMAND, stdin=theirs.fileno(), env=_environment())  # noqa: S603  # this program
        with suppress(OSError):  # before it has other threads, for each has a niceness of its own
            os.setpriority(os.PRIO_PROCESS, process.pid, os.getpriority(os.PRIO_PROCESS, 0) + NICENESS)
        self._has_started, self._process = False, process
        try:
            await self._listen(ours)
        finally:
            if not self._has_started:
                process.kill()  # it would first go on starting
            await run_in_threadpool(_end, process)

    async def _listen(self, connection: socket.socket) -> None:
        reader, writer = await asyncio.open_connection(sock=connection)
        send(writer, self._settings)
        try:
            received = receive(reader)
            if await anext(received, None) == READY:
                self._writer, self._has_started = writer, True
                self._heard_at = time.monotonic()
                self._broken_off.clear()
            async for answer in received:
                self._heard_at = time.monotonic()
                expected = self._expected.get(answer.number)
                if expected is not None and not expected.answer.done():
                    expected.answer.set_result(answer)
        finally:
            if self.is_there:
                self._ends.append(time.monotonic())
            self._writer = None
            writer.close()
            for expected in self._expected.values():
                if not expected.answer.done():
                    self._broken_off.add(expected.search)
                    expected.answer.set_exception(ConnectionError())


def _search_of(scope: Scope) -> bytes:
    search: bytes = scope["query_string"]
    return search


def _environment() -> dict[str, str]:
    """Modules are found where ours are."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


def _end(process: subprocess.Popen[bytes]) -> None:
    """It ends by itself when nobody is left to hand it anything."""
    try:
        process.wait(_SECONDS_TO_END)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
