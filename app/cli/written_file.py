"""A file that is written whole or not at all."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

STANDARD_OUTPUT = "-"
_UNFINISHED = ".part"


@contextmanager
def written_file(path: str) -> Iterator[BinaryIO]:
    """Under its name once it is complete; what was there before stays until then. ``-``: standard output.

    Raises OSError, which names the path as it was given.
    """
    if path == STANDARD_OUTPUT:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    with _named(path):
        final = Path(path).resolve()
        if final.exists() and not final.is_file():
            with final.open("wb") as device:
                yield device
            return
        unfinished = final.with_name(f".{final.name}.{os.getpid()}{_UNFINISHED}")
        opened = unfinished.open("xb")
        try:
            with opened as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            unfinished.replace(final)
        finally:
            unfinished.unlink(missing_ok=True)


@contextmanager
def _named(path: str) -> Iterator[None]:
    """Errors name the file that was asked for, not one that nobody has heard of."""
    try:
        yield
    except OSError as error:
        if error.filename in {None, path} or str(error.filename).endswith(_UNFINISHED):
            raise OSError(error.errno, f"cannot be written: {error.strerror}", path) from error
        raise
