"""What HTTP allows beyond one request and its answer."""

import pytest

from app.door import MAX_PIPELINED
from tests.door.client import GET
from tests.door.conftest import Connect, OpenDoor

POST = b"POST /count HTTP/1.1\r\nHost: dragoman.example\r\nContent-Length: 5\r\n"


def test_a_connection_serves_one_request_after_the_other(open_door: OpenDoor, connect: Connect) -> None:
    client = connect(open_door())
    for number in range(100):
        client.send(GET.replace(b"/hello", b"/%d" % number))
        assert client.answer().body == b"/%d" % number


def test_requests_sent_together_are_answered_in_turn(open_door: OpenDoor, connect: Connect) -> None:
    client = connect(open_door())
    addresses = [b"/slow", *(b"/%d" % number for number in range(MAX_PIPELINED))]
    client.send(b"".join(GET.replace(b"/hello", address) for address in addresses))
    assert client.answer().body == b"slow"
    assert [client.answer().body for _ in addresses[1:]] == addresses[1:]


def test_no_more_requests_wait_for_their_turn_than_can_be_kept(open_door: OpenDoor, connect: Connect) -> None:
    client = connect(open_door())
    client.send(GET.replace(b"/hello", b"/slow") + GET * 10_000)
    assert client.answer().body == b"slow"
    assert {client.answer().body for _ in range(MAX_PIPELINED)} == {b"/hello"}
    assert client.is_closed()


def test_http_1_0_gets_one_answer(open_door: OpenDoor, connect: Connect) -> None:
    client = connect(open_door())
    client.send(b"GET /hello HTTP/1.0\r\n\r\n")
    assert client.answer().body == b"/hello"
    assert client.is_closed()


def test_who_expects_it_is_told_to_continue(open_door: OpenDoor, connect: Connect) -> None:
    client = connect(open_door())
    client.send(POST + b"Expect: 100-continue\r\n\r\n")
    assert client.answer().status == 100
    client.send(b"hello")
    assert client.answer().json()["bytes"] == 5


@pytest.mark.parametrize("protocol", [b"h2c", b"websocket", b"unheard-of"])
def test_an_upgrade_is_declined_by_an_ordinary_answer(
    open_door: OpenDoor, connect: Connect, protocol: bytes
) -> None:
    client = connect(open_door())
    for _ in range(2):
        client.send(GET[:-2] + b"Connection: Upgrade\r\nUpgrade: " + protocol + b"\r\n\r\n")
        assert client.answer().body == b"/hello"


def test_the_body_of_a_declined_upgrade_is_not_taken_for_a_request(
    open_door: OpenDoor, connect: Connect
) -> None:
    client = connect(open_door())
    slow = POST.replace(b"/count", b"/slow").replace(b" 5", b" %d" % len(GET))
    client.send(slow + b"Connection: Upgrade\r\nUpgrade: h2c\r\n\r\n")
    client.send(GET)
    assert client.answer().body == b"slow"
    assert client.is_closed()


@pytest.mark.parametrize(
    "data",
    [
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"HELO mail.example\r\n",
        b"GET /hello HTTP/9.9\r\n\r\n",
        b"GET /hell\xc3\xb6 HTTP/1.1\r\n\r\n",
        b"GET /hello HTTP/1.1\r\nNo colon\r\n\r\n",
        b"GET /hello HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
        b"CONNECT dragoman.example:443 HTTP/1.1\r\nHost: dragoman.example\r\n\r\n",
        POST + b"Transfer-Encoding: chunked\r\n\r\n",
        POST.replace(b"Content-Length: 5", b"Transfer-Encoding: chunked") + b"\r\nno number\r\n",
    ],
)
def test_what_is_not_http_is_a_bad_request(open_door: OpenDoor, connect: Connect, data: bytes) -> None:
    client = connect(open_door())
    client.send(data)
    assert client.problem()["code"] == "bad-request"


def test_what_was_asked_before_something_unreadable_is_answered_first(
    open_door: OpenDoor, connect: Connect
) -> None:
    client = connect(open_door())
    client.send(GET.replace(b"/hello", b"/slow") + GET + b"no HTTP\r\n\r\n")
    assert client.answer().body == b"slow"
    assert client.answer().body == b"/hello"
    assert client.is_closed()
