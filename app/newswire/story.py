"""An article in one language, as values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from app.newswire.lists import item_text

BlockType = Literal["heading", "paragraph", "quote", "list"]


@dataclass(frozen=True, slots=True)
class Block:
    """``text`` is whole: a quote keeps its marks and attribution, a list its markers, one item a line."""

    type: BlockType
    text: str
    line: int
    speaker: str | None = None

    @property
    def items(self) -> tuple[str, ...]:
        """The items of a list without their markers."""
        return tuple(item_text(line) for line in self.text.split("\n"))


@dataclass(frozen=True, slots=True)
class Figure:
    """The place in the body of ``pictures[picture]``."""

    picture: int


@dataclass(frozen=True, slots=True)
class Picture:
    """``printed`` is the whole text as it stood, credit and brackets included, one line each."""

    caption: str
    credit: str | None
    line: int
    printed: str


@dataclass(frozen=True, slots=True)
class Story:
    """A picture above the lead has no Figure; every other picture has exactly one.

    A dateline printed in front of the lead's first sentence stays in the lead. ``front_lines``: where
    ``headline``, ``lead`` and ``byline`` begin in the file, as far as it has them.
    """

    headline: str
    lead: str | None
    byline: str | None
    dateline: str | None
    body: tuple[Block | Figure, ...]
    pictures: tuple[Picture, ...]
    front_lines: Mapping[str, int] = field(default_factory=dict)
