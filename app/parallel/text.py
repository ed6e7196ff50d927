"""A version of a text made ready for comparison: its tokens as numbers, its lengths."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.newswire.punctuation import LANGUAGES_WITHOUT_STOPS, primary
from app.parallel.letters import length
from app.parallel.segments import Segment
from app.parallel.sentences import Span, sentence_spans
from app.parallel.terms import terms_of
from app.parallel.tokens import Token, TokenKind, tokens_of

# A text is a sample: in so many tokens more, as if they were read, no word of it stands again. Without them a
# word of a short text would be far too frequent to say anything.
UNREAD = 500
# Of a segment with more, where each of them ends tells nothing.
MOST_SENTENCES = 12
Ids = NDArray[np.int64]
Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class KnownName:
    """Who or what a span of a block names, under an id that is the same in every language.

    Offsets are those of the block, in code points. ``is_demonym``: of a place, what its people are called.
    """

    start: int
    end: int
    entity: str
    is_demonym: bool = False


Names = Mapping[str, Sequence[KnownName]]
"""By the key of the block they stand in."""


class Text:
    """``tokens[i]`` are the ids of the i-th segment's tokens, with repetition.

    ``lengths`` are in letters, ``sentences`` how many a segment has, ``breaks`` after which shares of its
    length one ends and another begins.
    """

    def __init__(self, segments: Sequence[Segment], language: str, names: Names) -> None:
        self.segments = tuple(segments)
        self.language = language
        self.types: list[tuple[TokenKind, str]] = []
        self.surfaces: list[set[str]] = []
        self._weights: list[float] = []
        self._ids: dict[tuple[TokenKind, str], int] = {}
        self.tokens: list[list[int]] = []
        terms = terms_of(language)
        for segment in segments:
            self.tokens.append([])
            for token in tokens_of(segment.text, language):
                self.add(len(self.tokens) - 1, token)
            for concept in sorted(terms.find(segment.text)):
                self.add(len(self.tokens) - 1, Token("name", concept, concept))
            for entity in _entities(segment, names.get(segment.block, ())):
                self.add(len(self.tokens) - 1, Token("name", entity, entity))
        self.lengths: Doubles = np.array([length(each.text) for each in segments], dtype=np.float64)
        spans = [sentence_spans(each.text, language) for each in segments]
        self.sentences: Doubles = np.array([max(1, len(each)) for each in spans], dtype=np.float64)
        self.breaks = [_breaks(each.text, found) for each, found in zip(segments, spans, strict=True)]
        if primary(language) in LANGUAGES_WITHOUT_STOPS:
            self.breaks = [np.zeros(0)] * len(segments)

    def add(self, segment: int, token: Token) -> None:
        key = token.kind, token.form
        number = self._ids.setdefault(key, len(self._ids))
        if number == len(self.types):
            self.types.append(key)
            self.surfaces.append(set())
            self._weights.append(token.weight)
        self.surfaces[number].add(token.surface)
        self.tokens[segment].append(number)

    def drop_names_not_in(self, other: "Text") -> None:
        """A concept that only one language has a name for speaks neither for nor against any pair."""
        lone = {number for number, key in enumerate(self.types) if key[0] == "name" and key not in other._ids}
        self.tokens = [[number for number in tokens if number not in lone] for tokens in self.tokens]

    def find(self, key: tuple[TokenKind, str]) -> int | None:
        return self._ids.get(key)

    def weight(self, token_type: int) -> float:
        return self._weights[token_type]

    @property
    def weights(self) -> Floats:
        return np.array(self._weights, dtype=np.float32)

    @property
    def frequencies(self) -> Doubles:
        """Of each type, its share of the tokens."""
        everything = np.concatenate([np.array(tokens, dtype=np.int64) for tokens in self.tokens])
        counts = np.bincount(everything, minlength=len(self.types)).astype(np.float64)
        shares: Doubles = np.maximum(counts, 0.5) / (UNREAD + max(1.0, counts.sum()))
        return shares


def _entities(segment: Segment, names: Sequence[KnownName]) -> list[str]:
    return [name.entity for name in names if segment.start <= name.start and name.end <= segment.end]


def _breaks(text: str, sentences: Sequence[Span]) -> Doubles:
    if len(sentences) > MOST_SENTENCES:
        return np.zeros(0)
    lengths = np.array([length(text[start:end]) for start, end in sentences], dtype=np.float64)
    result: Doubles = np.cumsum(lengths)[:-1] / lengths.sum()
    return result
