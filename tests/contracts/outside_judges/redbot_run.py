"""redbot as a library. Its command takes no header, and so sees no variant but the default."""

from configparser import ConfigParser, SectionProxy

import pytest
import thor
from redbot.resource import HttpResource
from redbot.resource.fetch import RedFetcher, RedHttpClient

from tests.contracts.outside_judges.notes import Complaints
from tests.contracts.outside_judges.requests import Asked

LONGEST_RUN_SECONDS = 120


def run_redbot(origin: str, questions: list[Asked], monkeypatch: pytest.MonkeyPatch) -> Complaints:
    loop = thor.loop.make()  # thor's own cannot be run a second time
    monkeypatch.setattr(RedFetcher, "client", RedHttpClient(loop))
    config = _config()
    resources = [HttpResource(config) for _ in questions]
    waiting = set(resources)

    def finish(done: HttpResource) -> None:
        waiting.discard(done)
        if not waiting:
            loop.stop()

    for asked, resource in zip(questions, resources, strict=True):
        headers = list(asked.headers.items())
        resource.set_request(origin + asked.address, asked.method, headers, asked.body)
        resource.on("check_done", lambda resource=resource: finish(resource))
        resource.check()
    loop.schedule(LONGEST_RUN_SECONDS, loop.stop)
    loop.run()
    assert not waiting
    return _complaints(questions, resources)


def _config() -> SectionProxy:
    parser = ConfigParser()
    parser.read_dict({"redbot": {"enable_local_access": "True"}})
    return parser["redbot"]


def _complaints(questions: list[Asked], resources: list[HttpResource]) -> Complaints:
    complaints = Complaints()
    for asked, resource in zip(questions, resources, strict=True):
        assert resource.response.complete, f"{asked}: {resource.fetch_error}"
        for fetched in (resource, *resource.subreqs.values()):
            complaints.hear(asked, fetched.response.status_code, fetched.response.notes)
    return complaints
