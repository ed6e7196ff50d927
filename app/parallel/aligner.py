"""Which program aligns: what another one aligned and found is done again."""

from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from importlib.util import find_spec

from app.parallel.encoder import Encoder

_LIBRARIES = ("anyascii", "babel", "numpy", "rapidfuzz", "sentencex", "unicode-rbnf")
_EXTRAS = ("simplemma",)


def aligner(encoder: Encoder | None) -> str:
    """A digest of it; with an encoder it is another one."""
    return _digest(type(encoder).__name__)


@cache
def _digest(encoder: str) -> str:
    digest = sha256(encoder.encode())
    for file in sorted(_sources(files("app.parallel")), key=lambda each: each.name):
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    for library in (*_LIBRARIES, *filter(find_spec, _EXTRAS)):
        digest.update(f"{library} {version(library)}\0".encode())
    return digest.hexdigest()[:16]


def _sources(folder: Traversable) -> list[Traversable]:
    children = list(folder.iterdir())
    inner = [each for child in children if child.is_dir() for each in _sources(child)]
    return [each for each in children if each.name.endswith((".py", ".zip"))] + inner
