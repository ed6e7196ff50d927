"""What uvicorn itself costs: a raw ASGI application that answers everything with the same bytes."""

import os
from collections.abc import Awaitable, Callable, MutableMapping
from pathlib import Path
from typing import Any

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
