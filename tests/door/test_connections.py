"""How many clients there may be at once."""

import socket

from tests.door.client import GET
from tests.door.conftest import Connect, OpenDoor

SLOW = GET.replace(b"/hello", b"/slow")


def test_over_the_cap_a_client_is_told_when_to_try_again(open_door: OpenDoor, connect: Connect) -> None:
    server = open_door(max_connections=2)
    for _ in range(2):
        connect(server).send(SLOW)
    client = connect(server)
    client.send(GET)
    answer = client.answer()
    assert (answer.status, answer.headers["retry-after"]) == (503, "1")
    assert answer.json()["code"] == "server-busy"


def test_who_is_turned_away_without_having_asked_is_told_the_same(
    open_door: OpenDoor, connect: Connect
) -> None:
    server = open_door(max_connections=1)
    connect(server)
    assert connect(server).problem()["code"] == "server-busy"


def test_a_client_that_goes_leaves_its_place_to_the_next(open_door: OpenDoor, connect: Connect) -> None:
    server = open_door(max_connections=1)
    for _ in range(3):
        first = connect(server)
        first.send(GET)
        assert first.answer().status == 200
        first.send(GET[:10])
        assert connect(server).problem()["code"] == "server-busy"
        first.close()
        wait_until_open(server.port)


def wait_until_open(port: int) -> None:
    """Until the server has seen that a client went: an own connection that is not turned away."""
    for _ in range(1000):
        with socket.create_connection(("127.0.0.1", port), 10) as probe:
            probe.sendall(GET.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"))
            if probe.recv(12) == b"HTTP/1.1 200":
                return
    raise AssertionError("no connection became free")


def test_who_waits_between_two_requests_makes_room(open_door: OpenDoor, connect: Connect) -> None:
    server = open_door(max_connections=2, header_timeout=0.4, keep_alive_timeout=60)
    waiting, busy = connect(server), connect(server)
    waiting.send(GET)
    assert waiting.answer().status == 200
    busy.send(SLOW)
    assert busy.answer().status == 200  # and since then there was a sweep
    busy.send(SLOW)
    newcomer = connect(server)
    newcomer.send(GET)
    assert newcomer.answer().status == 200
    assert waiting.is_closed()
    assert busy.answer().status == 200


def test_after_a_flood_of_silent_clients_the_next_are_answered(open_door: OpenDoor, connect: Connect) -> None:
    server = open_door(max_connections=20, header_timeout=2)
    silent = [connect(server) for _ in range(200)]
    refused = [client for client in silent if client.is_told("server-busy")]
    admitted = [client for client in silent if client not in refused]
    assert len(admitted) >= 20  # more where the first were cut before the last of the flood came
    assert refused
    assert all(client.is_closed() for client in admitted)
    for _ in range(20):
        client = connect(server)
        client.send(GET)
        assert client.answer().status == 200
