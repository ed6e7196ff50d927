"""A file that is written whole or not at all."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

STANDARD_OUTPUT = "-"


@contextmanager
def written_file(path: str) -> Iterator[BinaryIO]:
    """Under its name once it is complete; what was there before stays until then. ``-``: standard output."""
    if path == STANDARD_OUTPUT:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    final = Path(path).resolve()
    if final.exists() and not final.is_file():
        with final.open("wb") as device:
            yield device
        return
    unfinished = final.with_name(f".{final.name}.{os.getpid()}.part")
    try:
        opened = unfinished.open("xb")
    except OSError as error:  # it names a file that nobody has heard of
        raise OSError(error.errno, error.strerror, path) from error
    try:
        with opened as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(final)
    finally:
        unfinished.unlink(missing_ok=True)
