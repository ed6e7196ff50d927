"""An encoder that needs no package: texts mean the same that say the same of a few things."""

from collections.abc import Sequence
from hashlib import sha256

import numpy as np

from app.parallel.text import Floats

THINGS = (
    ("bridge", "brug", "overspanning"),
    ("collapsed", "ingestort", "bezweek"),
    ("harvest", "oogst", "opbrengst"),
    ("farmers", "boeren", "landbouwers"),
    ("rain", "regen", "neerslag"),
)
_DIMENSIONS = 512
_OF_OTHER_WORDS = 0.2


class FewThings:
    """Another word than of ``THINGS`` is near to nothing but itself, and counts for little."""

    languages = frozenset({"en", "nl"})

    def __init__(self) -> None:
        self.read: list[str] = []

    def encode(self, texts: Sequence[str]) -> Floats:
        self.read += texts
        return np.stack([_vector(text) for text in texts])


def _vector(text: str) -> Floats:
    words = [word.strip(".,?!").lower() for word in text.split()]
    result: Floats = sum((_of_word(word) for word in words), np.zeros(_DIMENSIONS, dtype=np.float32))
    return result / np.float32(max(1e-9, float(np.linalg.norm(result))))


def _of_word(word: str) -> Floats:
    thing = next((words for words in THINGS if word in words), None)
    seed = int.from_bytes(sha256((thing[0] if thing else word).encode()).digest()[:8])
    vector = np.random.default_rng(seed).standard_normal(_DIMENSIONS).astype(np.float32)
    result: Floats = vector * np.float32(1 if thing else _OF_OTHER_WORDS)
    return result
