"""What answers searches beside a server process: as the server would, whatever becomes of it."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

import httpx
import pytest

from app.main import create_app
from app.routes import search_process
from app.routes.search_process import NICENESS, SearchProcess, is_wanted
from app.settings import Settings
from tests.conftest import OTTAWA
from tests.server import running_server

pytestmark = pytest.mark.usefixtures("ottawa")

NOT_THE_SAME = {"date"}
START_SECONDS = 60.0


def _searchers(server: int) -> list[int]:
    """Its search processes: there is one, but for a moment between two."""
    files = Path(f"/proc/{server}/task").glob("*/children")
    children = chain.from_iterable(file.read_text().split() for file in files)
    return [int(each) for each in children if b"app.searcher" in Path(f"/proc/{each}/cmdline").read_bytes()]


def _waited_for(what: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + START_SECONDS
    while not what() and time.monotonic() < deadline:
        time.sleep(0.01)
    return what()


@contextmanager
def _with_search_process(
    database_url: str, search_timeout: float
) -> Iterator[tuple[httpx.Client, SearchProcess]]:
    app = create_app(Settings(database_url=database_url, search_process=True, search_timeout=search_timeout))
    with (
        running_server(app.state.settings, app.state.fast_lane) as server,
        httpx.Client(base_url=server.url, trust_env=False, timeout=START_SECONDS) as client,
    ):
        assert _waited_for(lambda: bool(app.state.search_process.is_there))
        yield client, app.state.search_process


@pytest.fixture
def beside(database_url: str) -> Iterator[httpx.Client]:
    with _with_search_process(database_url, 10) as (client, _):
        yield client


ASKED = [
    ("GET", "/search?q=isis&facets=person,language&count=true", {"Accept-Language": "nl"}),
    ("GET", "/search?q=Bagdad&lang=nl", {"Accept-Encoding": "gzip"}),
    ("GET", "/search?q=", {}),
    ("GET", "/search", {}),
    ("GET", "/search?q=isis&limit=none", {"Accept-Language": "fr"}),
    ("GET", "/search?q=isis&lang=fr&fallback=none", {}),
    ("GET", "/search/suggest?q=bagd", {"Accept-Language": "nl"}),
    ("GET", "/search/suggest?q=bagd", {"Accept": "text/html"}),
    ("HEAD", "/search?q=isis", {}),
    ("OPTIONS", "/search", {}),
    ("POST", "/search/suggest?q=isis", {}),
]


def test_it_answers_as_the_server_itself_would(beside: httpx.Client, client: httpx.Client) -> None:
    for method, address, headers in ASKED:
        own, others = (each.request(method, address, headers=headers) for each in (client, beside))
        assert (others.status_code, others.content) == (own.status_code, own.content), (method, address)
        headers_of = [
            {name: value for name, value in each.headers.items() if name not in NOT_THE_SAME}
            for each in (own, others)
        ]
        assert headers_of[0] == headers_of[1], (method, address)
    etag = client.get("/search?q=isis").headers["ETag"]
    assert beside.get("/search?q=isis", headers={"If-None-Match": etag}).status_code == 304


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_a_search_that_it_does_not_live_to_answer_is_refused_and_the_next_ones_are_not(
    beside: httpx.Client,
) -> None:
    assert beside.get("/search?q=isis").status_code == 200
    [first] = _searchers(os.getpid())
    os.kill(first, signal.SIGSTOP)
    with ThreadPoolExecutor() as threads:
        asked = threads.submit(beside.get, "/search?q=coalition", headers={"Accept-Language": "nl"})
        time.sleep(0.2)
        os.kill(first, signal.SIGKILL)
        answer = asked.result()
    assert (answer.status_code, answer.json()["code"]) == (503, "search-too-long")
    assert answer.json()["detail"] == "De zoekopdracht is afgebroken; probeer het opnieuw."
    assert (answer.headers["Retry-After"], answer.headers["Content-Language"]) == ("5", "nl")
    assert answer.json()["title"] == "De zoekopdracht is niet voltooid"
    assert beside.get("/search?q=coalition").status_code == 503
    assert beside.get("/search?q=isis").status_code == 200
    assert beside.get(f"/articles/{OTTAWA}").status_code == 200
    assert _waited_for(lambda: beside.get("/search?q=coalition").status_code == 200)
    assert _searchers(os.getpid()) != [first]


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_where_one_after_the_other_dies_the_server_searches_no_more_itself(database_url: str) -> None:
    with _with_search_process(database_url, 10) as (client, process):
        for q, answered in (("isis", 200), ("coalition", 200), ("ottawa", 503)):
            assert _waited_for(lambda: process.is_there)
            os.kill(_searchers(os.getpid())[0], signal.SIGKILL)
            assert _waited_for(lambda: not process.is_there)
            assert client.get(f"/search?q={q}").status_code == answered


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_where_it_does_not_answer_in_time_the_search_is_refused_and_another_process_started(
    database_url: str,
) -> None:
    with _with_search_process(database_url, 0.5) as (client, _):
        [searcher] = _searchers(os.getpid())
        os.kill(searcher, signal.SIGSTOP)
        answer = client.get("/search?q=coalition")
        assert (answer.status_code, answer.json()["code"]) == (503, "search-too-long")
        assert _waited_for(lambda: client.get("/search?q=coalition").status_code == 200)
        assert _waited_for(lambda: _searchers(os.getpid()) not in ([], [searcher]))


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_each_of_its_threads_yields_to_those_who_read_articles(beside: httpx.Client) -> None:
    assert beside.get("/search?q=isis").status_code == 200
    [searcher] = _searchers(os.getpid())
    threads = [int(each.name) for each in Path(f"/proc/{searcher}/task").iterdir()]
    assert len(threads) > 1
    assert {os.getpriority(os.PRIO_PROCESS, each) for each in threads} == {
        min(os.getpriority(os.PRIO_PROCESS, 0) + NICENESS, 19)
    }


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("said", "megabytes", "workers", "expected"),
    [
        (None, 256, 1, False),
        (None, 512, 1, True),
        (None, 512, 2, False),
        (None, 1024, 2, True),
        (True, 256, 1, True),
        (False, 1024, 1, False),
    ],
)
def test_it_is_there_where_there_is_memory_for_it_unless_somebody_says(
    said: bool | None, megabytes: int, workers: int, expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_process, "memory_bytes", lambda: megabytes * 2**20)
    assert is_wanted(Settings(search_process=said, workers=workers)) == expected


HOSTILE = [
    " ".join(["the", "of", "isis", "de", "van", "coalition"] * 30)[:512],
    " ".join(f"{first}{second}*" for first in "abcdeinost" for second in "aeiou"),
    " ".join(
        f'"{first} {second}"' for first in ("the", "of", "in", "de") for second in ("the", "isis", "of")
    ),
    "".join(f"-{letter} " for letter in "abcdefghij") + "isis* the*",
]


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_a_flood_of_searches_is_answered_or_refused_and_stops_nobody_else(beside: httpx.Client) -> None:
    with ThreadPoolExecutor(60) as threads:
        flood = [
            threads.submit(
                beside.get, "/search", params={"q": HOSTILE[number % len(HOSTILE)], "limit": number}
            )
            for number in range(1, 61)
        ]
        read = 0
        while not all(each.done() for each in flood):
            assert beside.get(f"/articles/{OTTAWA}").status_code == 200
            read += 1
    answers = [each.result() for each in flood]
    assert read
    assert {each.status_code for each in answers} <= {200, 503}
    assert {each.json()["code"] for each in answers if each.status_code == 503} <= {"search-too-long"}
    assert beside.get("/search?q=isis").json()["items"]


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_it_ends_with_its_server(beside: httpx.Client, database_url: str) -> None:
    assert beside.get("/search?q=isis").status_code == 200
    before = set(_searchers(os.getpid()))
    with _with_search_process(database_url, 10):
        assert len(_searchers(os.getpid())) == len(before) + 1
    assert set(_searchers(os.getpid())) == before
