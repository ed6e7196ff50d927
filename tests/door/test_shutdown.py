"""What an ending server does with its clients."""

import signal
import time
from contextlib import closing, suppress
from urllib.parse import urlsplit

import pytest

from app.settings import Settings
from tests.door.application import create_app
from tests.door.client import GET, Client
from tests.program import serving
from tests.server import Server, running_server


def test_who_asked_before_the_end_is_answered() -> None:
    with running_server(Settings(), create_app()) as server:
        client = Client(server)
        client.send(GET.replace(b"/hello", b"/slow"))
        time.sleep(0.2)
    with closing(client):
        assert client.answer().body == b"slow"
        assert client.is_closed()


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
@pytest.mark.parametrize("workers", [1, 2])
def test_sigterm_waits_for_nobody_who_has_not_asked(database_url: str, workers: int) -> None:
    with serving(database_url, workers=workers, started=1) as running:
        server = Server(urlsplit(running.address).port or 0, Settings())
        silent, half, waiting = _first_client(server), Client(server), Client(server)
        half.send(GET[:-2])
        waiting.send(GET.replace(b"/hello", b"/health/live"))
        assert waiting.answer().status == 200
        running.process.send_signal(signal.SIGTERM)
        running.process.wait(Settings().shutdown_timeout / 2)
        for client in (silent, half, waiting):
            with closing(client):
                assert client.is_closed()


def _first_client(server: Server) -> Client:
    """A worker says that it has started just before it listens."""
    for _ in range(100):
        with suppress(ConnectionRefusedError):
            return Client(server)
        time.sleep(0.05)
    raise AssertionError("nobody listens")
