"""What a process makes once, made before a reader has to wait for it."""

import time
from collections.abc import Mapping
from urllib.parse import urlencode

from starlette.types import ASGIApp, Message, Scope

SECONDS = 5.0
"""Longer it does not take, but for a search that has begun."""
_MOST_CHARACTERS = 100


async def warm_up(app: ASGIApp, headlines: Mapping[str, str]) -> None:
    """Searches for a headline in each language: statements are compiled, stemmers read, pages of the database
    fetched. ``headlines``: by tag. Raises what the application does.
    """
    ends_at = time.monotonic() + SECONDS
    for language, headline in headlines.items():
        if time.monotonic() > ends_at:
            return
        await app(_search(headline[:_MOST_CHARACTERS], language), no_content, _to_nobody)


def _search(words: str, language: str) -> Scope:
    return {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": "/search",
        "raw_path": b"/search",
        "query_string": urlencode({"q": words, "lang": language}).encode(),
        "root_path": "",
        "headers": [(b"host", b"localhost")],
        "client": None,
        "server": None,
        "state": {},
    }


async def no_content() -> Message:
    return {"type": "http.request", "body": b""}


async def _to_nobody(message: Message) -> None:
    """The answer is what it was not asked for."""
