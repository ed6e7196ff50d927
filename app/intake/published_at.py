"""When something was published: a day, or an instant with its offset (RFC 3339)."""

import re
from datetime import UTC, date, datetime, time

from app.texts.text import Text

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_INSTANT = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d(\.\d{1,6})?)?([Zz]|[+-]\d\d:\d\d)", re.ASCII)
_NEITHER = Text("neither a day (2018-12-06) nor an instant (2018-12-06T10:00:00+01:00)")


def parse_published_at(given: object) -> str:
    """A day stays a day, an instant keeps its offset. Raises ValueError."""
    if isinstance(given, str):
        given = _parse(given)
    if isinstance(given, datetime):
        if given.tzinfo is None:
            raise ValueError(
                Text("an instant needs its offset, as in 2018-12-06T10:00:00+01:00; or give the day")
            )
        _to_utc(given)
        return given.isoformat().replace("+00:00", "Z")
    if isinstance(given, date):
        return given.isoformat()
    raise ValueError(_NEITHER)


def moment_of(published_at: str) -> datetime:
    """The instant to sort and compare by; a day counts from its beginning in UTC. Raises ValueError."""
    moment = _parse(published_at)
    if isinstance(moment, datetime):
        return _to_utc(moment)
    return datetime.combine(moment, time.min, UTC)


def _parse(text: str) -> date | datetime:
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
        if _INSTANT.fullmatch(text):
            return datetime.fromisoformat(text.upper())
    except ValueError as error:
        raise ValueError(Text("there is no such moment")) from error
    raise ValueError(_NEITHER)


def _to_utc(moment: datetime) -> datetime:
    try:
        return moment.astimezone(UTC)
    except OverflowError as error:
        raise ValueError(Text("out of the calendar's range")) from error
