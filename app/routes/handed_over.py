"""How a server process and its search process talk: numbered requests one way, their answers the other.

Before them, the settings, and that it is ready.
"""

import asyncio
import pickle
from collections.abc import AsyncIterator
from struct import Struct
from typing import Any, NamedTuple

from starlette.types import Message, Scope

READY = "ready"
_SIZE = Struct(">I")
_SAID = (
    "type", "asgi", "http_version", "method", "scheme", "path", "raw_path", "query_string", "root_path",
    "headers", "client", "server",
)  # fmt: skip
"""What of a scope says what is asked for; the rest belongs to the process that has it."""


class HandedOver(NamedTuple):
    """``scope`` of ASGI."""

    number: int
    scope: Scope

    @classmethod
    def of(cls, number: int, scope: Scope) -> "HandedOver":
        return cls(number, {name: scope[name] for name in _SAID if name in scope})


class HandedBack(NamedTuple):
    """``messages`` of ASGI, and what the routes have left in the scope's ``state``."""

    number: int
    messages: list[Message]
    state: dict[str, Any]


def send(writer: asyncio.StreamWriter, what: object) -> None:
    """Pickled: at both ends is this program."""
    data = pickle.dumps(what)
    writer.write(_SIZE.pack(len(data)) + data)


async def receive(reader: asyncio.StreamReader) -> AsyncIterator[Any]:
    """Until the other one has ended."""
    while True:
        try:
            (size,) = _SIZE.unpack(await reader.readexactly(_SIZE.size))
            data = await reader.readexactly(size)
        except (asyncio.IncompleteReadError, ConnectionError):
            return
        yield pickle.loads(data)  # noqa: S301  # from this program alone
