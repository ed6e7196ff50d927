"""Opaque cursors: where a page begins, by the sort key of the item before it."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as Base64Error
from datetime import UTC, datetime, timedelta

from app.errors import Fault, InvalidCursor
from app.queries.articles import Position
from app.texts.text import Text


def write_cursor(list_name: str, *key: str) -> str:
    return urlsafe_b64encode(json.dumps([list_name, *key]).encode()).rstrip(b"=").decode()


def read_cursor(list_name: str, cursor: str, parts: int) -> list[str]:
    """Raises InvalidCursor for anything that ``write_cursor`` did not write for this list."""
    try:
        padded = cursor.encode("ascii") + b"=" * (-len(cursor) % 4)
        key = json.loads(urlsafe_b64decode(padded))
    except (ValueError, Base64Error, RecursionError) as error:
        raise invalid_cursor() from error
    is_key = isinstance(key, list) and len(key) == parts + 1 and all(isinstance(part, str) for part in key)
    if not is_key or key[0] != list_name or write_cursor(*key) != cursor:
        raise invalid_cursor()
    if any(not part.isprintable() for part in key):
        raise invalid_cursor()
    return list(key[1:])


def write_position(position: Position) -> str:
    return write_cursor("articles", position[0].isoformat(), position[1])


def read_position(cursor: str) -> Position:
    listed_at, article_id = read_cursor("articles", cursor, 2)
    try:
        moment = datetime.fromisoformat(listed_at)
    except ValueError as error:
        raise invalid_cursor() from error
    if moment.utcoffset() != timedelta(0):
        raise invalid_cursor()
    return moment.astimezone(UTC), article_id


def invalid_cursor() -> InvalidCursor:
    return InvalidCursor(
        Text("Take the cursor from the page before."),
        faults=[Fault(Text("not a cursor of this list"), parameter="cursor")],
    )
