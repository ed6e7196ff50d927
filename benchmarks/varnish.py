"""Varnish: what it costs to serve a constant, and Dragoman behind the configuration that is shipped."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.dragoman import dragoman_server
from benchmarks.server import HOST, REPOSITORY, Server, ServerFailed, free_port, running

PROGRAM = "varnishd"
SHIPPED = REPOSITORY / "deploy" / "varnish" / "default.vcl"
VSL_MASK = "-VCL_call,-VCL_return,-ReqHeader,-ReqUnset,-RespHeader,-RespUnset,-Hit,-Link,-Timestamp"
"""As in compose.yaml, for the constant too."""
CONSTANT = """\
vcl 4.1;
backend app {{ .host = "{host}"; .port = "{port}"; }}
sub vcl_recv {{ return (hash); }}
sub vcl_hash {{ hash_data(req.url); return (lookup); }}
sub vcl_backend_response {{ set beresp.ttl = 1d; unset beresp.http.Vary; }}
"""


def program() -> str | None:
    """It belongs to the system's programs, which are not on everybody's path."""
    return shutil.which(PROGRAM) or shutil.which(PROGRAM, path=f"{os.defpath}:/usr/sbin:/usr/local/sbin")


@contextmanager
def varnish_constant(origin: Server, folder: Path, core: int) -> Iterator[Server]:
    """Serves what ``origin`` answered once to each address, to whomever."""
    configuration = CONSTANT.format(host=HOST, port=origin.port)
    with _varnish(configuration, folder, core, public=free_port(), purge=free_port()) as server:
        yield server


@contextmanager
def dragoman_behind_varnish(database_url: str, folder: Path, core: int) -> Iterator[Server]:
    """The time of both counts."""
    public, purge = free_port(), free_port()
    caches = {"DRAGOMAN_PURGE_URLS": f"http://{HOST}:{purge}"}
    with dragoman_server(database_url, folder, core, **caches) as origin:
        configuration = _shipped(origin.port)
        with _varnish(configuration, folder, core, public=public, purge=purge) as cache:
            yield Server(cache.port, [*cache.processes, *origin.processes])


def _shipped(port: int) -> str:
    configuration = SHIPPED.read_text(encoding="utf-8")
    for there, here in (('.host = "app"', f'.host = "{HOST}"'), ('.port = "8000"', f'.port = "{port}"')):
        if configuration.count(there) != 1:
            raise ServerFailed(f"{SHIPPED.name} has not one {there}")
        configuration = configuration.replace(there, here)
    return configuration


@contextmanager
def _varnish(configuration: str, folder: Path, core: int, *, public: int, purge: int) -> Iterator[Server]:
    """As docs/container.md says, but with the jail off and its working files in ``folder``."""
    path = folder / f"varnish-{public}.vcl"
    path.write_text(configuration, encoding="utf-8")
    command = [
        *(program() or PROGRAM, "-F", "-j", "none", "-n", str(folder / f"varnish-{public}"), "-f", str(path)),
        *("-s", "malloc,256m", "-a", f"http={HOST}:{public}", "-a", f"purge={HOST}:{purge}"),
        *("-p", "http_gzip_support=off", "-p", "http_range_support=off", "-p", "vcc_allow_inline_c=on"),
        *("-p", f"vsl_mask={VSL_MASK}"),
    ]
    log = folder / f"varnish-{public}.log"
    with running(command, port=public, core=core, log=log) as server:
        yield server
