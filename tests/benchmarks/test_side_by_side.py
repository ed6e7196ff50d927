from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import side_by_side
from benchmarks.goals import goals
from benchmarks.load import Addresses, Load, accept_languages, parse_report
from benchmarks.results import Run, summarize, table
from benchmarks.server import Server
from benchmarks.targets import CONSTANT, NEGOTIATING, Target

OUTPUT = """\
Running 1s test @ http://127.0.0.1:8000/articles
  1 threads and 32 connections
  100 requests in 1.00s, 1.00MB read
Requests/sec:    100.00
{"requests": 100, "seconds": 1.002000, "p50_ms": 9.500, "p99_ms": 21.000, "refused": 2, "broken": 1}
"""
LOAD = Load(requests=1000, seconds=1.0, p50_ms=3.0, p99_ms=9.0, refused=0, broken=0)


def run(name: str, *, cpu_seconds: float, load: Load = LOAD) -> Run:
    return Run(Target(name, Server(8000, []), Addresses("/"), 640), load, cpu_seconds)


def test_what_wrk_counted_is_read_from_its_last_line() -> None:
    assert parse_report(OUTPUT) == Load(100, 1.002, 9.5, 21.0, refused=2, broken=1)


def test_a_ratio_is_the_constants_cpu_time_over_ones_own() -> None:
    constant, own = summarize([run("raw", cpu_seconds=0.1), run("own", cpu_seconds=0.4)], "raw")
    assert constant.cpu_ratio == 1
    assert own.cpu_microseconds == pytest.approx(400)
    assert own.cpu_ratio == pytest.approx(0.25)


def test_a_figure_is_the_median_of_the_rounds() -> None:
    runs = [run("raw", cpu_seconds=seconds) for seconds in (0.1, 0.9, 0.2)]
    assert summarize(runs, "raw")[0].cpu_microseconds == pytest.approx(200)


@pytest.mark.parametrize("fault", ["refused", "broken"])
def test_a_run_with_an_error_is_thrown_out(fault: str) -> None:
    spoilt = run("raw", cpu_seconds=0.9, load=replace(LOAD, **{fault: 1}))
    (summary,) = summarize([run("raw", cpu_seconds=0.1), spoilt], "raw")
    assert summary.runs == 1
    assert summary.cpu_microseconds == pytest.approx(100)


def test_without_a_run_of_the_constant_there_is_no_ratio() -> None:
    assert summarize([run("own", cpu_seconds=0.4)], "raw") == []


def test_the_table_has_a_cell_for_every_column() -> None:
    lines = table(summarize([run("raw", cpu_seconds=0.1)], "raw")).splitlines()
    assert lines[2] == "| raw | 640 | 1,000 | 100 | 1 | 1 | 3.0 | 9.0 | 1 |"
    assert len({line.count("|") for line in lines}) == 1


def test_a_ratio_is_beside_its_goal() -> None:
    runs = [run(CONSTANT, cpu_seconds=0.1), run(NEGOTIATING, cpu_seconds=0.125)]
    lines = goals(summarize(runs, CONSTANT)).splitlines()
    assert lines[2] == f"| {NEGOTIATING} / {CONSTANT} | ≥ 0.65 | 1 | 0.8 |"
    assert lines[3] == f"| {NEGOTIATING}: p99 / p50 | < 3 | 3 | |"
    assert len(lines) == 4


def test_an_address_has_its_number() -> None:
    assert Addresses("/articles/ours-%06d/nl", 20).at(7) == "/articles/ours-000007/nl"
    assert Addresses("/articles").at(7) == "/articles"


def test_readers_send_many_headers_and_the_frequent_ones_more_often() -> None:
    headers = accept_languages()
    assert len(set(headers)) > 300
    assert headers.count("en-US,en;q=0.9") > 10


def test_a_missing_program_is_named_with_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert side_by_side.main([]) == 2
    assert "apt-get install wrk nginx" in capsys.readouterr().err
