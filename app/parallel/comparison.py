"""What is known of two texts while they are aligned, and what it says about any two runs of segments."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log

import numpy as np

from app.parallel import encoder, lexicon, sentence_counts
from app.parallel.beads import LONGEST, ONE_TO_ONE, Bead, Size, first_shares, learnt_shares
from app.parallel.borders import border_evidence
from app.parallel.breaks import break_evidence
from app.parallel.cognates import Likeness, likeness
from app.parallel.encoder import CosineFit, Vectors
from app.parallel.kinds import kind_evidence
from app.parallel.lengths import LengthFit, first_fit, learnt_fit, run_sums
from app.parallel.lexicon import Lexicon
from app.parallel.pairs import Evidence
from app.parallel.sentence_counts import SentenceFit
from app.parallel.text import Doubles, Floats, Ids, Text
from app.parallel.tokens import TokenKind

# Words of a sentence depend on each other and both directions see the same ones: their sum would exaggerate.
WEIGHT_OF_WORDS = 0.7
WEIGHT_OF_LENGTH = 1.3
_NAMED: dict[TokenKind, Evidence] = {"number": "numbers", "name": "names", "echo": "names", "mark": "quotes"}


@dataclass(frozen=True, slots=True)
class Comparison:
    source: Text
    target: Text
    likeness: Likeness
    forth: Lexicon
    back: Lexicon
    lengths: LengthFit
    sentences: SentenceFit
    shares: Mapping[Size, float]
    vectors: Vectors | None
    cosines: CosineFit | None

    @property
    def languages(self) -> tuple[str, str]:
        return self.source.language, self.target.language

    def scores(self, rows: Sequence[int], columns: Sequence[int]) -> dict[Size, Doubles]:
        """For neighbours within ``rows`` and ``columns``, by the size of bead."""
        forth = _word_evidence(self.forth, self.source, rows, self.target, columns)
        back = _word_evidence(self.back, self.target, columns, self.source, rows)
        mine, theirs = self.source.lengths[list(rows)], self.target.lengths[list(columns)]
        many, of_them = self.source.sentences[list(rows)], self.target.sentences[list(columns)]
        segments = [self.source.segments[i] for i in rows], [self.target.segments[j] for j in columns]
        breaks = [self.source.breaks[i] for i in rows], [self.target.breaks[j] for j in columns]
        found: dict[Size, Doubles] = {}
        for size, share in self.shares.items():
            high, wide = size
            if not high or not wide or high > len(rows) or wide > len(columns):
                continue
            words = _column_runs(forth[high], wide) + _column_runs(back[wide], high).T
            total = WEIGHT_OF_WORDS * words + WEIGHT_OF_LENGTH * self.lengths.evidence(mine, theirs, size)
            total += self.sentences.evidence(many, of_them, size)
            total += break_evidence(mine, theirs, *breaks, size)
            if self.vectors is not None and self.cosines is not None:
                total += self.cosines.evidence(self.vectors.cosines(rows, columns, size))
            total += kind_evidence(*segments, size, self.languages)
            total += border_evidence(*segments, size)
            found[size] = total + log(share)
        return found

    def evidence(self, bead: Bead) -> dict[Evidence, float]:
        """Of one bead with two sides, by its nature."""
        rows, columns = bead
        found: dict[Evidence, float] = defaultdict(float)
        for name, value in (
            *_by_nature(self.forth, self.source, rows, self.target, columns),
            *_by_nature(self.back, self.target, columns, self.source, rows),
        ):
            found[name] += WEIGHT_OF_WORDS * value
        size = len(rows), len(columns)
        mine, theirs = self.source.lengths[list(rows)].sum(), self.target.lengths[list(columns)].sum()
        among = np.log(run_sums(self.target.lengths, size[1]))
        length = self.lengths.evidence(np.array([mine]), np.array([theirs]), ONE_TO_ONE, among)
        found["length"] = WEIGHT_OF_LENGTH * float(length[0, 0]) + self._evidence_of_sentences(bead)
        if self.vectors is not None and self.cosines is not None:
            found["encoder"] = float(self.cosines.ratio(self.vectors.cosines(rows, columns, size))[0, 0])
        segments = [self.source.segments[i] for i in rows], [self.target.segments[j] for j in columns]
        if kind := float(kind_evidence(*segments, size, self.languages)[0, 0]):
            found["kind"] = kind
        return {name: round(value, 2) for name, value in sorted(found.items())}

    def evidence_of_source(self, bead: Bead) -> float:
        """What its words on the source's side say, given the target's."""
        rows, columns = bead
        found = _by_nature(self.back, self.target, columns, self.source, rows)
        return WEIGHT_OF_WORDS * sum(value for _, value in found)

    def fit_of_length(self, bead: Bead) -> float:
        mine, theirs = (
            np.array([text.lengths[list(places)].sum()])
            for text, places in zip((self.source, self.target), bead, strict=True)
        )
        return WEIGHT_OF_LENGTH * float(self.lengths.fits(mine, theirs)[0])

    def _evidence_of_sentences(self, bead: Bead) -> float:
        rows, columns = bead
        size = len(rows), len(columns)
        many, of_them = self.source.sentences[list(rows)], self.target.sentences[list(columns)]
        among = run_sums(self.target.sentences, len(columns))
        mine, theirs = self.source.lengths[list(rows)], self.target.lengths[list(columns)]
        breaks = [self.source.breaks[i] for i in rows], [self.target.breaks[j] for j in columns]
        where = break_evidence(mine, theirs, *breaks, size)
        return float((self.sentences.evidence(many, of_them, size, among) + where)[0, 0])

    def learnt(self, beads: Sequence[Bead]) -> "Comparison":
        """With what the beads, taken for right, teach."""
        both = [(source, target) for source, target in beads if source and target]
        forth = [(_tokens(self.source, s), _tokens(self.target, t)) for s, t in both]
        back = [(target, source) for source, target in forth]
        return replace(
            self,
            forth=lexicon.learnt(forth, self.likeness, self.forth, len(self.source.types)),
            back=lexicon.learnt(back, _turned(self.likeness), self.back, len(self.target.types)),
            lengths=learnt_fit(self.source.lengths, self.target.lengths, both, self.lengths),
            sentences=sentence_counts.learnt_fit(
                self.source.sentences, self.target.sentences, both, self.sentences
            ),
            shares=learnt_shares(beads, first_shares(with_encoder=self.vectors is not None)),
            cosines=encoder.learnt_fit(self.vectors, both, self.cosines)
            if self.vectors is not None and self.cosines is not None
            else None,
        )


def first_comparison(source: Text, target: Text, vectors: Vectors | None) -> Comparison:
    found = likeness(source, target)
    return Comparison(
        source,
        target,
        found,
        forth=lexicon.from_likeness(found, target),
        back=lexicon.from_likeness(_turned(found), source),
        lengths=first_fit(source.lengths, target.lengths),
        sentences=sentence_counts.first_fit(source, target),
        shares=first_shares(with_encoder=vectors is not None),
        vectors=vectors,
        cosines=encoder.first_fit(vectors) if vectors is not None else None,
    )


def _turned(found: Likeness) -> Likeness:
    return {(theirs, mine): value for (mine, theirs), value in found.items()}


def _tokens(text: Text, segments: Sequence[int]) -> list[int]:
    return [token for segment in segments for token in text.tokens[segment]]


def _word_evidence(
    known: Lexicon, source: Text, rows: Sequence[int], target: Text, columns: Sequence[int]
) -> dict[int, Floats]:
    """Log likelihood ratio of each target segment's tokens, given 1, 2 ... neighbouring source segments."""
    unexplained = known.unexplained.of_types
    wanted = [np.array(target.tokens[column], dtype=np.int64) for column in columns]
    used = np.intersect1d(np.concatenate([*wanted, np.zeros(0, np.int64)]), known.targets)
    bags, unknown = _bags(wanted, used, target.weights, np.log(unexplained))
    tokens = [source.tokens[row] for row in rows]
    # A row a type: a segment's few are then taken out of the many without reading the others.
    explained = np.ascontiguousarray(known.explained(tokens, used).T)
    explained *= ((1 - unexplained[used]) / known.frequencies[used]).astype(np.float32)[:, None]
    by_chance = unexplained[used].astype(np.float32)[:, None]
    sizes = np.array([max(1, len(each)) for each in tokens], dtype=np.float32)
    found: dict[int, Floats] = {}
    together, size = np.zeros_like(explained), np.zeros_like(sizes)
    for run in range(1, min(LONGEST, len(rows)) + 1):
        rest = len(rows) - run + 1
        together = together[:, :rest] + explained[:, run - 1 :]
        size = size[:rest] + sizes[run - 1 :]
        ratio = together / size
        ratio += by_chance
        np.log(ratio, out=ratio)
        of_columns = [weights @ ratio[places] for places, weights in bags]
        found[run] = np.array(of_columns, dtype=np.float32).T + unknown
    return found


Bag = tuple[Ids, Floats]
"""Places of types, and what each weighs."""


def _bags(
    segments: Sequence[Ids], used: Ids, weights: Floats, by_chance: Doubles
) -> tuple[list[Bag], Floats]:
    """The types in use that stand in each segment, and what its other tokens say."""
    of_others = weights * by_chance
    places = np.full(len(weights), -1, dtype=np.int64)
    places[used] = np.arange(len(used))
    bags: list[Bag] = []
    unknown = np.zeros(len(segments), dtype=np.float32)
    for place, tokens in enumerate(segments):
        types, counts = np.unique(tokens, return_counts=True)
        is_used = places[types] >= 0
        known = types[is_used]
        bags.append((places[known], weights[known] * counts[is_used].astype(np.float32)))
        unknown[place] = (of_others[types] * counts)[~is_used].sum()
    return bags, unknown


def _column_runs(table: Floats, size: int) -> Doubles:
    wide = table.shape[1] - size + 1
    result = np.zeros((len(table), wide))
    for first in range(size):
        result += table[:, first : first + wide]
    return result


def _by_nature(
    known: Lexicon, source: Text, rows: Sequence[int], target: Text, columns: Sequence[int]
) -> Iterator[tuple[Evidence, float]]:
    """Of each target token: that which explains it best names its evidence."""
    tokens, wanted = _tokens(source, rows), _tokens(target, columns)
    probabilities, are_alike = known.explanations(tokens, wanted)
    unexplained = known.unexplained.of(np.array(wanted, dtype=np.int64))
    shares = probabilities / (max(1, len(tokens)) * known.frequencies[wanted])
    values = np.log(unexplained + (1 - unexplained) * shares)
    for token, value, is_alike in zip(wanted, values.tolist(), are_alike.tolist(), strict=True):
        nature = _NAMED.get(target.types[token][0]) or ("cognates" if is_alike else "lexicon")
        yield nature, value * target.weight(token)
