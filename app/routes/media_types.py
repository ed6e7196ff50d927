"""Which media type a client takes (RFC 9110 section 12.5.1)."""

from fastapi import Request
from werkzeug.datastructures import MIMEAccept
from werkzeug.http import parse_accept_header

from app.errors import NotAcceptable

JSON = "application/json"
MAX_HEADER_LENGTH = 4096


async def require_json(request: Request) -> None:
    """Raises NotAcceptable where ``Accept`` excludes JSON and ``?format=`` does not ask for it."""
    if "format" in request.query_params:
        return
    accepted = ", ".join(request.headers.getlist("accept"))
    if len(accepted) > MAX_HEADER_LENGTH:
        accepted = accepted[:MAX_HEADER_LENGTH].rpartition(",")[0]
    if not accepts(accepted, JSON):
        raise NotAcceptable(
            f"This address answers {JSON}, which the request's Accept header excludes.",
            extensions={"available_types": [JSON]},
        )


def accepts(header: str, media_type: str) -> bool:
    """An empty header takes everything."""
    ranges = parse_accept_header(header, MIMEAccept)
    return not ranges or ranges.quality(media_type) > 0
