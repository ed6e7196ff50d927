"""Where things are."""

from urllib.parse import quote, urlencode


def article_address(article_id: str, language: str | None = None) -> str:
    """The negotiated address, or with a language the exact one."""
    address = f"/articles/{quote(article_id, safe='')}"
    return f"{address}/{language}" if language else address


def changes_address(article_id: str, language: str) -> str:
    """What has changed in the original since that version was made."""
    return f"{article_address(article_id, language)}/changes"


def person_address(person_id: str) -> str:
    return f"/people/{quote(person_id, safe='')}"


def place_address(place_id: str) -> str:
    return f"/places/{quote(place_id, safe='')}"


def problem_address(code: str) -> str:
    return f"/problems/{code}"


def finding_address(code: str) -> str:
    return f"/findings/{code}"


def with_query(address: str, **parameters: str | int | None) -> str:
    given = {name: value for name, value in parameters.items() if value is not None}
    return f"{address}?{urlencode(given, safe='*,;=')}" if given else address
