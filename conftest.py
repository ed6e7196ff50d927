"""README.md's examples are tests: see tests/readme/http_examples.py."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from sybil import Sybil

from tests.readme.http_examples import HttpExamples

REPOSITORY = Path(__file__).parent


@pytest.fixture(scope="session")
def readme_client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A server as README.md's first command starts it, on a database of its own."""
    database = tmp_path_factory.mktemp("readme") / "dragoman.db"
    environment = {**os.environ, "DRAGOMAN_DATABASE_URL": f"sqlite:///{database}", "DRAGOMAN_PORT": "0"}
    command = [sys.executable, "-m", "app"]
    subprocess.run(
        [*command, "import", "data"], cwd=REPOSITORY, env=environment, check=True, capture_output=True
    )
    with subprocess.Popen(
        [*command, "serve"], cwd=REPOSITORY, env=environment, stderr=subprocess.PIPE, text=True
    ) as server:
        assert server.stderr is not None
        try:
            address = next(
                found[0] for line in server.stderr if (found := re.search(r"http://[\d.]+:\d+", line))
            )
            with httpx.Client(base_url=address) as client:
                yield client
        finally:
            server.terminate()


pytest_collect_file = Sybil(
    parsers=[HttpExamples()], patterns=["README.md"], fixtures=["readme_client"]
).pytest()
