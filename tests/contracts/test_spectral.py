"""Spectral, a linter of OpenAPI documents, finds nothing in ours, not even a hint."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.contracts.description import Description

FOLDER = Path(__file__).parent / "spectral"
PROGRAM = FOLDER / "node_modules" / ".bin" / "spectral"
INSTALL = ["npm", "install", "--prefix", str(FOLDER), "--no-package-lock", "--no-audit", "--ignore-scripts"]


@pytest.fixture
def spectral() -> Path:
    if not PROGRAM.exists():
        _install()
    return PROGRAM


def _install() -> None:
    if not os.environ.get("CI"):
        pytest.skip("Spectral is not installed: npm install --prefix tests/contracts/spectral")
    if shutil.which("npm") is None:
        pytest.fail("Spectral needs npm")
    subprocess.run(INSTALL, check=True, capture_output=True)


def _lint(spectral: Path, document: Path) -> subprocess.CompletedProcess[str]:
    options = ["--ruleset", FOLDER / ".spectral.yaml", "--fail-severity", "hint"]
    command = [str(part) for part in (spectral, "lint", *options, document)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_spectral_finds_nothing(spectral: Path, description: Description, tmp_path: Path) -> None:
    document = tmp_path / "openapi.json"
    document.write_text(json.dumps(description.document), encoding="utf-8")
    result = _lint(spectral, document)
    assert result.returncode == 0, result.stdout + result.stderr


def test_spectral_would_find_a_fault(spectral: Path, tmp_path: Path) -> None:
    document = tmp_path / "openapi.json"
    document.write_text('{"openapi": "3.1.0", "info": {"title": "x", "version": "1"}, "paths": {}}')
    assert "info-contact" in _lint(spectral, document).stdout
