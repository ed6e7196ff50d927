"""The process that answers a server's searches: ``python -m app.searcher``.

The server is at its standard input, and it ends with that.
"""

import asyncio
import gc
import logging
import signal
import socket

from fastapi import FastAPI
from starlette.types import Message

from app.main import create_app, open_app, spare_what_stays
from app.routes.handed_over import READY, HandedBack, HandedOver, receive, send

_STANDARD_INPUT = 0
_YOUNG = 1
"""Generations of garbage: collected behind an answer in a millisecond, in the middle of one in ten."""


def main() -> None:
    """A signal to the whole group, as from a terminal, is for the server: it has requests to finish."""
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, signal.SIG_IGN)
    logging.basicConfig(level=logging.WARNING)
    asyncio.run(_answer_all(socket.socket(fileno=_STANDARD_INPUT)))


async def _answer_all(server: socket.socket) -> None:
    reader, writer = await asyncio.open_connection(sock=server)
    received = receive(reader)
    settings = await anext(received, None)
    if settings is None:
        return
    app = create_app(settings.model_copy(update={"migrate_on_start": False, "search_process": False}))
    answering: set[asyncio.Task[None]] = set()
    async with open_app(app):
        spare_what_stays()
        send(writer, READY)
        async for handed_over in received:
            task = asyncio.create_task(_answer(app, handed_over, writer))
            answering.add(task)
            task.add_done_callback(answering.discard)


async def _answer(app: FastAPI, request: HandedOver, writer: asyncio.StreamWriter) -> None:
    messages: list[Message] = []
    scope = {**request.scope, "state": {}}

    async def keep(message: Message) -> None:
        messages.append(message)

    try:
        await app(scope, _no_content, keep)
    except Exception:  # the answer says that the server failed; who keeps it running wants to know why
        logging.getLogger("dragoman").exception("a search has failed")
    send(writer, HandedBack(request.number, messages, scope["state"]))
    gc.collect(_YOUNG)


async def _no_content() -> Message:
    return {"type": "http.request", "body": b""}


if __name__ == "__main__":
    main()
