"""Answers what is asked most without the framework, and hands on the rest.

The routes declare the operations and are the slow, obviously right twin: bytes and headers are the same.
"""

import asyncio
import logging

from starlette.types import ASGIApp, Receive, Scope, Send

from app.queries.shelf import Shelf
from app.routes.plain_request import read_plain_request
from app.routes.remembered_answers import RememberedAnswers
from app.routes.stored_articles import PREFIX, StoredArticles
from app.settings import Settings

AT_ONCE = "answers_at_once"
"""In the state of an application that need not begin as a task: it answers without waiting for anything, or
awaits ``asyncio.sleep(0)`` first."""

_log = logging.getLogger("dragoman")


class FastLane:
    """Opens once the application has its database: see ``open``."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = _as_task(app)
        self._articles: StoredArticles | None = None
        self._trouble: tuple[type[Exception], ...] = ()
        self._answers: RememberedAnswers | None = None

    def open(self, shelf: Shelf, settings: Settings) -> None:
        self._articles = StoredArticles(shelf, settings)
        self._trouble = shelf.trouble
        self._answers = RememberedAnswers(self._app, shelf, settings)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._articles is None or self._answers is None or scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = read_plain_request(scope)
        if request is None:
            await self._app(scope, receive, send)
            return
        if scope["path"].startswith(PREFIX) and not scope["query_string"]:
            try:
                if await self._articles.respond(request, scope, send):
                    return
            except self._trouble as error:
                _log.warning("a stored article cannot be read: %s", error)
        await self._answers.respond(request, scope, receive, send)


def _as_task(app: ASGIApp) -> ASGIApp:
    """The framework may wait for anything: see ``app.turn``."""

    async def go_on(scope: Scope, receive: Receive, send: Send) -> None:
        await asyncio.sleep(0)
        await app(scope, receive, send)

    return go_on
