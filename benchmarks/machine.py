import os
import platform
import re
import shutil
import subprocess
from importlib.metadata import version

from app.database import sqlite
from benchmarks import datasette, varnish

PACKAGES = ("uvicorn", "uvloop", "httptools", "fastapi", "starlette", "pydantic", "sqlmodel", "sqlalchemy")
PROGRAMS = {"wrk": ("wrk", "--version"), "nginx": ("nginx", "-v")}
OPTIONAL_PROGRAMS = {
    "Varnish": (varnish.program() or varnish.PROGRAM, "-V"),
    "Datasette": (datasette.PROGRAM, "--version"),
}
VERSION = re.compile(r"\d+(\.\d+)+")


def describe_machine() -> dict[str, str]:
    return {
        "cores": str(os.cpu_count()),
        "load before": " ".join(f"{load:.2f}" for load in os.getloadavg()),
        platform.system(): f"{platform.release()} {platform.machine()}",
        "Python": platform.python_version(),
        "SQLite of Dragoman": sqlite.driver.sqlite_version,
        **{package: version(package) for package in PACKAGES},
        **{name: _version(command) for name, command in PROGRAMS.items()},
        **{n: _version(command) for n, command in OPTIONAL_PROGRAMS.items() if shutil.which(command[0])},
    }


def _version(command: tuple[str, ...]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, timeout=10, check=False)
    found = VERSION.search(done.stdout + done.stderr)
    return found[0] if found else "?"
