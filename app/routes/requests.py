"""What is refused of a request whatever its address."""

from fastapi import Request

from app.errors import BadRequest, ContentTooLarge, NotFound, UnsupportedMediaType
from app.texts.text import Text


async def refuse_second_names(request: Request) -> None:
    """``%2F`` is not the separator (RFC 3986 section 2.2), but routes are found by the decoded path.

    And their patterns take a line feed at the end for the end.
    """
    if b"%2f" in request.scope.get("raw_path", b"").lower() or "\n" in request.scope["path"]:
        raise NotFound(Text("No resource has this address. / lists those there are."))


async def refuse_large_body(request: Request) -> None:
    """By what the client announces; a body that is not announced is never read."""
    limit = request.app.state.settings.max_request_body
    length = request.headers.get("content-length", "0")
    if not length.isdecimal() or len(length) > len(str(limit)) or int(length) > limit:
        raise ContentTooLarge(
            Text("This server takes up to {limit} bytes.", {"limit": limit}), headers={"Connection": "close"}
        )


async def refuse_content(request: Request) -> None:
    """No address takes any. What does not say what it is, is passed over."""
    headers = request.headers
    if not headers.get("content-length", "0").strip("0") and "transfer-encoding" not in headers:
        return
    if "content-encoding" in headers:
        raise UnsupportedMediaType(
            Text("This address takes no content, coded or not."),
            headers={"Accept-Encoding": "identity", "Connection": "close"},
        )
    if "content-type" in headers:
        raise UnsupportedMediaType(
            Text("This address takes no content, of whatever type."), headers={"Connection": "close"}
        )


async def refuse_unclear_host(request: Request) -> None:
    """RFC 9112 section 3.2. No answer depends on the host, but a cache before this server may."""
    if request.scope["http_version"] == "1.1" and len(request.headers.getlist("host")) != 1:
        raise BadRequest(Text("The request has no Host, or more than one."))


REFUSALS = (refuse_unclear_host, refuse_second_names, refuse_large_body, refuse_content)
