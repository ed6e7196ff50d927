from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files

_SOURCES = {
    "app.search": (
        "analysis.py", "document.py", "expression.py", "folding.py", "languages.py", "row_number.py",
        "stemming.py",
    ),
    "app.gazetteer": ("common_words.json", "false_friends.py", "keys.py", "proclitics.py", "words.py"),
}  # fmt: skip
_LIBRARIES = ("icu4py", "pystemmer")


@cache
def program() -> str:
    """A digest of what makes terms of texts: what another program indexed is indexed anew."""
    libraries = " ".join(f"{library} {version(library)}" for library in _LIBRARIES)
    return _digest(libraries, _SOURCES)


@cache
def learner() -> str:
    """The same of what learns which terms go together."""
    return _digest(program(), {"app.search": ("counterparts.py",)})


def _digest(libraries: str, sources: Mapping[str, Sequence[str]]) -> str:
    digest = sha256(libraries.encode())
    for package, names in sources.items():
        for name in names:
            digest.update(name.encode() + b"\0" + (files(package) / name).read_bytes())
    return digest.hexdigest()[:32]
