import sys
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from app.cli import main


@dataclass(frozen=True)
class Ended:
    code: int
    out: str
    err: str


Run = Callable[..., Ended]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs ``dragoman`` with arguments in this process."""

    def run_it(*arguments: object) -> Ended:
        monkeypatch.setattr(sys, "argv", ["dragoman", *map(str, arguments)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as stopped:
            main()
        printed = capsys.readouterr()
        return Ended(int(stopped.value.code or 0), printed.out, printed.err)

    return run_it


@pytest.fixture
def run_on_database(run: Run, database_url: str, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The same, on the test's own database."""
    monkeypatch.setenv("DRAGOMAN_DATABASE_URL", database_url)
    return run
