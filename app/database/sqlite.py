"""Which SQLite is used, and how its connections are set up.

SQLite from 3.7.0 to 3.51.2 can lose or corrupt data when two connections write or checkpoint a
write-ahead log at the same moment (the WAL-reset fault, https://sqlite.org/wal.html#walresetbug).
"""

import math
import sqlite3
from collections.abc import Callable
from importlib import import_module
from typing import Any

WAL_RESET_FIXED = (3, 51, 3)
PAGE_BYTES = 16384
"""Of a new file: most representations fit in a page, so that reading one reads one."""
CHECKPOINT_PAGES = 250
"""A log of 4 MB, as SQLite's own defaults have it."""


def _newest_driver() -> Any:
    try:
        bundled = import_module("pysqlite3.dbapi2")
    except ImportError:
        return sqlite3
    return max(sqlite3, bundled, key=lambda module: module.sqlite_version_info)


driver = _newest_driver()


def is_wal_reset_safe() -> bool:
    return bool(driver.sqlite_version_info >= WAL_RESET_FIXED)


def add_missing_functions(connection: Any) -> None:
    """Trigonometry, which a build of SQLite need not have (SQLITE_ENABLE_MATH_FUNCTIONS)."""
    try:
        connection.execute("SELECT radians(sin(cos(0)))")
    except driver.OperationalError:
        for function in (math.radians, math.sin, math.cos):
            add_function(connection, function)


def add_function(connection: Any, function: Callable[[float], float]) -> None:
    def or_null(argument: float | None) -> float | None:
        return None if argument is None else function(argument)

    connection.create_function(function.__name__, 1, or_null, deterministic=True)


def prepare_connection(connection: Any, *, synchronous: str, timeout: float, read_only: bool) -> None:
    """Sets enforced foreign keys, and for the writer WAL and checkpoints; no transaction but those we begin.

    WAL is a property of the file, so it is the writer in its turn who sets it: a reader who opens an
    empty file at the same moment would be in its way. A checkpoint is made by a commit that leaves a
    long log behind, and so in a writer's turn, too: no other connection writes meanwhile.
    """
    connection.isolation_level = None
    pragmas = [
        f"busy_timeout = {int(timeout * 1000)}",
        f"synchronous = {synchronous}",
        "foreign_keys = ON",
        "temp_store = MEMORY",
    ]
    if read_only:
        pragmas += ["query_only = ON", "wal_autocheckpoint = 0"]
    else:
        pragmas += [
            f"page_size = {PAGE_BYTES}",
            "journal_mode = WAL",
            f"wal_autocheckpoint = {CHECKPOINT_PAGES}",
        ]
    for pragma in pragmas:
        connection.execute(f"PRAGMA {pragma}")
    add_missing_functions(connection)
