"""Header fields as HTTP/1.1 writes them (RFC 9112 section 5): a line each, with its end."""

from collections.abc import Iterable

_ENDS = frozenset("\r\n\0")


def field_lines(fields: Iterable[tuple[str, str]]) -> bytes:
    """Raises ValueError for a text that would end its line, and so begin another field."""
    lines = [f"{name}: {value}" for name, value in fields]
    if not _ENDS.isdisjoint("".join(lines)):
        raise ValueError(f"no header fields: {lines!r}")
    return b"".join(line.encode("latin-1") + b"\r\n" for line in lines)


def read_field_lines(lines: bytes) -> list[tuple[bytes, bytes]]:
    fields = (line.partition(b": ") for line in lines.split(b"\r\n") if line)
    return [(name, value) for name, _, value in fields]
