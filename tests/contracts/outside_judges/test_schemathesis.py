"""Schemathesis makes up requests by the OpenAPI document and holds the answers against it."""

import os
import subprocess
import sys
from pathlib import Path

import httpx

from tests.conftest import REPOSITORY
from tests.contracts.description import Description

CONFIGURATION = Path(__file__).parent / "schemathesis.toml"
LONGEST_RUN_SECONDS = 300


def test_schemathesis_finds_nothing(api: httpx.Client, description: Description) -> None:
    options = [
        "--config-file",
        str(CONFIGURATION),
        "run",
        str(api.base_url.join("/openapi.json")),
        "--checks",
        "all",
    ]
    result = subprocess.run(
        [str(Path(sys.executable).with_name("schemathesis")), *options, "--no-color"],
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},  # where it finds tests.contracts...formats
        capture_output=True,
        text=True,
        timeout=LONGEST_RUN_SECONDS,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    assert f"Tested: {len(description.operations())}\n" in result.stdout
    assert "WARNINGS" not in result.stdout
