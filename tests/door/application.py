"""What the door lets through: an application that reads bodies, and takes its time."""

import asyncio

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

SLOW_SECONDS = 0.7
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


def create_app() -> Starlette:
    every = ["GET", "POST"]
    return Starlette(
        routes=[
            Route("/count", count, methods=every),
            Route("/slow", slow, methods=every),
            Route("/large", large),
            Route("/{path:path}", hello, methods=every),
        ]
    )
