"""What no Python process reaches: nginx with one worker and a file."""

import getpass
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.server import HOST, Server, free_port, running

CONFIGURATION = """\
daemon off;
worker_processes 1;
{user}
pid "{folder}/nginx.pid";
events {{ worker_connections 1024; }}
http {{
    access_log off;
    sendfile on;
    tcp_nopush on;
    keepalive_requests 100000000;
    default_type application/json;
    client_body_temp_path "{folder}/client";
    proxy_temp_path "{folder}/proxy";
    fastcgi_temp_path "{folder}/fastcgi";
    uwsgi_temp_path "{folder}/uwsgi";
    scgi_temp_path "{folder}/scgi";
    server {{
        listen {host}:{port};
        root "{folder}/public";
    }}
}}
"""


@contextmanager
def nginx_server(name: str, body: bytes, folder: Path, core: int) -> Iterator[Server]:
    """Serves ``body`` at ``/name``."""
    port = free_port()
    command = _command(folder / "nginx", port, name, body)
    with running(command, port=port, core=core, log=folder / "nginx.log") as server:
        yield server


def _command(folder: Path, port: int, name: str, body: bytes) -> list[str]:
    """Everything nginx touches lies in ``folder``."""
    (folder / "public").mkdir(parents=True)
    (folder / "public" / name).write_bytes(body)
    user = f"user {getpass.getuser()};" if os.geteuid() == 0 else ""
    configuration = folder / "nginx.conf"
    configuration.write_text(CONFIGURATION.format(folder=folder, host=HOST, port=port, user=user))
    return ["nginx", "-p", str(folder), "-e", str(folder / "error.log"), "-c", str(configuration)]
