import pytest

from app.representations.formats import FORMATS
from tests.representations.documents import article


def test_the_server_prefers_json() -> None:
    assert next(iter(FORMATS)) == "json"


@pytest.mark.parametrize(
    ("name", "media_type", "beginning"),
    [
        ("json", "application/json", '{"id":"quay",'),
        ("html", "text/html; charset=utf-8", "<!doctype html>"),
        ("jsonld", "application/ld+json", '{"@context": "https://schema.org",'),
        ("md", "text/markdown; charset=utf-8", "# The quay is open\n"),
        ("text", "text/plain; charset=utf-8", "The quay is open\n"),
    ],
)
def test_a_format_says_its_media_type_and_writes_it(name: str, media_type: str, beginning: str) -> None:
    assert FORMATS[name].name == name
    assert FORMATS[name].media_type == media_type
    assert FORMATS[name].render(article()).startswith(beginning)


def test_these_are_all_formats() -> None:
    assert list(FORMATS) == ["json", "html", "jsonld", "md", "text"]
