from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files

_SOURCES = {
    "app.search": (
        "analysis.py", "document.py", "expression.py", "folding.py", "languages.py", "row_number.py",
        "stemming.py",
    ),
    "app.gazetteer": ("keys.py", "proclitics.py", "words.py"),
}  # fmt: skip
_LIBRARIES = ("icu4py", "pystemmer")


@cache
def program() -> str:
    """A digest of what makes terms of texts: what another program indexed is indexed anew."""
    digest = sha256(" ".join(f"{library} {version(library)}" for library in _LIBRARIES).encode())
    for package, names in _SOURCES.items():
        for name in names:
            digest.update(name.encode() + b"\0" + (files(package) / name).read_bytes())
    return digest.hexdigest()[:32]
