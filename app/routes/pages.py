"""Pages of lists whose items have no key but their place, and that are read whole."""

import re
from collections.abc import Sequence

from fastapi import Request

from app.routes.cursors import invalid_cursor, read_cursor, write_cursor
from app.routes.negotiation import same_address
from app.routes.parameters import ExactListParameters

_PLACE = re.compile(r"[1-9][0-9]{0,8}", re.ASCII)


def page_of(
    request: Request, name: str, parameters: ExactListParameters, size: int, key: Sequence[str] = ()
) -> tuple[int, str | None]:
    """Where it begins, and the address of the next. ``key``: what else the list depends on."""
    start = 0
    if parameters.cursor:
        *other, place = read_cursor(name, parameters.cursor, len(key) + 1)
        if other != list(key) or not _PLACE.fullmatch(place):
            raise invalid_cursor()
        start = int(place)
    end = start + parameters.limit
    if end >= size:
        return start, None
    return start, same_address(request, cursor=write_cursor(name, *key, str(end)))
