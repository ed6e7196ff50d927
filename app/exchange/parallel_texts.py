"""Language versions of an article that are aligned, with where they come from and on what terms."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.parallel.pairs import Pair
from app.parallel.passages import passage
from app.parallel.segments import Segment
from app.parallel.side import Side


@dataclass(frozen=True, slots=True)
class ParallelTexts:
    """``alignments`` by tag, from ``pivot`` to that version; ``terms`` are the source's.

    ``origins`` and ``changed_at``, of each version: who wrote it, and when its revision was stored.
    """

    article_id: str
    source_language: str
    published_at: str | None
    terms: Mapping[str, str]
    pivot: str
    alignments: Mapping[str, Sequence[Pair]]
    sides: Mapping[str, Side]
    origins: Mapping[str, str]
    changed_at: Mapping[str, datetime]

    def text(self, tag: str, segments: Sequence[Segment]) -> str:
        return passage(self.sides[tag].texts, segments)
