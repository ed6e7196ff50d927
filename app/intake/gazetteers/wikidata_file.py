"""Files of Wikidata entities: a dump (an array, an entity a line), or what is known of one or a few."""

import bz2
import gzip
import json
from collections.abc import Iterator
from io import BufferedIOBase
from pathlib import Path
from typing import Any

from app.errors import Refusal
from app.intake.finding import FileFinding

_WHOLE = 64 * 1024 * 1024
"""Bytes of a file that is not written an entity a line; it is read at once."""
_LONGEST_LINE = 64 * 1024 * 1024


class WikidataFile:
    """``.json``, ``.json.gz`` or ``.json.bz2``; read line by line, so that a dump needs no memory."""

    def __init__(self, path: Path) -> None:
        """Raises Refusal where there is no file."""
        if not path.is_file():
            raise Refusal("no-such-path", f"{path}: not a file")
        self.path = path
        self.size = path.stat().st_size
        self.line = 0
        """Of the entity that was read last; of a file that is not an entity a line, its first."""
        self._raw: BufferedIOBase | None = None

    @property
    def position(self) -> int:
        """Bytes read, of ``size``; of a compressed file as they are compressed."""
        return self._raw.tell() if self._raw is not None and not self._raw.closed else 0

    def __iter__(self) -> Iterator[dict[str, Any] | FileFinding]:
        """Entities; lines that are none are named, and passed over."""
        with self.path.open("rb") as raw, self._opened(raw) as lines:
            self._raw = raw
            try:
                first = lines.readline(_LONGEST_LINE)
                if not first:
                    yield self._refused(0, "empty", "the file is empty")
                elif _is_whole(first):
                    yield from self._entities_of_whole(first + lines.read(_WHOLE))
                else:
                    yield from self._entities_of_lines(first, lines)
            except (EOFError, OSError) as error:
                yield self._refused(0, "not-readable", str(error))

    def _opened(self, raw: BufferedIOBase) -> BufferedIOBase:
        if self.path.suffix == ".gz":
            return gzip.open(raw)
        if self.path.suffix == ".bz2":
            return bz2.open(raw)
        return raw

    def _entities_of_whole(self, text: bytes) -> Iterator[dict[str, Any] | FileFinding]:
        if len(text) > _WHOLE:
            yield self._refused(0, "too-large", f"more than {_WHOLE} bytes that are not an entity a line")
            return
        try:
            document = json.loads(text)
        except (ValueError, RecursionError) as error:
            line = getattr(error, "lineno", 1)
            yield self._refused(line, "not-json", str(error))
            return
        entities = document.get("entities", document) if isinstance(document, dict) else document
        if isinstance(entities, dict) and "id" not in entities:
            entities = list(entities.values())
        for entity in entities if isinstance(entities, list) else [entities]:
            yield self._checked(entity, 1)

    def _entities_of_lines(
        self, first: bytes, lines: BufferedIOBase
    ) -> Iterator[dict[str, Any] | FileFinding]:
        number, line = 1, first
        while line:
            text = line.strip().rstrip(b",")
            if text not in (b"", b"[", b"]"):
                yield self._entity_of_line(text, number)
            line = lines.readline(_LONGEST_LINE)
            number += 1

    def _entity_of_line(self, text: bytes, number: int) -> dict[str, Any] | FileFinding:
        try:
            return self._checked(json.loads(text), number)
        except (ValueError, RecursionError) as error:
            return self._refused(number, "not-json", str(error))

    def _checked(self, entity: Any, number: int) -> dict[str, Any] | FileFinding:
        self.line = number
        if isinstance(entity, dict) and isinstance(entity.get("id"), str):
            return entity
        return self._refused(number, "not-an-entity", "no Wikidata entity: an object with an id")

    def _refused(self, line: int, code: str, message: str) -> FileFinding:
        return FileFinding(self.path, line, 1 if line else 0, "refused", code, message)


def _is_whole(first: bytes) -> bool:
    """Whether the first line is neither the bracket of a dump nor an entity of its own."""
    text = first.strip().rstrip(b",")
    if text in (b"", b"["):
        return False
    try:
        parsed = json.loads(text)
    except ValueError:
        return not text.endswith(b"}")
    return not (isinstance(parsed, dict) and "id" in parsed)
