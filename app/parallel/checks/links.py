"""People and places that are linked in the text of a pair."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.parallel.checks.finding import Span
from app.parallel.segments import Segment
from app.parallel.side import Side

Nameable = Mapping[str, Collection[str]]
"""By the people and places that have a name in the target's language, what they are called there."""


@dataclass(frozen=True, slots=True)
class Link:
    entity: str
    span: Span
    text: str
    is_demonym: bool

    @property
    def kind(self) -> str:
        return self.entity.partition("/")[0]


def links_of(segments: Sequence[Segment], side: Side) -> Iterator[Link]:
    for segment in segments:
        for name in side.names.get(segment.block, ()):
            if segment.start <= name.start and name.end <= segment.end:
                text = side.texts[segment.block][name.start : name.end]
                yield Link(name.entity, Span(name.start, name.end, segment.block), text, name.is_demonym)


def lacking(links: Sequence[Link], others: Sequence[Link]) -> list[Link]:
    """Those that the others do not have, each once."""
    known = {each.entity for each in others}
    first = {each.entity: each for each in reversed(links)}
    return [each for each in links if each.entity not in known and first[each.entity] is each]
