import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from benchmarks.processor import cpu_seconds, pinned_to

REPOSITORY = Path(__file__).parent.parent
HOST = "127.0.0.1"
SECONDS_TO_START = 30
SECONDS_TO_END = 10
SECONDS_TO_CALM_DOWN = 300
IDLE = 0.05
"""Of a core: a server that nobody asks anything has less to do."""

UVICORN = [
    *(sys.executable, "-m", "uvicorn", "--host", HOST, "--loop", "uvloop", "--http", "httptools"),
    *("--ws", "none", "--no-server-header", "--no-access-log", "--log-level", "warning"),
]
"""As ``dragoman serve`` runs it; add ``--port`` and the application."""


class ServerFailed(Exception):
    """A server that does not start, or does not answer as it should."""


@dataclass(frozen=True, slots=True)
class Server:
    """``processes`` are those whose time, with their descendants', counts."""

    port: int
    processes: Sequence[int]

    def cpu_seconds(self) -> float:
        return sum(map(cpu_seconds, self.processes))

    @property
    def origin(self) -> str:
        return f"http://{HOST}:{self.port}"

    def wait_until_idle(self) -> None:
        """Until it has read beforehand what it wants to have read."""
        deadline = time.monotonic() + SECONDS_TO_CALM_DOWN
        is_idle = False
        while not is_idle:
            if time.monotonic() > deadline:
                raise ServerFailed(f"port {self.port} does not calm down in {SECONDS_TO_CALM_DOWN} s")
            before = self.cpu_seconds()
            time.sleep(1)
            is_idle = self.cpu_seconds() - before < IDLE

    def get(self, path: str, accept_language: str) -> bytes:
        """The body. Raises ServerFailed for any status but 200."""
        return self.answer(path, accept_language)[1]

    def answer(self, path: str, accept_language: str) -> tuple[dict[str, str], bytes]:
        """The header without the time, and the body. Raises ServerFailed for any status but 200."""
        connection = HTTPConnection(HOST, self.port, timeout=SECONDS_TO_START)
        try:
            connection.putrequest("GET", path, skip_accept_encoding=True)
            connection.putheader("Accept", "*/*")  # as load.lua sends it
            connection.putheader("Accept-Language", accept_language)
            connection.endheaders()
            response = connection.getresponse()
            if response.status != 200:  # noqa: PLR2004  # what every target has to answer
                raise ServerFailed(f"{path} for {accept_language!r} answered {response.status}")
            header = {name.lower(): value for name, value in response.getheaders()}
            header.pop("date", None)
            return header, response.read()
        except (OSError, HTTPException) as error:
            raise ServerFailed(f"{path}: {error}") from error
        finally:
            connection.close()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(
    command: Sequence[str], *, port: int, core: int, log: Path, environment: Mapping[str, str] | None = None
) -> Iterator[Server]:
    """A group of processes of its own: an interrupt from the terminal reaches it only through us."""
    with log.open("wb") as output, pinned_to(core):
        process = subprocess.Popen(
            command,
            cwd=REPOSITORY,
            env=clean_environment(environment or {}),
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    try:
        _wait_until_it_listens(process, port, log)
        yield Server(port, [process.pid])
    finally:
        _end(process)


def clean_environment(added: Mapping[str, str]) -> dict[str, str]:
    """The environment without settings of Dragoman's."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DRAGOMAN_")}
    return {**kept, **added}


def _wait_until_it_listens(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while process.poll() is None and time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) == 0:
                return
        time.sleep(0.05)
    raise ServerFailed(f"{process.args!r} does not listen: {log.read_text(errors='replace')[-2000:]}")


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(SECONDS_TO_END)
    with suppress(ProcessLookupError):  # nobody is left of its group
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
