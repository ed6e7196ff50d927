"""Who is cut for being slow, and who is not."""

import itertools
import time

import pytest

from tests.door.application import LARGE
from tests.door.client import GET
from tests.door.conftest import Connect, OpenDoor

SHORT = {
    "header_timeout": 0.3,
    "body_timeout": 0.3,
    "send_timeout": 0.3,
    "keep_alive_timeout": 0.3,
    "minimum_rate": 10_000,
}
HALF_HEADER = GET[:-2]
ANNOUNCED = b"POST /count HTTP/1.1\r\nHost: dragoman.example\r\nContent-Length: 1000000\r\n\r\n"
CHUNKED = b"POST /count HTTP/1.1\r\nHost: dragoman.example\r\nTransfer-Encoding: chunked\r\n\r\n"


def test_who_says_nothing_is_cut_without_a_word(open_door: OpenDoor, connect: Connect) -> None:
    assert connect(open_door(**SHORT)).is_closed()


def test_who_says_nothing_more_is_cut_without_a_word(open_door: OpenDoor, connect: Connect) -> None:
    client = connect(open_door(**SHORT))
    client.send(GET)
    assert client.answer().status == 200
    assert client.is_closed()


@pytest.mark.parametrize(
    "part", [b"G", b"\r\n", HALF_HEADER, ANNOUNCED, ANNOUNCED + b"half", CHUNKED, CHUNKED + b"5\r\nhel"]
)
@pytest.mark.parametrize("before", [b"", GET])
def test_who_stops_in_the_middle_is_told_so(
    open_door: OpenDoor, connect: Connect, part: bytes, before: bytes
) -> None:
    client = connect(open_door(**SHORT))
    if before:
        client.send(before)
        assert client.answer().status == 200
    client.send(part)
    assert client.problem()["code"] == "request-timeout"


@pytest.mark.parametrize(
    ("beginning", "crumb"),
    [
        (b"GET /", b"a"),
        (b"", b"\r\n"),
        (HALF_HEADER, b"a: b\r\n"),
        (ANNOUNCED, b"a"),
        (CHUNKED, b"1\r\na\r\n"),
        (CHUNKED + b"0\r\n", b"a: b\r\n"),
    ],
)
def test_a_trickle_does_not_hold_a_connection(
    open_door: OpenDoor, connect: Connect, beginning: bytes, crumb: bytes
) -> None:
    client = connect(open_door(**SHORT))
    client.send(beginning)
    client.send_until_refused(itertools.repeat(crumb, 200), every=0.05)
    assert client.problem()["code"] == "request-timeout"


def test_a_slow_upload_passes(open_door: OpenDoor, connect: Connect) -> None:
    client = connect(open_door(**SHORT))
    client.send(ANNOUNCED)
    for _ in range(20):
        client.send(b"a" * 50_000)
        time.sleep(0.1)
    assert client.answer().json()["bytes"] == 1_000_000


def test_a_slow_answer_passes_and_so_does_what_was_asked_meanwhile(
    open_door: OpenDoor, connect: Connect
) -> None:
    client = connect(open_door(**SHORT))
    client.send(GET.replace(b"/hello", b"/slow") + HALF_HEADER)
    time.sleep(0.1)
    client.send(b"Another: field\r\n")
    assert client.answer().body == b"slow"
    client.send(b"\r\n")
    assert client.answer().body == b"/hello"


def test_a_body_that_nobody_waits_for_earns_no_time(open_door: OpenDoor, connect: Connect) -> None:
    client = connect(open_door(**SHORT))
    client.send(CHUNKED.replace(b"/count", b"/hello"))
    assert client.answer().status == 200
    client.send_until_refused(itertools.repeat(b"2710\r\n" + b"a" * 10_000 + b"\r\n", 100), every=0.05)
    assert client.is_closed()


def test_who_does_not_read_the_answer_is_cut(open_door: OpenDoor, connect: Connect) -> None:
    client = connect(open_door(**SHORT))
    client.send(GET.replace(b"/hello", b"/large"))
    time.sleep(1.5)
    assert 0 < client.read_to_the_end() < LARGE


def test_who_reads_the_answer_slowly_gets_all_of_it(open_door: OpenDoor, connect: Connect) -> None:
    client = connect(open_door(**SHORT))
    client.send(GET.replace(b"/hello", b"/large"))
    pieces = []
    for _ in range(32):
        time.sleep(0.04)
        pieces.append(client.read(LARGE // 32))
    assert b"".join(pieces).startswith(b"HTTP/1.1 200 OK\r\n")
    assert len(client.read(1)) == 1
