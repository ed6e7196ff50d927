"""The servers that need no program from outside, for real."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.processor import cores, cpu_seconds, pinned_to, process_stats
from benchmarks.server import Server, ServerFailed, free_port, running
from benchmarks.targets import ADDRESS, article_documents, constant_server, dragoman_server, tutorial_server

CORE, OTHER_CORE = cores()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("benchmark")


@pytest.fixture(scope="module")
def dragoman(folder: Path) -> Iterator[Server]:
    with dragoman_server(f"sqlite:///{folder / 'dragoman.db'}", folder, CORE) as server:
        yield server


def test_the_raw_application_answers_the_bytes_it_was_given(tmp_path: Path) -> None:
    with constant_server(b'{"headline": "ISIS"}', tmp_path, CORE) as server:
        assert server.get("/anything", "nl") == b'{"headline": "ISIS"}'


def test_the_tutorial_answers_what_dragoman_does(dragoman: Server, tmp_path: Path) -> None:
    served = json.loads(dragoman.get(ADDRESS, "nl"))
    with tutorial_server(article_documents(dragoman), tmp_path, CORE) as (server, text_id):
        taught = json.loads(server.get(f"/texts/{text_id}", "nl"))
    for same in ("language", "headline", "lead", "updated_at"):
        assert taught[same] == served[same]
    assert taught["item"]["name"] == served["id"]
    assert [block["text"] for block in taught["blocks"]] == [block["text"] for block in served["body"]]
    assert [photo["caption"] for photo in taught["photos"]] == [each["caption"] for each in served["media"]]
    mentions = [mention for each in served["people"] + served["places"] for mention in each["mentions"]]
    assert [name["surface"] for name in taught["names"]] == [mention["surface"] for mention in mentions]


def test_a_server_that_refuses_is_not_measured(dragoman: Server) -> None:
    with pytest.raises(ServerFailed, match="answered 404"):
        dragoman.get("/articles/none", "nl")


def test_a_server_runs_on_its_core_and_its_time_counts(dragoman: Server) -> None:
    (process,) = dragoman.processes
    assert os.sched_getaffinity(process) == {CORE}
    before = dragoman.cpu_seconds()
    for _ in range(20):
        dragoman.get(ADDRESS, "nl")
    assert dragoman.cpu_seconds() > before


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
