import pytest

from app.representations.coding import SMALLEST_CODED, Coding
from app.routes.encodings import choose_coding

LARGE = SMALLEST_CODED


@pytest.mark.parametrize(
    ("header", "coding"),
    [
        (None, "identity"),
        ("", "identity"),
        ("gzip, deflate, br, zstd", "zstd"),
        ("gzip, br", "br"),
        ("GZip", "gzip"),
        ("x-gzip", "gzip"),
        ("br;q=0.1, gzip;q=1", "gzip"),
        ("br;q=1.0, gzip;q=0.8, *;q=0.1", "br"),
        ("gzip;q=0", "identity"),
        ("notgzip", "identity"),
        ("*", "zstd"),
        ("zstd;q=0, *", "br"),
        ("*;q=0, identity", "identity"),
        ("gzip;q=0.5", "gzip"),
        ("identity, gzip;q=0.5", "identity"),
        ("identity;q=0.5, gzip;q=0.3", "identity"),
        ("identity;q=0, gzip", "gzip"),
        ("*;q=0", None),
        ("identity;q=0", None),
        ("identity;q=0, deflate", None),
        ("gzip;q=abc", "identity"),
        (",,;q=1,\x00", "identity"),
    ],
)
def test_the_heaviest_coding_is_taken_and_the_better_of_equals(header: str, coding: str | None) -> None:
    assert choose_coding(header, LARGE) == coding


@pytest.mark.parametrize(
    ("header", "coding"), [("gzip", "identity"), ("*", "identity"), ("gzip, identity;q=0", "gzip")]
)
def test_a_small_body_is_coded_only_for_who_refuses_it_otherwise(header: str, coding: str) -> None:
    assert choose_coding(header, LARGE - 1) == Coding(coding)
