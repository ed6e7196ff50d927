import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from starlette.types import ASGIApp, Receive, Scope, Send

from app.database.migrations import open_database
from app.main import create_server_app
from app.settings import Settings
from tests.availability import unavailable
from tests.conftest import REPOSITORY, import_folder
from tests.server import HOST, running_server
from tests.varnish.site import write_site

CONFIGURATION = REPOSITORY / "deploy" / "varnish" / "default.vcl"
START_SECONDS = 60.0
OF_THE_WAY = {"age", "connection", "date", "via", "x-varnish"}
"""Headers that say how an answer came and not what it is."""


@dataclass(frozen=True, slots=True)
class Answer:
    """``headers`` without those of the way; ``body`` as it was sent, in its content coding."""

    status: int
    headers: Mapping[str, str]
    way: Mapping[str, str]
    body: bytes

    @property
    def language(self) -> str:
        return self.headers["content-language"]

    def but(self, *names: str) -> tuple[int, dict[str, str], bytes]:
        """To compare with another, without some of the headers."""
        return self.status, {n: v for n, v in self.headers.items() if n not in names}, self.body


class Asked:
    """One HTTP server, asked without any header but those given."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._client = httpx.Client(base_url=url, trust_env=False)
        self._client.headers.clear()

    def __call__(self, address: str, method: str = "GET", /, **headers: str) -> Answer:
        """``accept_language="nl"`` is ``Accept-Language: nl``."""
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        with self._client.stream(method, address, headers=given) as response:
            body = b"".join(response.iter_raw())
        fields = dict(response.headers)
        way = {name: fields.pop(name) for name in OF_THE_WAY & fields.keys()}
        return Answer(response.status_code, fields, way, body)

    def close(self) -> None:
        self._client.close()


class Counted:
    """Counts what the application is asked through the cache."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self.number = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and any(name == b"x-varnish" for name, _ in scope["headers"]):
            self.number += 1
        await self._app(scope, receive, send)


@dataclass(frozen=True, slots=True)
class Site:
    cache: Asked
    origin: Asked
    counted: Counted
    settings: Settings
    inbox: Path

    def ban(self, tag: str, door: str = "") -> int:
        """The status of the answer."""
        headers = {"Cache-Tag": tag}
        return httpx.request(
            "BAN", door or self.settings.purge_urls, headers=headers, trust_env=False
        ).status_code


@pytest.fixture(scope="package")
def varnishd() -> str:
    # It belongs to the system's programs, which are not on everybody's path.
    program = shutil.which("varnishd") or shutil.which("varnishd", path="/usr/sbin:/usr/local/sbin")
    return program or unavailable("varnishd is not installed")


@pytest.fixture(scope="module")
def site(varnishd: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("site")
    public, purge = _free_port(), _free_port()
    before_any_cache = Settings(database_url=f"sqlite:///{folder / 'site.db'}")
    settings = before_any_cache.model_copy(update={"purge_urls": f"http://{HOST}:{purge}"})
    write_site(folder / "inbox")
    with closing(open_database(before_any_cache)) as database:
        import_folder(database, REPOSITORY / "data", folder / "inbox")
    counted = Counted(create_server_app(settings))
    with (
        running_server(settings, counted) as server,
        _varnish(varnishd, folder, server.port, public, purge),
        closing(Asked(f"http://{HOST}:{public}")) as cache,
        closing(Asked(server.url)) as origin,
    ):
        yield Site(cache, origin, counted, settings, folder / "inbox")


def _free_port() -> int:
    with socket.create_server((HOST, 0)) as listener:
        return int(listener.getsockname()[1])


@contextmanager
def _varnish(varnishd: str, folder: Path, origin: int, public: int, purge: int) -> Iterator[None]:
    configuration = folder / "site.vcl"
    configuration.write_text(_with_backend(CONFIGURATION.read_text("utf-8"), origin), "utf-8")
    arguments = [
        *("-F", "-j", "none", "-n", folder / "varnish", "-f", configuration, "-s", "malloc,64m"),
        *("-a", f"http={HOST}:{public}", "-a", f"purge={HOST}:{purge}"),
        *("-p", "http_gzip_support=off", "-p", "http_range_support=off", "-p", "vcc_allow_inline_c=on"),
        *(
            "-p",
            "vsl_mask=-VCL_call,-VCL_return,-ReqHeader,-ReqUnset,-RespHeader,-RespUnset,-Hit,-Link,-Timestamp",
        ),
    ]
    log = folder / "varnish.log"
    with log.open("wb") as output:
        process = subprocess.Popen([varnishd, *map(str, arguments)], stdout=output, stderr=output)
    try:
        _wait(process, public, log)
        yield
    finally:
        process.terminate()
        process.wait()


def _with_backend(configuration: str, port: int) -> str:
    for there, here in (('.host = "app"', f'.host = "{HOST}"'), ('.port = "8000"', f'.port = "{port}"')):
        assert configuration.count(there) == 1
        configuration = configuration.replace(there, here)
    return configuration


def _wait(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail(f"varnishd did not start:\n{log.read_text('utf-8')}")
