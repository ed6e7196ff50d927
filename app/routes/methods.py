"""HEAD and OPTIONS, the same for every address (RFC 9110 sections 9.3.2 and 9.3.7)."""

from fastapi import FastAPI
from starlette.routing import Match, Mount
from starlette.types import ASGIApp, Message, Receive, Scope, Send

READ_ONLY = ["GET", "HEAD", "OPTIONS"]
"""What mounted files and the server as a whole answer."""

_METHODS = ("DELETE", "GET", "PATCH", "POST", "PUT")


def allowed_methods(app: FastAPI, scope: Scope) -> list[str]:
    """What the address of a request answers; empty where there is nothing."""
    methods = {method for method in _METHODS if _answers(app, {**scope, "method": method})}
    if "GET" in methods:
        methods.add("HEAD")
    return sorted(methods | {"OPTIONS"}) if methods else []


def _answers(app: FastAPI, scope: Scope) -> bool:
    """A mount claims every method: ours hold files, which are only read."""
    return any(
        route.matches(scope)[0] is Match.FULL
        for route in app.routes
        if scope["method"] == "GET" or not isinstance(route, Mount)
    )


class Methods:
    """Answers HEAD as GET without the body, and OPTIONS with what the address answers."""

    def __init__(self, app: ASGIApp, fastapi: FastAPI) -> None:
        self._app = app
        self._fastapi = fastapi

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] == "HEAD":
            await self._app({**scope, "method": "GET"}, receive, _without_body(send))
        elif scope["type"] == "http" and scope["method"] == "OPTIONS":
            await self._options(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _options(self, scope: Scope, receive: Receive, send: Send) -> None:
        methods = READ_ONLY if scope["path"] == "*" else allowed_methods(self._fastapi, scope)
        if not methods:
            await self._app(scope, receive, send)
            return
        headers = [(b"allow", ", ".join(methods).encode()), (b"cache-control", b"no-store")]
        await send({"type": "http.response.start", "status": 204, "headers": headers})
        await send({"type": "http.response.body", "body": b""})


def _without_body(send: Send) -> Send:
    async def send_head(message: Message) -> None:
        if message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await send(message)

    return send_head
