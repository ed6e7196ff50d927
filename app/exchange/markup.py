"""Writes XML 1.0, an element a line, to a stream of bytes; nothing is kept in memory."""

import re
from collections.abc import Mapping
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

Attributes = Mapping[str, str | None]
"""None stands for an attribute that is left out."""

# Neither can be written in XML, escaped or not (XML 1.0, production 2).
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_REPLACEMENT = "\ufffd"
_RETURN = {"\r": "&#13;"}


class MarkupWriter:
    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._open: list[str] = []
        self._line('<?xml version="1.0" encoding="UTF-8"?>')

    def start(self, name: str, attributes: Attributes | None = None) -> None:
        self._line(f"<{name}{_written(attributes)}>")
        self._open.append(name)

    def end(self) -> None:
        name = self._open.pop()
        self._line(f"</{name}>")

    def leaf(self, name: str, text: str, attributes: Attributes | None = None) -> None:
        """An element that has nothing but text, whose white space is not touched."""
        self._line(f"<{name}{_written(attributes)}>{escape(_writable(text), _RETURN)}</{name}>")

    def empty(self, name: str, attributes: Attributes) -> None:
        self._line(f"<{name}{_written(attributes)}/>")

    def _line(self, markup: str) -> None:
        self._stream.write(f"{'  ' * len(self._open)}{markup}\n".encode())


def _written(attributes: Attributes | None) -> str:
    given = (attributes or {}).items()
    return "".join(f" {name}={quoteattr(_writable(value))}" for name, value in given if value is not None)


def _writable(text: str) -> str:
    return _UNWRITABLE.sub(_REPLACEMENT, text)
