"""Headless Chromium, driven by its DevTools protocol over a pipe: what a page loads and complains of."""

import json
import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from fcntl import F_DUPFD_CLOEXEC, fcntl
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = (
    *(
        "--headless=new",
        "--remote-debugging-pipe",
        "--no-first-run",
        "--disable-gpu",
        "--disable-dev-shm-usage",
    ),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
SECONDS = 60.0
# Chromium reads commands from descriptor 3 and writes to 4, and Python's subprocess cannot renumber.
_RENUMBER = (
    "import os, sys; [os.dup2(int(sys.argv[n]), n + 2) for n in (1, 2)]; os.execv(sys.argv[3], sys.argv[3:])"
)


def find_chromium() -> str | None:
    return os.environ.get("DRAGOMAN_TEST_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


class Page:
    """``events`` are all that the browser has told of the page so far."""

    def __init__(self, to_browser: int, from_browser: int) -> None:
        self._to, self._from = to_browser, from_browser
        self._buffer = b""
        self._calls = 0
        self._session: dict[str, str] = {}
        self.events: list[dict[str, Any]] = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self._session = {"sessionId": session}
        for domain in ("Page", "Network", "Runtime", "Log"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        self._calls += 1
        message = {"id": self._calls, "method": method, "params": parameters, **self._session}
        os.write(self._to, json.dumps(message).encode() + b"\0")
        deadline = time.monotonic() + SECONDS
        while True:
            answer = self._read(deadline)
            if answer.get("id") == self._calls:
                assert "error" not in answer, answer
                result: dict[str, Any] = answer["result"]
                return result
            self.events.append(answer)

    def evaluate(self, expression: str) -> Any:
        """The value of a JavaScript expression; a promise is waited for."""
        result = self.call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in result, result
        return result["result"].get("value")

    def wait_for(self, expression: str) -> None:
        deadline = time.monotonic() + SECONDS
        while not self.evaluate(expression):
            assert time.monotonic() < deadline, f"never came true: {expression}"
            time.sleep(0.05)

    def told(self, method: str) -> list[dict[str, Any]]:
        return [event["params"] for event in self.events if event.get("method") == method]

    def complaints(self) -> list[Any]:
        """Errors and warnings of the console, and exceptions that nobody caught."""
        console = [
            c for c in self.told("Runtime.consoleAPICalled") if c["type"] in ("error", "warning", "assert")
        ]
        log = [
            entry for entry in self.told("Log.entryAdded") if entry["entry"]["level"] in ("error", "warning")
        ]
        return [*console, *log, *self.told("Runtime.exceptionThrown")]

    def _read(self, deadline: float) -> dict[str, Any]:
        while b"\0" not in self._buffer:
            ready, _, _ = select.select([self._from], [], [], max(0.0, deadline - time.monotonic()))
            chunk = os.read(self._from, 65536) if ready else b""
            assert chunk, "Chromium says nothing any more"
            self._buffer += chunk
        message, _, self._buffer = self._buffer.partition(b"\0")
        read: dict[str, Any] = json.loads(message)
        return read


@contextmanager
def open_page(program: str, profile: Path) -> Iterator[Page]:
    """An empty page of a browser of its own, with ``profile`` as its user data."""
    pipes = [_high(fd) for fd in (*os.pipe(), *os.pipe())]
    their_in, our_out, our_in, their_out = pipes
    flags = [*FLAGS, f"--user-data-dir={profile}", *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    command = [sys.executable, "-c", _RENUMBER, str(their_in), str(their_out), program, *flags]
    process = subprocess.Popen(command, pass_fds=(their_in, their_out), stderr=subprocess.DEVNULL)
    try:
        os.close(their_in)
        os.close(their_out)
        page = Page(our_out, our_in)
        yield page
        os.write(our_out, b'{"id": 0, "method": "Browser.close"}\0')
        process.wait(SECONDS)
    finally:
        process.kill()
        process.wait()
        os.close(our_out)
        os.close(our_in)


def _high(descriptor: int) -> int:
    """Out of the way of 3 and 4."""
    moved = fcntl(descriptor, F_DUPFD_CLOEXEC, 10)
    os.close(descriptor)
    return moved
