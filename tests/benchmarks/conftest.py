from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.dragoman import dragoman_server, sqlite_url
from benchmarks.filling import filled
from benchmarks.processor import cores
from benchmarks.server import REPOSITORY, Server

ARTICLES = 30


@pytest.fixture(scope="session")
def filled_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("filled")
    return filled(folder, ARTICLES, inbox=[REPOSITORY / "data"], tell=lambda _: None)


@pytest.fixture(scope="session")
def dragoman(filled_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with dragoman_server(sqlite_url(filled_file), tmp_path_factory.mktemp("dragoman"), cores()[0]) as server:
        yield server
