"""Responses with the headers that the contract promises."""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from urllib.parse import quote

from fastapi import Request, Response
from pydantic import BaseModel

from app.language.choosing import Choice
from app.language.tag import split_tag
from app.representations.addresses import with_query
from app.routes.media_types import JSON

NEGOTIATED = "Accept, Accept-Language, Accept-Encoding"
EXACT = "Accept, Accept-Encoding"
REVALIDATE = "no-cache"

Link = tuple[str, Mapping[str, str]]
"""An address and the link's parameters (RFC 8288)."""


def path_of(request: Request) -> str:
    """As the client has to write it. ``request.url`` would depend on its Host header, and on its query."""
    path = quote(request.scope["path"], safe="/!$&'()*+,:;=@~")
    return "/%2F" + path[2:] if path.startswith("//") else path


async def exact_address() -> None:
    """Marks the routes whose answer does not depend on Accept-Language."""


def vary(request: Request) -> str:
    """The same for all that an address answers, refusals included: they come before any dependency runs."""
    dependencies = getattr(request.scope.get("route"), "dependencies", ())
    is_exact = any(each.dependency is exact_address for each in dependencies)
    return EXACT if is_exact or "lang" in request.query_params else NEGOTIATED


def respond(
    request: Request,
    document: BaseModel,
    *,
    languages: Sequence[str],
    location: str | None = None,
    links: Iterable[Link] = (),
    choice: Choice | None = None,
) -> Response:
    """``languages`` are those of the document's text; ``location`` the exact address of the same bytes."""
    body = document.model_dump_json(exclude_unset=True).encode()
    content_language = ", ".join(languages)
    etag = _etag(content_language, body)
    headers = {
        "Content-Language": content_language,
        "Content-Location": location,
        "Vary": vary(request),
        "ETag": etag,
        "Cache-Control": REVALIDATE,
        "Link": link_header(links),
        "Language-Match": _language_match(choice) if choice else None,
    }
    given = {name: value for name, value in headers.items() if value}
    if _is_known(request, etag):
        return Response(status_code=304, headers=given)
    return Response(body, media_type=JSON, headers=given)


def redirect(request: Request, address: str) -> Response:
    """For good, with the query kept (RFC 9110 section 15.4.9)."""
    headers = {
        "Location": with_query(address, **request.query_params),
        "Vary": vary(request),
        "Cache-Control": REVALIDATE,
    }
    return Response(status_code=308, headers=headers)


def link_header(links: Iterable[Link]) -> str:
    return ", ".join(
        "; ".join([f"<{address}>", *(f'{name}="{value}"' for name, value in parameters.items())])
        for address, parameters in links
    )


def alternates(addresses: Mapping[str, str], negotiated: str) -> list[Link]:
    """Every language's address, and as ``x-default`` the one that chooses among them."""
    links = {**addresses, "x-default": negotiated}
    return [(address, {"rel": "alternate", "hreflang": language}) for language, address in links.items()]


def next_link(address: str | None) -> list[Link]:
    return [(address, {"rel": "next"})] if address else []


def _language_match(choice: Choice) -> str:
    if choice.range is None:
        return choice.match
    language_range = split_tag(choice.range) or choice.range
    return f'{choice.match};range="{language_range}"'


def _etag(content_language: str, body: bytes) -> str:
    """Two languages may have the same bytes, as a name does, but are not the same answer."""
    digest = sha256(content_language.encode() + b"\0" + body)
    return f'"{digest.hexdigest()[:32]}"'


def _is_known(request: Request, etag: str) -> bool:
    """If-None-Match compares weakly (RFC 9110 section 13.1.2). Our tags have no comma to be split at."""
    condition = ",".join(request.headers.getlist("if-none-match"))
    known = [tag.strip(" \t").removeprefix("W/") for tag in condition.split(",")]
    return etag in known or known == ["*"]
