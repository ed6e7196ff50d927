"""Responses with the headers that the contract promises."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Required, TypedDict, Unpack
from urllib.parse import quote

from fastapi import Request, Response
from pydantic import BaseModel

from app.language.choosing import Choice
from app.language.tag import split_tag
from app.representations.addresses import with_query
from app.representations.coding import Coding, encode, entity_tag
from app.representations.links import Link, link_header
from app.routes.encodings import negotiate_coding
from app.routes.lifetime import cache_control
from app.routes.media_types import JSON
from app.routes.preconditions import is_known

NEGOTIATED = "Accept, Accept-Language, Accept-Encoding"
EXACT = "Accept, Accept-Encoding"


def path_of(request: Request) -> str:
    """As the client has to write it. ``request.url`` would depend on its Host header, and on its query."""
    path = quote(request.scope["path"], safe="/!$&'()*+,:;=@~")
    return "/%2F" + path[2:] if path.startswith("//") else path


async def exact_address() -> None:
    """Marks the routes whose answer does not depend on Accept-Language."""


def vary(request: Request) -> str:
    return NEGOTIATED if heeds_accept_language(request) else EXACT


def heeds_accept_language(request: Request) -> bool:
    """The same for all that an address answers, refusals included: they come before any dependency runs."""
    dependencies = getattr(request.scope.get("route"), "dependencies", ())
    is_exact = any(each.dependency is exact_address for each in dependencies)
    return not is_exact and "lang" not in request.query_params


class Said(TypedDict, total=False):
    """What is said of an answer beside its bytes."""

    languages: Required[Sequence[str]]
    """Those of the text."""
    location: str
    """The exact address of the same bytes."""
    links: Iterable[Link]
    choice: Choice | None
    changes_at: datetime | None
    """When the answer becomes another one without anything being written."""
    lifetime: str
    """Cache-Control, where it is not the site's (see ``lifetime``)."""
    policy: str | None
    """What a page may load (Content-Security-Policy)."""


def respond(request: Request, document: BaseModel, **said: Unpack[Said]) -> Response:
    return respond_with(request, document.model_dump_json(exclude_unset=True).encode(), JSON, **said)


def respond_with(request: Request, body: bytes, media_type: str, **said: Unpack[Said]) -> Response:
    coding = negotiate_coding(request, len(body))
    encoded = encode(body, coding)
    content_language = ", ".join(said["languages"])
    etag = entity_tag(content_language, encoded)
    choice, changes_at = said.get("choice"), said.get("changes_at")
    request.state.changes_at = changes_at
    changes_in = changes_at - datetime.now(UTC) if changes_at else None
    headers = {
        "Content-Location": said.get("location"),
        "Vary": vary(request),
        "ETag": etag,
        "Cache-Control": said.get("lifetime") or cache_control(request.app.state.settings, changes_in),
        "Link": link_header(said.get("links", ())),
        "Language-Match": language_match(choice) if choice else None,
    }
    if is_known(request, etag):
        return Response(status_code=304, headers=_given(headers))
    of_content = {
        "Content-Type": media_type,
        "Content-Language": content_language,
        "Content-Encoding": None if coding is Coding.IDENTITY else coding.value,
        "Content-Security-Policy": said.get("policy"),
    }
    return Response(encoded, headers=_given({**of_content, **headers}))


def _given(headers: Mapping[str, str | None]) -> dict[str, str]:
    return {name: value for name, value in headers.items() if value}


def redirect(request: Request, address: str) -> Response:
    """For good, with the query kept (RFC 9110 section 15.4.9)."""
    headers = {
        "Location": with_query(address, **request.query_params),
        "Vary": vary(request),
        "Cache-Control": "no-cache",
    }
    return Response(status_code=308, headers=headers)


def language_match(choice: Choice) -> str:
    if choice.range is None:
        return choice.match
    language_range = split_tag(choice.range) or choice.range
    return f'{choice.match};range="{language_range}"'
