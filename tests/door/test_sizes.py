"""How much of a header is read, however it comes."""

import pytest

from app.settings import Settings
from tests.door.client import GET
from tests.door.conftest import Connect, OpenDoor

HEADER = b"GET /hello HTTP/1.1\r\nHost: dragoman.example\r\n"
CHUNKED = b"POST /count HTTP/1.1\r\nHost: dragoman.example\r\nTransfer-Encoding: chunked\r\n\r\n"
BYTES = 4096


def header_of(size: int) -> bytes:
    return HEADER + b"Padding: " + b"a" * (size - len(HEADER) - 13) + b"\r\n\r\n"


def in_pieces(data: bytes, size: int) -> list[bytes]:
    return [data[start : start + size] for start in range(0, len(data), size)]


def test_a_field_of_64_kilobytes_beside_ordinary_ones_is_answered(
    open_door: OpenDoor, connect: Connect
) -> None:
    client = connect(open_door())
    ordinary = b"".join(b"Ordinary-Field-%d: with an ordinary value\r\n" % each for each in range(30))
    client.send(HEADER + ordinary + b"Accept-Language: " + b"nl," * 21_845 + b"\r\n\r\n")
    assert client.answer().status == 200


@pytest.mark.parametrize("pieces", [BYTES, 100])
def test_a_header_up_to_the_cap_is_answered_and_a_byte_more_is_not(
    open_door: OpenDoor, connect: Connect, pieces: int
) -> None:
    server = open_door(max_header_bytes=BYTES)
    client = connect(server)
    for _ in range(2):
        for piece in in_pieces(header_of(BYTES), pieces):
            client.send(piece)
        assert client.answer().status == 200
    for piece in in_pieces(header_of(BYTES + 1), pieces):
        client.send(piece)
    assert client.problem()["code"] == "request-header-fields-too-large"


@pytest.mark.parametrize(
    "beginning",
    [
        b"",
        b"GET /",
        b"GET /?q=",
        HEADER + b"Name",
        HEADER + b"Name: value",
        CHUNKED + b"5\r\nhello\r\n0\r\nTrailer: ",
        CHUNKED + b"5;extension=",
    ],
)
@pytest.mark.parametrize("pieces", [1000, 300_000])
def test_what_has_no_end_is_refused(
    open_door: OpenDoor, connect: Connect, beginning: bytes, pieces: int
) -> None:
    client = connect(open_door(max_header_bytes=BYTES))
    client.send(beginning)
    letter = b"a" if beginning else b"\r\n"
    client.send_until_refused(letter * pieces for _ in range(20_000_000 // pieces))
    assert client.problem()["status"] == 431


def test_a_header_of_20_mebibytes_is_refused(open_door: OpenDoor, connect: Connect) -> None:
    client = connect(open_door())
    client.send_until_refused(in_pieces(header_of(20 * 1024 * 1024), 65_536))
    assert client.problem()["status"] == 431


def test_as_many_fields_as_the_cap_are_answered_and_one_more_is_not(
    open_door: OpenDoor, connect: Connect
) -> None:
    most = Settings().max_header_fields
    client = connect(open_door())
    client.send(HEADER + b"a:b\r\n" * (most - 1) + b"\r\n")
    assert client.answer().status == 200
    client.send(HEADER + b"a:b\r\n" * most + b"\r\n")
    assert client.problem()["detail"] == f"This server takes up to {most} fields."


def test_50000_fields_are_refused(open_door: OpenDoor, connect: Connect) -> None:
    client = connect(open_door())
    client.send_until_refused(in_pieces(HEADER + b"a:b\r\n" * 50_000 + b"\r\n", 10_000), every=0.01)
    assert client.problem()["status"] == 431


def test_trailers_are_not_taken_for_fields_of_the_header(open_door: OpenDoor, connect: Connect) -> None:
    client = connect(open_door())
    client.send(CHUNKED + b"5\r\nhello\r\n0\r\nAuthorization: trailing\r\n\r\n" + GET)
    assert client.answer().json() == {"bytes": 5, "fields": ["host", "transfer-encoding"]}
    assert client.answer().body == b"/hello"


@pytest.mark.parametrize("pieces", [1000, 300_000])
def test_a_body_may_be_longer_than_a_header(open_door: OpenDoor, connect: Connect, pieces: int) -> None:
    client = connect(open_door(max_header_bytes=BYTES))
    client.send(b"POST /count HTTP/1.1\r\nHost: dragoman.example\r\nContent-Length: 1000000\r\n\r\n")
    for piece in in_pieces(b"a" * 1_000_000, pieces):
        client.send(piece)
    assert client.answer().json()["bytes"] == 1_000_000
