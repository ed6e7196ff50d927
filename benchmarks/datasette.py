"""Datasette on Dragoman's own SQLite file: a row of ``representation`` as JSON, by its primary key."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.server import HOST, Server, free_port, running

PROGRAM = "datasette"


def is_installed() -> bool:
    return shutil.which(PROGRAM) is not None


def row_path(database: Path) -> str:
    return f"/{database.stem}/representation/%d.json"


@contextmanager
def datasette_server(database: Path, folder: Path, core: int) -> Iterator[Server]:
    port = free_port()
    command = [PROGRAM, "serve", str(database), "--host", HOST, "--port", str(port)]
    with running(command, port=port, core=core, log=folder / "datasette.log") as server:
        yield server
