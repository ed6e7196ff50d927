"""The process that answers a server's searches: ``python -m app.searcher``.

The server is at its standard input, and it ends with that.
"""

import asyncio
import gc
import logging
import signal
import socket
from contextlib import suppress

from fastapi import FastAPI
from fastapi.concurrency import run_in_threadpool
from starlette.types import Message

from app.database.engine import Database
from app.main import create_app, open_app, spare_what_stays
from app.queries.headlines import list_some_headlines
from app.routes.handed_over import READY, HandedBack, HandedOver, receive, send
from app.warm_up import no_content, warm_up

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
    async with open_app(app) as database:
        await _warm_up(app, database)
        spare_what_stays()
        send(writer, READY)
        async for handed_over in received:
            task = asyncio.create_task(_answer(app, handed_over, writer))
            answering.add(task)
            task.add_done_callback(answering.discard)


async def _warm_up(app: FastAPI, database: Database) -> None:
    """What keeps it from searching is told by each search, too."""
    with suppress(Exception):
        await warm_up(app, await run_in_threadpool(_some_headlines, database))


def _some_headlines(database: Database) -> dict[str, str]:
    with database.read() as session:
        return list_some_headlines(session)


async def _answer(app: FastAPI, request: HandedOver, writer: asyncio.StreamWriter) -> None:
    messages: list[Message] = []
    scope = {**request.scope, "state": {}}

    async def keep(message: Message) -> None:
        messages.append(message)

    try:
        await app(scope, no_content, keep)
    except Exception:  # the answer says that the server failed; who keeps it running wants to know why
        logging.getLogger("dragoman").exception("a search has failed")
    send(writer, HandedBack(request.number, messages, scope["state"]))
    gc.collect(_YOUNG)


if __name__ == "__main__":
    main()
