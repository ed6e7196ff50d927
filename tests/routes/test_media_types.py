import pytest

from app.routes.media_types import JSON, choose_media_type


@pytest.mark.parametrize(
    "header",
    [
        "",
        JSON,
        "APPLICATION/JSON",
        "*/*",
        "application/*",
        "application/json;charset=utf-8",
        'application/json; charset="UTF-8"; q=0.5',
        "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "text/csv, application/json;q=0.001",
        "*/*;q=0, application/json",
        "application/*;q=0, application/json;q=0.1",
        'text/html;a="x,y;q=0", */*',
        "application/json;q=1.5",
        "garbage",
        "/",
        ",;,=",
        "application/json;q=none",
    ],
)
def test_json_is_accepted(header: str) -> None:
    assert choose_media_type(header, (JSON,)) == JSON


@pytest.mark.parametrize(
    "header",
    [
        "text/csv",
        "text/*",
        "application/json;q=0",
        "application/json;q=0.000, */*",
        "application/json;charset=utf-8;q=0, application/*",
        "application/*;q=0, */*",
        "*/*;q=0",
        "application/json;version=2",
        'text/html;a="application/json, */*"',
        "text/csv, garbage, */json",
    ],
)
def test_json_is_not_accepted(header: str) -> None:
    assert choose_media_type(header, (JSON,)) is None


def test_what_lies_beyond_the_limit_is_not_read() -> None:
    assert choose_media_type("text/csv," * 500 + JSON, (JSON,)) is None
