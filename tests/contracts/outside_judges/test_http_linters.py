"""httplint reads real answers; redbot asks by itself, again and again: coded, known, in part.

Neither sees the language axis; ``test_every_route`` does.
"""

import itertools
from collections.abc import Iterator

import httpx
import pytest
from httplint import HttpRequestLinter, HttpResponseLinter

from tests.contracts.outside_judges.notes import ACCEPTED, Complaints
from tests.contracts.outside_judges.redbot_run import run_redbot
from tests.contracts.outside_judges.requests import Asked, conditional, negotiated, refused


@pytest.fixture
def reader(api: httpx.Client) -> Iterator[httpx.Client]:
    """Unlike ``api``, it leaves the content coded."""
    with httpx.Client(base_url=api.base_url, trust_env=False, headers={"Accept-Encoding": ""}) as client:
        yield client


def _lint(client: httpx.Client, asked: Asked, complaints: Complaints) -> httpx.Response:
    with client.stream(
        asked.method, asked.address, headers=asked.headers, content=asked.body or None
    ) as answer:
        request = HttpRequestLinter()
        version = answer.extensions["http_version"]
        request.process_request_topline(asked.method.encode(), str(answer.request.url).encode(), version)
        request.process_headers(answer.request.headers.raw)
        response = HttpResponseLinter()
        response.request = request
        response.is_head_response = asked.method == "HEAD"
        response.base_uri = str(answer.request.url)
        phrase = answer.extensions["reason_phrase"]
        response.process_response_topline(version, str(answer.status_code).encode(), phrase)
        response.process_headers(answer.headers.raw)
        for chunk in answer.iter_raw():
            response.feed_content(chunk)
        response.finish_content(complete=True)
    complaints.hear(asked, answer.status_code, response.notes)
    return answer


def test_httplint_complains_of_nothing_but_what_is_accepted(reader: httpx.Client) -> None:
    complaints = Complaints()
    statuses = set()
    for address, questions in itertools.groupby(negotiated(), key=lambda asked: asked.address):
        for asked in questions:
            answer = _lint(reader, asked, complaints)
            statuses.add(answer.status_code)
            for again in conditional(address, answer.headers.get("etag", '""')):
                headers = {**asked.headers, **again.headers}
                known = _lint(reader, Asked(address, again.method, headers, asked.body), complaints)
                statuses.add(known.status_code)
        statuses |= {_lint(reader, asked, complaints).status_code for asked in refused(address)}
    assert not complaints.unaccepted(), complaints.unaccepted()
    assert complaints.about() == ACCEPTED.keys()
    assert statuses >= {200, 204, 206, 304, 308, 400, 404, 405, 406, 412, 413, 415, 422, 431}


def test_redbot_complains_of_nothing_but_what_is_accepted(
    api: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    complaints = run_redbot(str(api.base_url).rstrip("/"), list(negotiated()), monkeypatch)
    assert not complaints.unaccepted(), complaints.unaccepted()
    assert complaints.about() == ACCEPTED.keys()
