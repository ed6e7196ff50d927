"""Aligned texts as JSON Lines: one pair a line, with all that is known of it."""

import json
from collections.abc import Sequence
from itertools import combinations
from typing import BinaryIO

from app.exchange.parallel_texts import ParallelTexts
from app.parallel.composition import compose, turned
from app.parallel.pairs import Pair
from app.parallel.segments import Segment


class BitextWriter:
    """Of more than two ``languages`` each is laid beside each other."""

    def __init__(self, stream: BinaryIO, languages: Sequence[str]) -> None:
        self._stream = stream
        self._couples = list(combinations(languages, 2))
        self.written = 0

    def add(self, texts: ParallelTexts, least_score: float) -> None:
        for source, target in self._couples:
            if source in texts.sides and target in texts.sides:
                for pair in _pairs(texts, source, target):
                    if pair.source and pair.target and pair.score >= least_score:
                        self._line(texts, source, target, pair)
                        self.written += 1

    def _line(self, texts: ParallelTexts, source: str, target: str, pair: Pair) -> None:
        document = {
            "article": texts.article_id,
            "languages": [source, target],
            "texts": {source: texts.text(source, pair.source), target: texts.text(target, pair.target)},
            "segments": {source: _ids(pair.source), target: _ids(pair.target)},
            "kind": pair.source[0].kind,
            "type": pair.type,
            "score": pair.score,
            "origins": {source: texts.origins[source], target: texts.origins[target]},
            "source_language": texts.source_language,
            "published_at": texts.published_at,
            "source": dict(texts.terms),
        }
        self._stream.write(json.dumps(document, ensure_ascii=False).encode() + b"\n")

    def close(self) -> None:
        pass


def _pairs(texts: ParallelTexts, source: str, target: str) -> Sequence[Pair]:
    if source == texts.pivot:
        return texts.alignments[target]
    if target == texts.pivot:
        return turned(texts.alignments[source])
    return compose(texts.alignments[source], texts.alignments[target])


def _ids(segments: Sequence[Segment]) -> list[str]:
    return [segment.id for segment in segments]
