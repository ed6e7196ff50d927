"""Requests as bytes: httpx would normalise or refuse most of what a hostile client sends."""

import json
import socket
from dataclasses import dataclass
from http.client import HTTPResponse
from typing import Any

import httpx

from tests.contracts.description import PROBLEM

TIMEOUT_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


def ask(
    api: httpx.Client,
    target: bytes,
    *headers: bytes,
    method: bytes = b"GET",
    host: bytes = b"Host: dragoman.example",
    body: bytes = b"",
) -> Answer:
    """Sends one request on a connection of its own and holds the answer to HTTP and to the contract."""
    lines = [b"%s %s HTTP/1.1" % (method, target), host, *headers, b"Connection: close"]
    request = b"\r\n".join(line for line in lines if line) + b"\r\n\r\n" + body
    with socket.create_connection(
        (api.base_url.host, api.base_url.port or 80), TIMEOUT_SECONDS
    ) as connection:
        connection.sendall(request)
        response = HTTPResponse(connection, method=method.decode())
        response.begin()
        content = response.read()
        answer = Answer(response.status, {k.lower(): v for k, v in response.getheaders()}, content)
        response.close()
    _check(answer, method)
    return answer


def _check(answer: Answer, method: bytes) -> None:
    assert answer.status < 500
    if answer.status >= 400 and method != b"HEAD":
        assert answer.headers["content-type"] == PROBLEM
        assert answer.json()["status"] == answer.status
    elif answer.status == 200 and answer.headers["content-type"] == "application/json":
        answer.json()
