"""What the door lets through: an application that reads bodies, and takes its time."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from app.routes.fast_lane import AT_ONCE

SLOW_SECONDS = 0.7
WAITING = {"/count", "/slow"}
LARGE = 32 * 1024 * 1024
"""More than the kernel takes in a client's place."""


async def hello(request: Request) -> Response:
    """Answers at once, whatever body is still to come."""
    return PlainTextResponse(request.url.path)


async def count(request: Request) -> Response:
    body = await request.body()
    return JSONResponse({"bytes": len(body), "fields": request.headers.keys()})


async def slow(_request: Request) -> Response:
    await asyncio.sleep(SLOW_SECONDS)
    return PlainTextResponse("slow")


async def large(_request: Request) -> Response:
    return Response(bytes(LARGE))


def create_app() -> ASGIApp:
    """Answers at once where it need not wait, as the application that is served does."""
    every = ["GET", "POST"]
    starlette = Starlette(
        lifespan=_lifespan,
        routes=[
            Route("/count", count, methods=every),
            Route("/slow", slow, methods=every),
            Route("/large", large),
            Route("/{path:path}", hello, methods=every),
        ],
    )

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"] in WAITING:
            await asyncio.sleep(0)
        await starlette(scope, receive, send)

    return app


@asynccontextmanager
async def _lifespan(_app: Starlette) -> AsyncIterator[dict[str, bool]]:
    yield {AT_ONCE: True}
