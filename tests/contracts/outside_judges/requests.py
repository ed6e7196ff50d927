"""What the judges of HTTP ask: each address that answers, in each way that changes the answer."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.conftest import OTTAWA
from tests.contracts.test_every_route import ADDRESSES

DOCUMENTATION = ("/docs", "/docs/start.js", "/docs/assets/swagger-ui.css", "/openapi.json")
ELSEWHERE = (
    "/nothing",
    f"/articles/{OTTAWA}/NL",
    f"/articles/{OTTAWA}/tlh",
    "/articles/%00",
    "/articles?unknown=x",
)

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
PREFERENCES: tuple[dict[str, str], ...] = (
    {},
    *({"Accept-Language": languages} for languages in ("fr", "ar, nl;q=0.5", "tlh", "*;q=0")),
    *({"Accept": types} for types in (BROWSER, "text/markdown", "application/ld+json", "text/csv")),
    *({"Accept-Encoding": codings} for codings in ("gzip", "br", "zstd", "*;q=0")),
)


@dataclass(frozen=True, slots=True)
class Asked:
    address: str
    method: str = "GET"
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


UNREADABLE = (
    Asked("/", headers={"X-Long": "x" * 100_000}),
    Asked("/", headers={"Content-Type": "application/json"}, body=b"{}"),
    Asked("/", headers={"Content-Encoding": "br"}, body=b"{}"),
    Asked("/", headers={"Content-Length": "2000000"}, body=b"x" * 2_000_000),
)


def negotiated() -> Iterator[Asked]:
    for address in (*ADDRESSES, *DOCUMENTATION, *ELSEWHERE):
        for headers in PREFERENCES:
            yield Asked(address, headers=headers)
    yield from UNREADABLE


def conditional(address: str, etag: str) -> Iterator[Asked]:
    yield Asked(address, headers={"If-None-Match": etag})
    yield Asked(address, "HEAD", {"If-None-Match": etag})
    yield Asked(address, headers={"If-Match": '"other"'})


def refused(address: str) -> Iterator[Asked]:
    """And what is neither read nor refused: OPTIONS, HEAD, a range."""
    and_more = "&" if "?" in address else "?"
    for query in ("unknown=x", "fallback=none&lang=tlh", "lang=$$", "limit=0", "cursor=x", "format=x"):
        yield Asked(address + and_more + query)
    for method in ("HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"):
        yield Asked(address, method)
    yield Asked(address, headers={"Range": "bytes=0-9"})
