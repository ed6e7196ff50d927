"""Which format an address answers in: ``?format=``, else ``Accept``."""

from collections.abc import Sequence

from fastapi import Request

from app.representations.media_types import MEDIA_TYPES
from app.routes.media_types import negotiate_media_type


def negotiate_format(request: Request, given: str | None, offered: Sequence[str]) -> str:
    """By its name. Raises NotAcceptable."""
    if given is not None:
        return given
    names = {essence(MEDIA_TYPES[name]): name for name in offered}
    return names[negotiate_media_type(request, tuple(names))]


def essence(media_type: str) -> str:
    """Without its charset (RFC 9110 section 8.3.1)."""
    return media_type.partition(";")[0]


def in_address(format_: str) -> str | None:
    """What ``?format=`` has to say for an address to be of exactly this format; the default needs nothing."""
    return None if format_ == "json" else format_
