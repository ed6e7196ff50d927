import os
import platform
import subprocess
from importlib.metadata import version

from app.database import sqlite

PACKAGES = ("uvicorn", "uvloop", "httptools", "fastapi", "starlette", "pydantic", "sqlmodel", "sqlalchemy")
PROGRAMS = {"wrk": ("wrk", "--version"), "nginx": ("nginx", "-v")}


def describe_machine() -> dict[str, str]:
    return {
        "cores": str(os.cpu_count()),
        "load before": " ".join(f"{load:.2f}" for load in os.getloadavg()),
        "kernel": f"{platform.system()} {platform.release()} {platform.machine()}",
        "Python": platform.python_version(),
        "SQLite of Dragoman": sqlite.driver.sqlite_version,
        **{package: version(package) for package in PACKAGES},
        **{name: _first_line(command) for name, command in PROGRAMS.items()},
    }


def _first_line(command: tuple[str, ...]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, timeout=10, check=False)
    return (done.stdout + done.stderr).splitlines()[0]
