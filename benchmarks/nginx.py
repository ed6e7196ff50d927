"""What no Python process reaches: nginx with one worker and a file."""

import getpass
import os
from pathlib import Path

from benchmarks.server import HOST

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


def nginx_command(folder: Path, port: int, name: str, body: bytes) -> list[str]:
    """Everything nginx touches lies in ``folder``; ``body`` is what it serves at ``/name``."""
    (folder / "public").mkdir(parents=True)
    (folder / "public" / name).write_bytes(body)
    user = f"user {getpass.getuser()};" if os.geteuid() == 0 else ""
    configuration = folder / "nginx.conf"
    configuration.write_text(CONFIGURATION.format(folder=folder, host=HOST, port=port, user=user))
    return ["nginx", "-p", str(folder), "-e", str(folder / "error.log"), "-c", str(configuration)]
