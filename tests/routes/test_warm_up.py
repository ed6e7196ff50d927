"""What a search process does before it takes searches."""

import asyncio
from urllib.parse import parse_qs

import pytest
from starlette.types import Message, Receive, Scope, Send

from app import warm_up as warming
from app.main import create_app, open_app
from app.queries.headlines import list_some_headlines
from app.settings import Settings
from app.warm_up import warm_up

HEADLINES = {
    "en": "Anti-ISIS coalition discusses global threat ISIS",
    "nl": "Anti-ISIS-coalitie bespreekt wereldwijde dreiging ISIS",
}


@pytest.mark.usefixtures("ottawa")
def test_a_headline_in_each_language_is_searched_for_and_found(database_url: str) -> None:
    app = create_app(Settings(database_url=database_url))
    answers: list[tuple[dict[str, list[str]], int, bytes]] = []

    async def noted(scope: Scope, receive: Receive, send: Send) -> None:
        status, body = 0, b""

        async def sent(message: Message) -> None:
            nonlocal status, body
            status = message.get("status", status)
            body += message.get("body", b"")
            await send(message)

        await app(scope, receive, sent)
        answers.append((parse_qs(scope["query_string"].decode()), status, body))

    async def start() -> None:
        async with open_app(app) as database:
            with database.read() as session:
                headlines = list_some_headlines(session)
            await warm_up(noted, headlines)

    asyncio.run(start())
    assert [asked for asked, _, _ in answers] == [
        {"q": [headline], "lang": [language]} for language, headline in HEADLINES.items()
    ]
    assert all(status == 200 and b"anti-isis-coalition" in body for _, status, body in answers)


def test_it_ends_when_its_time_is_up(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    async def app(scope: Scope, _receive: Receive, _send: Send) -> None:
        asked.append(scope["query_string"])

    monkeypatch.setattr(warming, "SECONDS", -1.0)
    asyncio.run(warm_up(app, HEADLINES))
    assert asked == []
