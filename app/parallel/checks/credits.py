"""Who made or owns a picture, where one side says it and the other does not."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from app.parallel.checks.finding import Finding
from app.parallel.checks.structure import spans_of
from app.parallel.pairs import Pair
from app.parallel.segments import Segment
from app.parallel.side import Side

MOST_UNLIKE = 2.0
"""Times as long or as short as the texts lead to expect."""


@dataclass(frozen=True, slots=True)
class LostCredit:
    """A caption of one side, and the paragraph that it is on the other because it has no credit there."""

    code: Literal["credit-missing", "credit-added"]
    credit: str
    source: Sequence[Segment]
    target: Sequence[Segment]

    @property
    def finding(self) -> Finding:
        name = "source" if self.code == "credit-missing" else "target"
        return Finding(self.code, spans_of(self.source), spans_of(self.target), {name: self.credit})


def find_lost_credits(
    source: Side, target: Side, pairs: Sequence[Pair], ratio: float | None
) -> Iterator[LostCredit]:
    """Nothing but its credit tells a caption between paragraphs. ``ratio``: of target to source lengths."""
    there, here = _Text(source, pairs, 0), _Text(target, pairs, 1)
    for caption, paragraph in _partners(there, here, 1 / (ratio or 1)):
        credit = source.credits[caption[0].block] or ""
        yield LostCredit("credit-missing", credit, caption, paragraph)
    for caption, paragraph in _partners(here, there, ratio or 1):
        credit = target.credits[caption[0].block] or ""
        yield LostCredit("credit-added", credit, paragraph, caption)


class _Text:
    def __init__(self, side: Side, pairs: Sequence[Pair], which: Literal[0, 1]) -> None:
        self.credits = side.credits
        self.segments = side.segments()
        self.places = {segment.id: place for place, segment in enumerate(self.segments)}
        self.blocks: Mapping[str, list[Segment]] = defaultdict(list)
        for segment in self.segments:
            self.blocks[segment.block].append(segment)
        self.partners: dict[str, Sequence[Segment]] = {}
        for pair in pairs:
            own, others = (pair.source, pair.target) if which == 0 else (pair.target, pair.source)
            self.partners |= {segment.id: others for segment in own if others}

    def beside(self, segments: Sequence[Segment]) -> list[Segment | None]:
        """What stands before and after, if anything."""
        places = self.places[segments[0].id] - 1, self.places[segments[-1].id] + 1
        return [self.segments[at] if 0 <= at < len(self.segments) else None for at in places]

    def is_alone(self, block: str) -> bool:
        return not any(segment.id in self.partners for segment in self.blocks[block])


def _partners(
    captioned: _Text, other: _Text, ratio: float
) -> Iterator[tuple[Sequence[Segment], Sequence[Segment]]]:
    """Captions with a credit and paragraphs that translate nothing, between the same neighbours."""
    paragraphs = [
        segments
        for block, segments in other.blocks.items()
        if segments[0].kind == "paragraph" and other.is_alone(block)
    ]
    for picture, credit in captioned.credits.items():
        caption = captioned.blocks[picture]
        if not credit or not caption or not captioned.is_alone(picture):
            continue
        for paragraph in paragraphs:
            times = _length(caption) / _length(paragraph) / ratio
            if 1 / MOST_UNLIKE <= times <= MOST_UNLIKE and _have_one_place(
                captioned, caption, other, paragraph
            ):
                paragraphs.remove(paragraph)
                yield caption, paragraph
                break


def _have_one_place(
    captioned: _Text, caption: Sequence[Segment], other: _Text, paragraph: Sequence[Segment]
) -> bool:
    return any(
        mine is not None and theirs is not None and theirs in captioned.partners.get(mine.id, ())
        for mine, theirs in zip(captioned.beside(caption), other.beside(paragraph), strict=True)
    )


def _length(segments: Sequence[Segment]) -> int:
    return sum(len(segment.text) for segment in segments)
