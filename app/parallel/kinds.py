"""A heading is translated by a heading, as far as it is known to be one."""

import math
from collections.abc import Sequence

import numpy as np

from app.newswire.punctuation import LANGUAGES_WITHOUT_STOPS, primary
from app.parallel.beads import ONE_TO_ONE, Size
from app.parallel.letters import length
from app.parallel.segments import Kind, Segment
from app.parallel.text import Doubles

Stream = str

# Captions stand where pictures stand, another place in each version: they have an order of their own.
STREAMS: dict[Kind, Stream] = {"caption": "captions", "byline": "bylines"}
BODY: Stream = "body"
STREAM_ORDER = (BODY, "captions", "bylines")
_RUNNING_TEXT, _HEADING = 0, 2
_CLASSES: dict[Kind, int] = {"headline": 1, "heading": _HEADING, "caption": 3, "byline": 4}
UNLIKE = -20.0
# Only the stop that it lacks makes a line a heading; the longer it is, the likelier a stop was forgotten.
OF_SHORT_HEADING, OF_LONG_HEADING = -12.0, -2.0
SHORT_HEADING, LONG_HEADING = 12.0, 40.0
# Such a line is a paragraph of its own all the same.
OF_JOINED_HEADING = -4.0
OF_HEADLINE = -8.0
MOST_FOR_ALIKE = 4.0


def stream_of(segment: Segment) -> Stream:
    return STREAMS.get(segment.kind, BODY)


def kind_evidence(
    source: Sequence[Segment], target: Sequence[Segment], size: Size, languages: tuple[str, str]
) -> Doubles:
    """The rarer a kind is, the more it says that both have it. Running text is one kind."""
    mine, theirs = _classes(source), _classes(target)
    unlike = np.maximum(_doubt(source, languages[0])[:, None], _doubt(target, languages[1])[None, :])
    if size != ONE_TO_ONE:
        unlike = unlike + OF_JOINED_HEADING
    table = np.where(mine[:, None] == theirs[None, :], _rarity(mine, theirs)[None, :], unlike)
    rows, columns = len(source) - size[0] + 1, len(target) - size[1] + 1
    steps = [(down, right) for down in range(size[0]) for right in range(size[1])]
    result: Doubles = np.minimum.reduce(
        [table[down : down + rows, right : right + columns] for down, right in steps]
    )
    return result


def _classes(segments: Sequence[Segment]) -> Doubles:
    return np.array([_CLASSES.get(each.kind, _RUNNING_TEXT) for each in segments])


def _doubt(segments: Sequence[Segment], language: str) -> Doubles:
    """What speaks against each, if it is paired with one of another kind."""
    has_stops = primary(language) not in LANGUAGES_WITHOUT_STOPS

    def of(segment: Segment) -> float:
        if segment.kind == "headline":
            return OF_HEADLINE
        if segment.kind != "heading":
            return UNLIKE
        if not has_stops:
            return OF_LONG_HEADING
        share = math.log(length(segment.text) / SHORT_HEADING) / math.log(LONG_HEADING / SHORT_HEADING)
        return OF_SHORT_HEADING + min(1.0, max(0.0, share)) * (OF_LONG_HEADING - OF_SHORT_HEADING)

    return np.array([of(each) for each in segments])


def _rarity(mine: Doubles, theirs: Doubles) -> Doubles:
    """Of each target segment's kind; none for running text, so that its pairs stand as they are."""
    everything = np.concatenate([mine, theirs])
    shares = {kind: float((everything == kind).mean()) for kind in set(everything.tolist())}
    return np.array(
        [min(MOST_FOR_ALIKE, -math.log(shares[kind])) if kind else 0.0 for kind in theirs.tolist()]
    )
