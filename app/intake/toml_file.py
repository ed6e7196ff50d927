"""Reads a TOML file into a pydantic model; what is wrong with it is named by line."""

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from app.errors import Refusal

Model = TypeVar("Model", bound=BaseModel)

MAX_BYTES = 64 * 1024 * 1024

_MESSAGES = {
    "extra_forbidden": "this key is not known",
    "missing": "this key is missing",
    "string_too_short": "is empty",
    "too_short": "is empty",
}
"""By pydantic's type, where its own message speaks of code."""

_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")


class Entry(BaseModel):
    """A part of such a file: a key that is not known is refused, a misspelt one would be lost in silence."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def read_toml(path: Path, model: type[Model]) -> Model:
    """Raises Refusal, code ``not-utf-8``, ``not-toml`` or ``invalid-value``."""
    text = _read_text(path)
    try:
        return model.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise _not_toml(error, text) from error
    except RecursionError as error:
        raise Refusal("not-toml", "nested too deeply") from error
    except ValidationError as error:
        raise _invalid_values(error, text) from error


def _read_text(path: Path) -> str:
    raw = _read_bytes(path)
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise Refusal(
            "not-utf-8", f"byte {raw[error.start]:#04x} is not UTF-8", line=line, column=1
        ) from error


def _read_bytes(path: Path) -> bytes:
    if not path.is_file():
        raise Refusal("not-readable", "not a file")
    try:
        if path.stat().st_size > MAX_BYTES:
            raise Refusal("too-large", f"larger than {MAX_BYTES} bytes")
        return path.read_bytes()
    except OSError as error:
        raise Refusal("not-readable", error.strerror or str(error)) from error


def _not_toml(error: tomllib.TOMLDecodeError, text: str) -> Refusal:
    place = _PLACE.search(str(error))
    message = str(error).partition(" (at ")[0]
    if place is None:
        return Refusal("not-toml", message, line=text.count("\n") + 1, column=1)
    return Refusal("not-toml", message, line=int(place[1]), column=int(place[2]))


def _invalid_values(error: ValidationError, text: str) -> Refusal:
    """The first, in the order of the file, with all others."""
    faults = sorted(
        (_invalid_value(each, text) for each in error.errors(include_url=False, include_input=False)),
        key=lambda fault: fault.line,
    )
    first, *more = faults
    return Refusal(first.code, first.message, line=first.line, column=first.column, more=more)


def _invalid_value(fault: ErrorDetails, text: str) -> Refusal:
    message = _MESSAGES.get(fault["type"]) or fault["msg"].removeprefix("Value error, ")
    keys = [str(part) for part in fault["loc"] if not isinstance(part, int)]
    return Refusal("invalid-value", f"{'.'.join(keys)}: {message}", line=line_of_key(text, keys), column=1)


def line_of_key(text: str, keys: Sequence[Any]) -> int:
    """The line where the deepest of nested keys stands that can be found; 0 where none can.

    The standard library's TOML reader does not tell positions, so the lines are searched again.
    """
    lines = ["" if line.lstrip().startswith("#") else line for line in text.split("\n")]
    found = 0
    for key in keys:
        start = max(found - 1, 0)
        name = re.escape(str(key))
        pattern = re.compile(rf"""(^|[\s.\[{{,"'])["']?{name}["']?\s*([=\].]|$)""")
        hits = (number for number in range(start, len(lines)) if pattern.search(lines[number]))
        hit = next(hits, None)
        if hit is None:
            break
        found = hit + 1
    return found
