"""A heading is translated by a heading."""

import math
from collections.abc import Sequence

import numpy as np

from app.parallel.beads import Size
from app.parallel.segments import Kind, Segment
from app.parallel.text import Doubles

Stream = str

# Captions stand where pictures stand, another place in each version: they have an order of their own.
STREAMS: dict[Kind, Stream] = {"caption": "captions", "byline": "bylines"}
BODY: Stream = "body"
STREAM_ORDER = (BODY, "captions", "bylines")
_CLASSES: dict[Kind, int] = {"headline": 1, "heading": 2, "caption": 3, "byline": 4}
UNLIKE = -20.0
MOST_FOR_ALIKE = 4.0


def stream_of(segment: Segment) -> Stream:
    return STREAMS.get(segment.kind, BODY)


def kind_evidence(source: Sequence[Segment], target: Sequence[Segment], size: Size) -> Doubles:
    """The rarer a kind is, the more it says that both have it. Running text is one kind."""
    mine = np.array([_CLASSES.get(each.kind, 0) for each in source])
    theirs = np.array([_CLASSES.get(each.kind, 0) for each in target])
    table = np.where(mine[:, None] == theirs[None, :], _rarity(mine, theirs)[None, :], UNLIKE)
    rows, columns = len(source) - size[0] + 1, len(target) - size[1] + 1
    steps = [(down, right) for down in range(size[0]) for right in range(size[1])]
    result: Doubles = np.minimum.reduce(
        [table[down : down + rows, right : right + columns] for down, right in steps]
    )
    return result


def _rarity(mine: Doubles, theirs: Doubles) -> Doubles:
    """Of each target segment's kind; none for running text, so that its pairs stand as they are."""
    everything = np.concatenate([mine, theirs])
    shares = {kind: float((everything == kind).mean()) for kind in set(everything.tolist())}
    return np.array(
        [min(MOST_FOR_ALIKE, -math.log(shares[kind])) if kind else 0.0 for kind in theirs.tolist()]
    )
