from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing

import pytest

from app.settings import Settings
from tests.door.application import create_app
from tests.door.client import Client
from tests.server import Server, running_server

OpenDoor = Callable[..., Server]
Connect = Callable[[Server], Client]


@pytest.fixture
def open_door() -> Iterator[OpenDoor]:
    """A server with these settings."""
    with ExitStack() as stack:

        def open_it(**settings: float) -> Server:
            return stack.enter_context(running_server(Settings(**settings), create_app()))  # type: ignore[arg-type]  # checked by pydantic

        yield open_it


@pytest.fixture
def connect(open_door: OpenDoor) -> Iterator[Connect]:  # noqa: ARG001  # clients go before the server
    with ExitStack() as stack:
        yield lambda server: stack.enter_context(closing(Client(server)))
