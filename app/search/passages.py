"""What of a text is looked for by its meaning, and that as bits: one a dimension, whether it is positive.

A query's own vector is not made bits of: beside it, those of a passage say nearly what its vector would
(decision 22).
"""

from itertools import islice

import numpy as np
from numpy.typing import NDArray

from app.gazetteer.words import is_spaceless
from app.parallel.segments import Segment
from app.parallel.side import BYLINE, Side
from app.parallel.text import Floats

MOST = 16
"""Of a text, the first: news begins with what it is about."""
BYTES = 64
"""Of the bits of one."""
LONGEST = 400
"""Code points of one that are read."""
_LEAST_LETTERS = 10
"""Less means nothing by itself, and is near to nonsense. One of Han, Kana or Thai counts as two."""

Bits = NDArray[np.uint8]


def passages_of(side: Side) -> list[Segment]:
    """Sentences, headings and captions, in reading order."""
    found = (each for each in side.segments() if each.block != BYLINE and _says_something(each.text))
    return list(islice(found, MOST))


def _says_something(text: str) -> bool:
    return sum(2 if is_spaceless(each) else 1 for each in text if each.isalpha()) >= _LEAST_LETTERS


def bits_of(vectors: Floats) -> Bits:
    """A row of ``BYTES`` for each."""
    return np.packbits(vectors > 0, axis=1)


def cosines(vector: Floats, bits: Bits) -> Floats:
    """Of a vector of length 1 and those that the bits stand for."""
    signs = np.unpackbits(bits, axis=1).astype(np.float32) * 2 - 1
    result: Floats = signs @ vector / np.float32(np.sqrt(signs.shape[1]))
    return result
