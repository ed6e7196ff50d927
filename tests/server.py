"""A real HTTP server in a thread of the tests, as `dragoman serve` starts it."""

import asyncio
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import uvicorn
from starlette.types import ASGIApp

from app.door import guarded_http
from app.main import create_server_app
from app.settings import Settings

HOST = "127.0.0.1"
START_SECONDS = 30.0


class _SoonStopped(uvicorn.Server):
    """uvicorn looks ten times a second whether it is to stop, then waits a tenth: longer than most tests."""

    async def main_loop(self) -> None:
        tick = 0
        while not await self.on_tick(tick):
            tick += 1
            await asyncio.sleep(0.01)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        if self.server_state.connections or self.server_state.tasks or self.force_exit:
            await super().shutdown(sockets)
            return
        for server in self.servers:
            server.close()
        await self.lifespan.shutdown()


@dataclass(frozen=True, slots=True)
class Server:
    port: int
    settings: Settings

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.port}"


@contextmanager
def running_server(settings: Settings, app: ASGIApp | None = None) -> Iterator[Server]:
    """On a free port of the loopback interface, and stopped when the block ends. ``app`` if not ours."""
    with socket.create_server((HOST, 0)) as listener:
        config = uvicorn.Config(
            app or create_server_app(settings),
            http=guarded_http(settings),
            ws="none",
            lifespan="on",
            server_header=False,
            log_config=None,
            timeout_graceful_shutdown=settings.shutdown_timeout,
        )
        server = _SoonStopped(config)
        thread = threading.Thread(target=server.run, args=([listener],), name="server")
        thread.start()
        try:
            _wait(server, thread)
            yield Server(listener.getsockname()[1], settings)
        finally:
            server.should_exit = True
            thread.join()


def _wait(server: uvicorn.Server, thread: threading.Thread) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not server.started:
        if not thread.is_alive() or time.monotonic() > deadline:
            raise RuntimeError("the server did not start")
        time.sleep(0.01)
