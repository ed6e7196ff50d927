"""Passages of texts, kept in memory, that mean what is asked for.

All are looked through by their bits, the nearest then with the query's own vector: 1.6 million in 25 ms.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from app.parallel.text import Floats
from app.search.passages import BYTES, bits_of, cosines

LEAST_COSINE = 0.33
"""Less is near to nonsense, too. Measured (decision 22)."""
MOST_VERSIONS = 100_000
"""That are looked through: 100 MB, with as many passages as one may have."""
MOST_NEAR = 500
"""Passages that are found at once."""
_FAR = 200
"""Bits that differ, of 512: cosines of less than 0.22, if signs were all there is."""
_WORDS = BYTES // 8

Numbers = NDArray[np.int64]
Encoded = tuple[int, bytes]
"""The id of a ``Meaning``, and the bits of its passages."""


class Near(NamedTuple):
    """``passage`` is its number in the text."""

    meaning_id: int
    passage: int
    cosine: float


@dataclass(frozen=True, slots=True)
class EncodedPassages:
    """``ends[n]`` is where those of ``ids[n]`` end. ``bits``: a column a passage, so that it is soon read."""

    ids: Numbers
    ends: Numbers
    bits: NDArray[np.uint64]

    @classmethod
    def none(cls) -> "EncodedPassages":
        return cls(
            np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64), np.zeros((_WORDS, 0), dtype=np.uint64)
        )

    def with_more(self, encoded: Sequence[Encoded]) -> "EncodedPassages":
        """Of no more than ``MOST_VERSIONS``, the last."""
        sizes = np.array([len(bits) // BYTES for _, bits in encoded], dtype=np.int64)
        rows = np.frombuffer(b"".join(bits for _, bits in encoded), dtype=np.uint64).reshape(-1, _WORDS)
        ids = np.concatenate((self.ids, np.array([id_ for id_, _ in encoded], dtype=np.int64)))
        ends = np.concatenate((self.ends, self.bits.shape[1] + np.cumsum(sizes)))
        bits = np.concatenate((self.bits, rows.T), axis=1)
        left_out = max(0, len(ids) - MOST_VERSIONS)
        start = int(ends[left_out - 1]) if left_out else 0
        return EncodedPassages(ids[left_out:], ends[left_out:] - start, bits[:, start:])

    def nearest(self, vector: Floats) -> tuple[list[Near], bool]:
        """Of each text the nearest passage, the nearest text first; and whether there may be more."""
        near = self._near(vector)
        rows = np.ascontiguousarray(self.bits[:, near].T).view(np.uint8)
        likeness = cosines(vector, rows)
        order = np.argsort(-likeness, kind="stable")[: int((likeness >= LEAST_COSINE).sum())]
        texts = np.searchsorted(self.ends, near[order], side="right")
        _, first = np.unique(texts, return_index=True)
        starts = np.concatenate(([0], self.ends))
        found = [
            Near(
                int(self.ids[texts[place]]),
                int(near[order[place]] - starts[texts[place]]),
                float(likeness[order[place]]),
            )
            for place in np.sort(first)
        ]
        return found, len(order) == MOST_NEAR

    def _near(self, vector: Floats) -> Numbers:
        own = bits_of(vector[np.newaxis])[0].view(np.uint64)
        differing = np.zeros(self.bits.shape[1], dtype=np.uint16)
        for column, word in zip(self.bits, own, strict=True):
            differing += np.bitwise_count(column ^ word)
        near = np.flatnonzero(differing <= _FAR)
        if len(near) > MOST_NEAR:
            near = near[np.argpartition(differing[near], MOST_NEAR)[:MOST_NEAR]]
        return near
