"""How many workers a server runs, by what SQLite can bear."""

import sqlite3
from pathlib import Path
from types import SimpleNamespace

import httpx
import pytest

from app.cli.serve import allowed_workers
from app.database import sqlite
from app.settings import Settings
from tests.program import serving

WARNING = "has the WAL-reset fault"
WITH_FAULT = SimpleNamespace(sqlite_version="3.51.2", sqlite_version_info=(3, 51, 2))
WITHOUT_FAULT = SimpleNamespace(sqlite_version="3.51.3", sqlite_version_info=(3, 51, 3))


@pytest.mark.parametrize(
    ("driver", "url", "allowed", "warned"),
    [
        (WITH_FAULT, "sqlite:///x.db", 1, True),
        (WITHOUT_FAULT, "sqlite:///x.db", 4, False),
        (WITH_FAULT, "postgresql://host/name", 4, False),
    ],
)
def test_several_workers_need_a_sqlite_without_the_wal_reset_fault(
    driver: object,
    url: str,
    allowed: int,
    warned: bool,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sqlite, "driver", driver)
    assert allowed_workers(Settings(database_url=url, workers=4)) == allowed
    assert (WARNING in capsys.readouterr().err) == warned


@pytest.mark.skipif(
    sqlite3.sqlite_version_info >= sqlite.WAL_RESET_FIXED, reason="Python's own SQLite has no fault here"
)
@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_with_pythons_own_old_sqlite_a_server_warns_and_runs_one_worker(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pysqlite3.py").write_text("raise ImportError", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with serving(database_url, workers=2, started=1) as server:
        printed = "".join(server.printed)
    assert f"SQLite {sqlite3.sqlite_version} {WARNING}" in printed
    assert printed.count("Started server process") == 1
    assert "Started parent process" not in printed


@pytest.mark.skipif(not sqlite.is_wal_reset_safe(), reason="no wheel brings a newer SQLite here")
@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_with_a_newer_sqlite_two_workers_run(database_url: str) -> None:
    with serving(database_url, workers=2) as server:
        printed = "".join(server.printed)
    assert WARNING not in printed
    assert printed.count("Started server process") == 2


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_the_access_log_names_the_client_that_a_proxy_on_this_machine_names(database_url: str) -> None:
    with serving(database_url, access_log=True) as server:
        httpx.get(f"{server.address}/articles", headers={"X-Forwarded-For": "192.0.2.7"})
        assert server.process.stdout is not None
        assert '192.0.2.7:0 - "GET /articles HTTP/1.1" 200' in server.process.stdout.readline()
