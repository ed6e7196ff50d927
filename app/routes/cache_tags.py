"""Marks answers for the shared cache in front: which change makes them stale, and when time itself does."""

from collections.abc import Callable, Mapping
from datetime import datetime

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.models.purge import SITE, article_tag
from app.representations.field_lines import field_lines
from app.routes.answer import WHOLE

_ARTICLES = "/articles/"


class CacheTags:
    """Around everything: a tag comes of the address alone, so that whatever answers need not know of it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            send = _with_headers(send, lambda: {"Cache-Tag": _tag(scope["path"])})
        await self._app(scope, receive, send)


class ClockMarks:
    """Around the routes, and inside of what remembers their answers: so it is a moment, not a duration."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            state = scope.setdefault("state", {})
            send = _with_headers(send, lambda: _moment(state))
        await self._app(scope, receive, send)


def _tag(path: str) -> str:
    """Of the path as it is decoded: one article's addresses can be encoded in many ways."""
    if not path.startswith(_ARTICLES):
        return SITE
    article_id, _, _ = path.removeprefix(_ARTICLES).partition("/")
    return article_tag(article_id)


def _moment(state: Mapping[str, datetime | None]) -> dict[str, str]:
    """Seconds since 1970, which is how Varnish reads a moment."""
    changes_at = state.get("changes_at")
    return {"Changes-At": str(int(changes_at.timestamp()))} if changes_at else {}


def _with_headers(send: Send, headers: Callable[[], Mapping[str, str]]) -> Send:
    """``headers`` are asked for when the answer begins."""

    async def send_with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).update(headers())
        elif message["type"] == WHOLE:
            message = {**message, "fields": message["fields"] + field_lines(headers().items())}
        await send(message)

    return send_with_headers
