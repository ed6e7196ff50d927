"""Runs ``python -m app`` as a process of its own."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO

from tests.conftest import REPOSITORY


def program(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "app", *map(str, arguments)]


def start(
    *arguments: object, database_url: str, under: tuple[str, ...] = (), **settings: object
) -> subprocess.Popen[str]:
    """``under`` is a program that runs ours. Coverage is not measured: it doubles the time of a start."""
    given = {"database_url": database_url, **settings}
    variables = {f"DRAGOMAN_{name.upper()}": str(value) for name, value in given.items()}
    inherited = {n: value for n, value in os.environ.items() if not n.startswith("COVERAGE_")}
    return subprocess.Popen(
        [*under, *program(*arguments)],
        env=inherited | variables,
        cwd=REPOSITORY,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def finish(process: subprocess.Popen[str], timeout: float = 120) -> tuple[str, str]:
    """Its standard output and standard error, once it has ended."""
    try:
        return process.communicate(timeout=timeout)
    finally:
        process.kill()
        process.wait()


def whole_lines(stream: IO[str]) -> Iterator[str]:
    """Without the last if it has no end: its writer was killed over it."""
    return (line for line in stream if line.endswith("\n"))


@dataclass(frozen=True)
class Server:
    process: subprocess.Popen[str]
    address: str
    printed: list[str]
    """Lines on standard error up to the moment when every worker was there."""


@contextmanager
def serving(
    database_url: str, *, workers: int = 1, started: int | None = None, access_log: bool = False
) -> Iterator[Server]:
    """A server on a free port, once ``started`` of its workers (where not given: all) are there."""
    arguments = ("serve", "--port", 0, "--workers", workers)
    process = start(*arguments, database_url=database_url, access_log=access_log)
    try:
        assert process.stderr is not None
        printed = list(_until_started(process.stderr, started or workers))
        yield Server(process, _address(printed), printed)
    finally:
        process.terminate()
        process.communicate(timeout=30)


def _until_started(lines: Iterable[str], workers: int) -> Iterator[str]:
    """In whatever order: with one worker the address comes last, with several it comes first."""
    wanted = Counter({"Application startup complete": workers, "Uvicorn running on": 1})
    for line in lines:
        yield line
        wanted.subtract(words for words in wanted if words in line)
        if not +wanted:
            return


def _address(printed: Iterable[str]) -> str:
    words = " ".join(printed).split()
    return next(word for word in words if word.startswith("http://"))
