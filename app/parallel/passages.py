"""Segments taken together as one text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.parallel.segments import Segment


@dataclass(frozen=True, slots=True)
class Run:
    """Segments of one block with nothing but white space between them, and that white space."""

    segments: tuple[Segment, ...]
    text: str


def runs(texts: Mapping[str, str], segments: Sequence[Segment]) -> list[Run]:
    """``texts`` by block; ``segments`` in reading order."""
    found: list[list[Segment]] = []
    for segment in segments:
        if found and _follows(texts, found[-1][-1], segment):
            found[-1].append(segment)
        else:
            found.append([segment])
    return [Run(tuple(run), texts[run[0].block][run[0].start : run[-1].end]) for run in found]


def passage(texts: Mapping[str, str], segments: Sequence[Segment]) -> str:
    """Their runs, each on a line of its own."""
    return "\n".join(run.text for run in runs(texts, segments))


def _follows(texts: Mapping[str, str], earlier: Segment, later: Segment) -> bool:
    return (
        earlier.block == later.block
        and earlier.end <= later.start
        and not texts[later.block][earlier.end : later.start].strip()
    )
