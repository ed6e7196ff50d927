"""Content codings (RFC 9110 section 8.4.1), and the entity tags that tell coded bytes apart."""

import gzip
from collections.abc import Callable, Mapping
from enum import StrEnum
from hashlib import sha256

import brotli
import zstandard


class Coding(StrEnum):
    """In the server's order, the best first."""

    ZSTD = "zstd"
    BROTLI = "br"
    GZIP = "gzip"
    IDENTITY = "identity"


SMALLEST_CODED = 1024
"""Bytes. What is smaller fits into the first packets anyway and is sent as it is."""

_ENCODERS: Mapping[Coding, Callable[[bytes], bytes]] = {
    Coding.ZSTD: lambda body: zstandard.compress(body, 9),
    Coding.BROTLI: lambda body: brotli.compress(body, quality=5),
    Coding.GZIP: lambda body: gzip.compress(body, 6, mtime=0),
    Coding.IDENTITY: lambda body: body,
}


def encode(body: bytes, coding: Coding) -> bytes:
    return _ENCODERS[coding](body)


def entity_tag(content_language: str, encoded: bytes) -> str:
    """Strong: other bytes have another tag, and so has another language, which may have the same bytes."""
    digest = sha256(content_language.encode() + b"\0" + encoded)
    return f'"{digest.hexdigest()[:32]}"'
