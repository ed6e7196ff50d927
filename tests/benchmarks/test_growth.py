from pathlib import Path

import pytest

from benchmarks import growth
from benchmarks.load import Addresses, Load
from benchmarks.server import Server


def test_growth_is_the_largest_databases_cost_over_the_smallests(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = []

    def read_over_http(server: Server, addresses: Addresses, *_: int) -> float:
        asked.append((server.port, addresses.at(1)))
        return 10.0 if addresses.largest == 2 else 15.0

    monkeypatch.setattr(growth, "_read_over_http", read_over_http)
    monkeypatch.setattr(growth, "SHELF_READS", 50)
    assert growth.main(["4", "40", "--rounds", "1", "--keep", str(tmp_path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "| CPU µs | 4 | 40 | ratio |"
    assert len(lines) == 6
    assert lines[2].startswith("| the shelf, random articles | ")
    assert lines[3] == "| Dragoman, random articles by Accept-Language | 10.0 | 15.0 | 1.50 |"
    assert len(set(asked)) == 6
    assert {path for _, path in asked} == {"/articles/small-000001", "/articles"}


def test_a_refused_request_has_no_cost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(growth, "put_load", lambda *_, **__: Load(9, 1.0, 3.0, 9.0, refused=1, broken=0))
    monkeypatch.setattr(growth, "SHELF_READS", 50)
    assert growth.main(["4", "--rounds", "1", "--keep", str(tmp_path)]) == 1
    assert "1 refused" in capsys.readouterr().err
