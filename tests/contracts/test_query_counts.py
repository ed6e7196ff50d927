"""An answer costs as many statements with two rows as with thirteen."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import Engine, event

from app.database.engine import Database
from app.main import create_app
from app.settings import Settings
from tests.conftest import import_folder
from tests.server import running_server

LANGUAGES = ("en", "nl", "fr", "de", "es", "it")
FEW, MANY = 2, 13
MOST_STATEMENTS = 12
"""An article: one to begin, two to find it, three for its text, three each for its people and places."""
SEARCH = "/search?q=met+Vorlath&limit=100&count=true&facets=language,person,place,year"
MOST_OF_A_SEARCH = 40
"""What it asks for, what is found, what of that is shown, and why."""


@contextmanager
def statements() -> Iterator[list[str]]:
    """Those that any engine of this process sends; the server runs in it."""
    seen: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_others: Any) -> None:
        seen.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def _write(inbox: Path, size: int) -> None:
    """``size`` people and places, and ``size`` articles, each naming all of them in many languages."""
    names = [f"{chr(65 + n % 26)}{chr(97 + n // 26)}xyn Vorlath" for n in range(size)]
    for kind, more in (("people", ""), ("places", 'kind = "city"\nlatitude = 0.1\nlongitude = 0.1\n')):
        entries = [
            f'[{kind}-{n}]\n{more}labels = {{ mul = "{name} {kind.title()}" }}\n'
            f'aliases = {{ en = ["{name} Alias {kind.title()}"] }}\n'
            for n, name in enumerate(names)
        ]
        (inbox / f"{kind}.toml").write_text("\n".join(entries), "utf-8")
    paragraphs = [f"We met {name} People in {name} Places that day." for name in names]
    for number in range(size):
        folder = inbox / f"article-{number:02}"
        folder.mkdir(exist_ok=True)
        for language in LANGUAGES[: 2 if size == FEW else len(LANGUAGES)]:
            text = "\n\n".join([f"News {number} {language}", "A lead.", *paragraphs])
            (folder / f"{language}.txt").write_text(text, "utf-8")


def _revise_originals(inbox: Path) -> None:
    """Each paragraph says something else, so that all translations are outdated."""
    for text in inbox.glob("*/en.txt"):
        text.write_text(text.read_text("utf-8").replace("that day", "on 6 December"), "utf-8")


ADDRESSES = (
    *("/articles?limit=100&count=true", "/articles?person=people-0&place=places-0&available_in=en"),
    *("/articles/article-00", "/articles/article-00/en", "/articles/article-00/translations?limit=100"),
    *("/people?limit=100&count=true", "/people/people-0", "/places?limit=100", "/languages"),
    *("/people/people-0/articles?limit=100", "/places/places-0/articles?limit=100&count=true"),
    *("/people/people-0/mentioned-with?limit=100", "/articles/article-00/parity?limit=100"),
    *("/articles/article-00/diagnostics?limit=100", "/articles/article-00/nl/changes?limit=100"),
    "/articles?outdated=*&limit=100&count=true",
    *("/places?near=0,0&limit=100&count=true", "/articles?near=0,0&bbox=-1,-1,1,1&limit=100"),
    SEARCH,
    "/search/suggest?q=new&limit=100",
)


def _costs(client: httpx.Client) -> dict[str, tuple[int, int]]:
    """Statements and bytes by address."""
    costs = {}
    for address in ADDRESSES:
        with statements() as seen:
            answer = client.get(address)
        assert answer.status_code == 200
        costs[address] = (len(seen), len(answer.content))
    return costs


@pytest.fixture
def client(database_url: str) -> Iterator[httpx.Client]:
    """Of the application without its fast lane, which asks the driver itself."""
    settings = Settings(database_url=database_url)
    with (
        running_server(settings, create_app(settings)) as server,
        httpx.Client(base_url=server.url, trust_env=False) as client,
    ):
        yield client


def test_the_number_of_statements_does_not_grow_with_the_rows(
    client: httpx.Client, database: Database, tmp_path: Path
) -> None:
    client.get("/people")  # the driver's first connection asks the server about itself
    _write(tmp_path, FEW)
    import_folder(database, tmp_path)
    _revise_originals(tmp_path)
    import_folder(database, tmp_path)
    with_few = _costs(client)
    _write(tmp_path, MANY)
    import_folder(database, tmp_path)
    _revise_originals(tmp_path)
    import_folder(database, tmp_path)
    with_many = _costs(client)
    assert {address: cost[0] for address, cost in with_many.items()} == {
        address: cost[0] for address, cost in with_few.items()
    }
    counts = {address: count for address, (count, _) in with_few.items()}
    assert 0 < counts.pop(SEARCH) <= MOST_OF_A_SEARCH
    assert all(0 < count <= MOST_STATEMENTS for count in counts.values())
    grown = {address for address in ADDRESSES if with_many[address][1] > with_few[address][1]}
    assert grown == set(ADDRESSES)
