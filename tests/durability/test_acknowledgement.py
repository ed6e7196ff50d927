"""Acknowledged means on the disk: a trace of the system calls shows the sync before the report."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.articles import write_articles
from tests.availability import unavailable
from tests.program import finish, start

ARTICLES = 8
STRACE = ("strace", "-f", "-y", "--seccomp-bpf", "-s", "20", "-e", "trace=pwrite64,write,fsync,fdatasync")
_CALL = re.compile(r"(?P<name>pwrite64|write|fsync|fdatasync)\((?P<number>\d+)<(?P<file>[^>]*)>(?P<rest>.*)")


@pytest.fixture
def strace(tmp_path: Path) -> Path:
    if shutil.which("strace") is None:
        unavailable("strace is not installed")
    trial = subprocess.run(["strace", "-o", os.devnull, "true"], capture_output=True, check=False)
    if trial.returncode != 0:
        unavailable("strace may not trace here")
    return tmp_path / "trace"


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
@pytest.mark.parametrize(("synchronous", "synced"), [("FULL", {ARTICLES}), ("NORMAL", {0, 1})])
def test_an_article_is_reported_after_its_write_ahead_log_is_synced(
    synchronous: str, synced: set[int], strace: Path, database_url: str, tmp_path: Path
) -> None:
    """How many are: one, if a checkpoint falls between, which syncs the log as well."""
    write_articles(tmp_path / "inbox", range(ARTICLES))
    under = (*STRACE, "-o", str(strace))
    process = start(
        "import",
        "--json",
        tmp_path / "inbox",
        database_url=database_url,
        under=under,
        sqlite_synchronous=synchronous,
    )
    out, err = finish(process)
    assert process.returncode == 0, err
    assert sum("article" in json.loads(line) for line in out.splitlines()) == ARTICLES
    verdicts = _synced_before_reported(strace)
    assert len(verdicts) == ARTICLES
    assert sum(verdicts) in synced


def _synced_before_reported(trace: Path) -> list[bool]:
    """For each reported article whether its commit, the last write to the log before, was synced by then."""
    verdicts = []
    written = synced = False
    for line in trace.read_text(encoding="utf-8").splitlines():
        call = _CALL.search(line)
        if call is None:
            continue
        is_log = call["file"].endswith("-wal")
        if call["name"] == "pwrite64" and is_log:
            written, synced = True, False
        elif call["name"] in ("fsync", "fdatasync") and is_log:
            synced = True
        elif call["name"] == "write" and call["number"] == "1" and r'"{\"article\"' in call["rest"]:
            assert written
            verdicts.append(synced)
            written = False
    return verdicts
