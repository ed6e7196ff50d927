"""The servers that need no program from outside, for real."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from benchmarks import datasette, varnish
from benchmarks.constant import constant_server
from benchmarks.dragoman import EXACT, LIST, NEGOTIATED, dragoman_server, sqlite_url
from benchmarks.filling import filled
from benchmarks.processor import cores, cpu_seconds, own_cpu_seconds, pinned_to, process_stats
from benchmarks.server import REPOSITORY, Server, ServerFailed, free_port, running
from benchmarks.tutorial_server import TEXT, article_documents, fill_tutorial, tutorial_server
from benchmarks.writer import writing
from tests.availability import unavailable
from tests.benchmarks.conftest import ARTICLES

CORE, OTHER_CORE = cores()


def test_the_raw_application_answers_the_bytes_it_was_given(tmp_path: Path) -> None:
    with constant_server(b'{"headline": "ISIS"}', tmp_path, CORE) as server:
        assert server.get("/anything", "nl") == b'{"headline": "ISIS"}'


def test_the_tutorial_answers_what_dragoman_does(dragoman: Server, tmp_path: Path) -> None:
    number, text_id = 3, 2 * 3 + 2
    served = json.loads(dragoman.get(EXACT % number, "nl"))
    fill_tutorial(tmp_path / "tutorial.db", article_documents(dragoman), ARTICLES, lambda _: None)
    with tutorial_server(tmp_path / "tutorial.db", tmp_path, CORE) as server:
        taught = json.loads(server.get(TEXT % text_id, "nl"))
        assert json.loads(server.get(TEXT % (2 * ARTICLES + 2), "nl"))["language"] == "nl"
    for same in ("language", "headline", "lead", "updated_at"):
        assert taught[same] == served[same]
    assert taught["item"]["name"] == served["id"]
    assert [block["text"] for block in taught["blocks"]] == [block["text"] for block in served["body"]]
    assert [photo["caption"] for photo in taught["photos"]] == [each["caption"] for each in served["media"]]
    mentions = [mention for each in served["people"] + served["places"] for mention in each["mentions"]]
    assert [name["surface"] for name in taught["names"]] == [mention["surface"] for mention in mentions]


def test_the_writer_changes_what_the_list_answers(tmp_path: Path) -> None:
    url = sqlite_url(filled(tmp_path, 1, inbox=[REPOSITORY / "data"], tell=lambda _: None))
    with dragoman_server(url, tmp_path, CORE) as server:
        assert len(json.loads(server.get(LIST, "en"))["items"]) == 2
        with writing(url, OTHER_CORE):
            assert json.loads(server.get(LIST, "en"))["items"][0]["headline"] == "Breaking news"


def test_datasette_answers_a_stored_row(filled_file: Path, tmp_path: Path) -> None:
    if not datasette.is_installed():
        pytest.skip("datasette is not on the path, and has an environment of its own")
    with datasette.datasette_server(filled_file, tmp_path, CORE) as server:
        row = json.loads(server.get(datasette.row_path(filled_file) % 9, "*"))
    assert dict(zip(row["columns"], row["rows"][0], strict=True))["article_id"].endswith("-000001")


@pytest.fixture
def varnishd() -> str:
    return varnish.program() or unavailable("varnishd is not installed")


@pytest.mark.usefixtures("varnishd")
def test_varnish_serves_the_constant_without_asking_for_it_again(tmp_path: Path) -> None:
    with (
        constant_server(b"{}", tmp_path, CORE) as origin,
        varnish.varnish_constant(origin, tmp_path, CORE) as cache,
    ):
        cache.get("/anything", "nl")
        header, body = cache.answer("/anything", "en")
    assert body == b"{}"
    assert len(header["x-varnish"].split()) == 2


@pytest.mark.usefixtures("varnishd")
def test_varnish_serves_dragoman_in_each_readers_language(filled_file: Path, tmp_path: Path) -> None:
    with varnish.dragoman_behind_varnish(sqlite_url(filled_file), tmp_path, CORE) as cache:
        for language in ("nl", "en", "nl"):
            header, body = cache.answer(NEGOTIATED % 2, language)
            assert json.loads(body)["language"] == header["content-language"] == language
    assert len(header["x-varnish"].split()) == 2
    assert len(cache.processes) == 2


def test_a_server_that_refuses_is_not_measured(dragoman: Server) -> None:
    with pytest.raises(ServerFailed, match="answered 404"):
        dragoman.get("/articles/none", "nl")


def test_a_server_runs_on_its_core_and_its_time_counts(dragoman: Server) -> None:
    (process,) = dragoman.processes
    assert os.sched_getaffinity(process) == {CORE}
    before = dragoman.cpu_seconds()
    for _ in range(200):
        dragoman.get(NEGOTIATED % 1, "nl")
    assert dragoman.cpu_seconds() > before


def test_a_single_request_has_its_time(dragoman: Server) -> None:
    (process,) = dragoman.processes
    before = own_cpu_seconds(process)
    dragoman.get(NEGOTIATED % 1, "nl")
    assert 0 < own_cpu_seconds(process) - before < 1


def test_a_process_that_has_ended_has_no_time() -> None:
    with subprocess.Popen(["true"]) as ended:
        pass
    with pytest.raises(OSError, match="No such process"):
        own_cpu_seconds(ended.pid)


def test_the_time_of_ended_children_counts_with_their_parent() -> None:
    before = cpu_seconds(os.getpid())
    work = "import time\nwhile time.process_time() < 0.1: pass"
    subprocess.run([sys.executable, "-c", work], check=True)
    assert cpu_seconds(os.getpid()) - before >= 0.08


def living_processes(group: int) -> int:
    """Those that init has still to reap do not count."""
    return sum(int(fields[2]) == group and fields[0] not in "ZX" for fields in process_stats().values())


def test_a_server_has_ended_with_its_children_when_the_block_is_left(tmp_path: Path) -> None:
    port = free_port()
    program = f"sleep 60 & exec python -m http.server --bind 127.0.0.1 {port}"
    with running(["sh", "-c", program], port=port, core=CORE, log=tmp_path / "log") as server:
        (group,) = server.processes
        assert living_processes(group) == 2
    deadline = time.monotonic() + 5
    while living_processes(group) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert living_processes(group) == 0


def test_a_server_that_does_not_start_fails_with_what_it_said(tmp_path: Path) -> None:
    command = ["sh", "-c", "echo no such module; exit 1"]
    with (
        pytest.raises(ServerFailed, match="no such module"),
        running(command, port=free_port(), core=CORE, log=tmp_path / "log"),
    ):
        pytest.fail("it did start")


def test_what_pins_a_process_frees_this_one_again() -> None:
    before = os.sched_getaffinity(0)
    with pinned_to(OTHER_CORE):
        assert os.sched_getaffinity(0) == {OTHER_CORE}
    assert os.sched_getaffinity(0) == before
