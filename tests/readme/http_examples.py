"""Replays the ``http`` blocks of README.md against a running server, word for word.

A block that begins with a method is a request, sent as it stands; the block after it is the answer.
Its header fields must be there exactly so, its JSON must be the body as ``json.dumps(indent=2)``
prints it; ``...`` stands for anything.
"""

import json
import re
from collections.abc import Iterable, Iterator

import httpx
from sybil import Document, Example, Region
from sybil.parsers.markdown import CodeBlockParser


class HttpExamples:
    """A Sybil parser: pairs of request and answer."""

    def __init__(self) -> None:
        self._blocks = CodeBlockParser(language="http", evaluator=_nothing)

    def __call__(self, document: Document) -> Iterator[Region]:
        blocks = iter(list(self._blocks(document)))
        for request, answer in zip(blocks, blocks, strict=True):
            yield Region(request.start, answer.end, (request.parsed, answer.parsed), _replay)


def _nothing(_example: Example) -> None:
    return None


def _replay(example: Example) -> str | None:
    request, answer = example.parsed
    response = _send(example.namespace["readme_client"], request)
    status, fields, body = _parts(answer)
    wrong = list(_differences(response, status, fields, body))
    return "\n".join(wrong) or None


def _send(client: httpx.Client, text: str) -> httpx.Response:
    line, fields, _ = _parts(text)
    method, target, _ = line.split(" ")
    return client.request(method, target, headers=dict(fields))


def _parts(text: str) -> tuple[str, list[tuple[str, str]], str]:
    head, _, body = text.strip("\n").partition("\n\n")
    first, *lines = head.split("\n")
    fields = [tuple(line.split(": ", 1)) for line in lines]
    return first, [(name, value) for name, value in fields], body


def _differences(
    response: httpx.Response, status: str, fields: Iterable[tuple[str, str]], body: str
) -> Iterator[str]:
    if f"HTTP/1.1 {response.status_code} {response.reason_phrase}" != status:
        yield f"status: {response.status_code} {response.reason_phrase}, not {status}"
    for name, value in fields:
        if not _matches(value, response.headers.get(name, "")):
            yield f"{name}: {response.headers.get(name)}, not {value}"
    printed = _printed(response)
    if not _matches(body.rstrip("\n"), printed):
        yield f"the body is:\n{printed}"


def _printed(response: httpx.Response) -> str:
    if not response.content:
        return ""
    if "json" not in response.headers["content-type"]:
        return response.text.rstrip("\n")
    return json.dumps(response.json(), indent=2, ensure_ascii=False)


def _matches(expected: str, actual: str) -> bool:
    pattern = ".*".join(re.escape(part) for part in expected.split("..."))
    return re.fullmatch(pattern, actual, re.DOTALL) is not None
