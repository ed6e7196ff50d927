from pathlib import Path

import pytest

from benchmarks.dragoman import EXACT, routes_server, sqlite_url
from benchmarks.large_headers import SIZE, Cost, costs, shapes_of_headers, table
from benchmarks.processor import cores
from benchmarks.server import Server


def test_every_shape_is_as_large_as_it_says_and_never_the_same_twice() -> None:
    for shapes in shapes_of_headers().values():
        for make in shapes.values():
            length = sum(len(value) for _, value in make(1, SIZE))
            assert 0.9 * SIZE < length < 1.1 * SIZE
            assert make(1, SIZE) != make(2, SIZE)


def test_the_worst_shape_of_a_header_stands_for_it() -> None:
    cheap = Cost("Cookie", ";", "/articles", 10.0, 9.0, frozenset({200}))
    dear = Cost("Cookie", "=", "/articles", 1234.0, 1200.0, frozenset({431, 200}))
    assert table([cheap, dear]).splitlines()[2:] == [
        "| Cookie | `=` | `/articles` | 200, 431 | 1,234 | 1,200 |"
    ]


def test_large_headers_are_answered(
    dragoman: Server, filled_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("benchmarks.large_headers.ADDRESSES", [EXACT % 1])
    with routes_server(sqlite_url(filled_file), tmp_path, cores()[0]) as routes:
        measured = list(costs(dragoman, routes, requests=1))
    assert {each.header for each in measured} == set(shapes_of_headers())
    assert {status for each in measured for status in each.statuses} == {200, 406}
