"""What 64 KB of a header cost the whole server beside a short one of the same pieces, and what is answered.

No two requests send the same bytes, so nothing that is remembered helps. The routes are measured alone, too,
for what the fast lane leaves to them. Exit code 1: an answer was not well formed.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from itertools import pairwise
from pathlib import Path

from benchmarks.dragoman import LIST, NEGOTIATED, dragoman_server, routes_server, sqlite_url
from benchmarks.filling import filled
from benchmarks.negotiation import HOSTILE_PIECES, HOSTILE_TAGS
from benchmarks.processor import cores, own_cpu_seconds, pinned_to
from benchmarks.server import HOST, REPOSITORY, SECONDS_TO_START, Server
from benchmarks.telling import say

SIZE = 65_536
SHORT = 48
"""Room for a few whole pieces, so that the same is answered as to the large one."""
FIELDS = 90
ARTICLES = 1_000
ADDRESSES = (NEGOTIATED % 1, LIST, "/nothing-here")

PIECES: Mapping[str, Sequence[str]] = {
    "Accept-Language": (
        *HOSTILE_PIECES.values(),
        *(pattern.format("abcd") + "," for pattern in HOSTILE_TAGS.values()),
        "{n}-{n},",
        "aa;q=0.5,",
    ),
    "Accept": (
        ",",
        "a/b,",
        "text/html;q=0.1,",
        '"',
        'a/b;c="\\",',
        ";",
        "a/b;c=d;",
        "application/json;",
        "*/*,",
    ),
    "Accept-Encoding": (",", "gzip,", "gzip;q=0.5,", "x{n},", '"', ";", "*;q=0,"),
    "If-None-Match": (",", '"a",', 'W/"a",', '"', "W/", '"{n}",', "a"),
    "Cookie": ("a=b; ", ";", "="),
    "X-Anything": ("a", ",", '"'),
    "Range": ("bytes=0-1,", "0-,"),
    "If-Modified-Since": ("Thu, 06 Dec 2018 10:00:00 GMT ", "a"),
    "Host": ("a", "a."),
    "X-Forwarded-For": ("127.0.0.1, ",),
}
"""Repeated until the header is full; ``{n}`` is another number each time."""

Header = Sequence[tuple[str, str]]
Make = Callable[[int, int], Header]
"""The header of a request of that number, with a value of about that size."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Microseconds of CPU that 64 KB cost more than a short header."""

    header: str
    shape: str
    path: str
    more: float
    more_of_routes: float
    statuses: frozenset[int]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.large_headers", description=__doc__)
    parser.add_argument("--requests", type=int, default=50, help="of each shape (50)")
    options = parser.parse_args(arguments)
    server_core, load_core = cores()
    with tempfile.TemporaryDirectory(prefix="dragoman-benchmark-") as name:
        folder = Path(name)
        url = sqlite_url(filled(folder, ARTICLES, inbox=[REPOSITORY / "data"], tell=say))
        with (
            dragoman_server(url, folder, server_core) as server,
            routes_server(url, folder, server_core) as routes,
            pinned_to(load_core),
        ):
            try:
                print(table(list(costs(server, routes, options.requests))))
            except (OSError, HTTPException) as error:
                print(f"an answer is not well formed: {error!r}", file=sys.stderr)
                return 1
    return 0


def table(measured: Sequence[Cost]) -> str:
    """In Markdown: of each header at each address the shape that costs most."""
    lines = [
        "| 64 KB of | worst shape | at | status | CPU µs more | of the routes alone |",
        "|---|---|---|---|--:|--:|",
    ]
    worst: dict[tuple[str, str], Cost] = {}
    for each in measured:
        key = (each.header, each.path)
        if key not in worst or each.more > worst[key].more:
            worst[key] = each
    for each in worst.values():
        statuses = ", ".join(map(str, sorted(each.statuses)))
        figures = f"{each.more:,.0f} | {each.more_of_routes:,.0f}"
        lines.append(f"| {each.header} | `{each.shape}` | `{each.path}` | {statuses} | {figures} |")
    return "\n".join(lines)


def costs(server: Server, routes: Server, requests: int) -> Iterator[Cost]:
    """Raises HTTPException or OSError for what is no HTTP response."""
    for path in ADDRESSES:
        for header, shapes in shapes_of_headers().items():
            say(f"{header} at {path}")
            for shape, make in shapes.items():
                more, statuses = _more(server, path, make, requests)
                more_of_routes, _ = _more(routes, path, make, requests)
                yield Cost(header, shape, path, more, more_of_routes, statuses)


def _more(server: Server, path: str, make: Make, requests: int) -> tuple[float, frozenset[int]]:
    """The statuses are those of the short and of the large one."""
    short, status = _cost(server, path, make, SHORT, requests)
    large, statuses = _cost(server, path, make, SIZE, requests)
    return large - short, frozenset(status | statuses)


def shapes_of_headers() -> dict[str, dict[str, Make]]:
    """By header and shape."""
    shapes = {name: {piece: _repeating(name, piece) for piece in pieces} for name, pieces in PIECES.items()}
    return {**shapes, f"{FIELDS} fields": {"X-{n}: a": _fields, "Accept-Language: aa-{n}": _languages}}


def _repeating(name: str, piece: str) -> Make:
    def make(number: int, size: int) -> Header:
        if "{n}" not in piece:
            return [(name, f"{number:06}{piece * max(1, size // len(piece))}")]
        pieces = max(1, size // len(piece.format(n="0000")))
        return [(name, "".join(piece.format(n=f"{number + each:04x}") for each in range(pieces)))]

    return make


def _fields(number: int, size: int) -> Header:
    return [(f"X-{number + each}", "a" * (size // FIELDS)) for each in range(FIELDS)]


def _languages(number: int, size: int) -> Header:
    pieces = size // FIELDS // 8 + 1
    return [("Accept-Language", f"aa-{number + each:04}," * pieces) for each in range(FIELDS)]


def _cost(server: Server, path: str, make: Make, size: int, requests: int) -> tuple[float, set[int]]:
    """Microseconds of CPU a request, the cheapest, and the statuses of the answers."""
    (process,) = server.processes
    statuses = set()
    clock = [own_cpu_seconds(process)]
    connection = HTTPConnection(HOST, server.port, timeout=SECONDS_TO_START)
    try:
        for number in range(requests):
            statuses.add(_ask(connection, path, make(number, size)))
            clock.append(own_cpu_seconds(process))
    finally:
        connection.close()
    return min(after - before for before, after in pairwise(clock)) * 1e6, statuses


def _ask(connection: HTTPConnection, path: str, header: Header) -> int:
    has_host = any(name == "Host" for name, _ in header)
    connection.putrequest("GET", path, skip_host=has_host, skip_accept_encoding=True)
    for name, value in header:
        connection.putheader(name, value)
    connection.endheaders()
    response = connection.getresponse()
    response.read()
    return response.status


if __name__ == "__main__":
    sys.exit(main())
