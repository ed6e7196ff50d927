"""What uvicorn itself costs: a raw ASGI application that answers everything with the same bytes."""

import os
from collections.abc import Awaitable, Callable, Iterator, MutableMapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.server import UVICORN, Server, free_port, running

BODY_VARIABLE = "BENCHMARK_CONSTANT_BODY"

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Message, Receive, Send], Awaitable[None]]


def create_app() -> Application:
    return answering(Path(os.environ[BODY_VARIABLE]).read_bytes())


def answering(body: bytes) -> Application:
    start: Message = {
        "type": "http.response.start",
        "status": 200,
        "headers": [(b"content-length", b"%d" % len(body)), (b"content-type", b"application/json")],
    }
    rest: Message = {"type": "http.response.body", "body": body}

    async def constant(_scope: Message, _receive: Receive, send: Send) -> None:
        await send(start)
        await send(rest)

    return constant


@contextmanager
def constant_server(body: bytes, folder: Path, core: int) -> Iterator[Server]:
    port = free_port()
    path = folder / f"constant-{port}"
    path.write_bytes(body)
    application = ("--factory", "benchmarks.constant:create_app")
    command = [*UVICORN, "--lifespan", "off", "--port", str(port), *application]
    environment = {BODY_VARIABLE: str(path)}
    log = folder / f"constant-{port}.log"
    with running(command, port=port, core=core, log=log, environment=environment) as server:
        yield server
