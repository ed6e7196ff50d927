"""The XLIFF and TMX libraries of locize, in JavaScript."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parent / "locize"
INSTALL = ["npm", "install", "--prefix", str(FOLDER), "--no-package-lock", "--no-audit", "--ignore-scripts"]
_READ = """
const read = require(process.argv[1]), file = require('fs').readFileSync(0, 'utf8');
read(file, (fault, found) => { if (fault) throw fault; console.log(JSON.stringify(found)) });
"""
_REWRITE = """
const read = require(process.argv[1]), write = require(process.argv[2]);
const file = require('fs').readFileSync(0, 'utf8');
read(file, (fault, found) => { if (fault) throw fault;
  write(found, (fault, text) => { if (fault) throw fault; process.stdout.write(text) }) });
"""


def read_with(reader: str, document: bytes) -> Any:
    return json.loads(_run(_READ, document, reader))


def rewrite_with(reader: str, writer: str, document: bytes) -> bytes:
    """Read into their objects, and written again."""
    return _run(_REWRITE, document, reader, writer)


def _run(script: str, document: bytes, *modules: str) -> bytes:
    _install()
    return subprocess.run(
        ["node", "-e", script, *modules], cwd=FOLDER, input=document, capture_output=True, check=True
    ).stdout


def _install() -> None:
    if (FOLDER / "node_modules").exists():
        return
    if not os.environ.get("CI"):
        pytest.skip("the readers are not installed: npm install --prefix tests/exchange/locize")
    if shutil.which("npm") is None:
        pytest.fail("the readers need npm")
    subprocess.run(INSTALL, check=True, capture_output=True)
