"""Two paragraphs written as one have as many sentences as before."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from app.newswire.punctuation import LANGUAGES_WITHOUT_STOPS, primary
from app.parallel.beads import ONE_TO_ONE, Bead, Size
from app.parallel.lengths import run_sums
from app.parallel.segments import WHOLE
from app.parallel.text import Doubles, Text

OF_SINGLE = 0.8
# Where some segment holds several sentences, segments are paragraphs; else they may be sentences themselves.
OF_RUNS_OF_PARAGRAPHS, OF_RUNS = 0.93, 0.5
FIRM = 4
MOST = 0.95


@dataclass(frozen=True, slots=True)
class SentenceFit:
    """The shares of pairs that have as many sentences on both sides, and not by chance.

    ``single``: of one segment and one, where either has more than one sentence. ``runs``: of the others, and
    ``runs_before`` before any text was read.
    Where segments are sentences, and some are translated by fewer, that share goes down to nothing.
    """

    single: float
    runs: float
    runs_before: float = OF_RUNS

    def evidence(self, source: Doubles, target: Doubles, size: Size, among: Doubles | None = None) -> Doubles:
        """Log likelihood ratio of each two runs of as many segments as ``size`` says, to chance.

        ``source``, ``target``: numbers of sentences; ``among``: those that chance would draw from, where not
        the target's.
        """
        mine, theirs = run_sums(source, size[0]), run_sums(target, size[1])
        values, counts = np.unique(theirs if among is None else among, return_counts=True)
        chance = counts[np.searchsorted(values, theirs)] / counts.sum()
        share = self.single if size == ONE_TO_ONE else self.runs
        equal = np.log(1 - share + share / chance)
        result: Doubles = np.where(mine[:, None] == theirs[None, :], equal[None, :], np.log(1 - share))
        return result


UNKNOWN = SentenceFit(0.0, 0.0)


def first_fit(source: Text, target: Text) -> SentenceFit:
    """Says nothing where one of the languages does not mark where sentences end."""
    if {primary(source.language), primary(target.language)} & LANGUAGES_WITHOUT_STOPS:
        return UNKNOWN
    runs = OF_RUNS_OF_PARAGRAPHS if _has_paragraphs(source) or _has_paragraphs(target) else OF_RUNS
    return SentenceFit(OF_SINGLE, runs, runs)


def _has_paragraphs(text: Text) -> bool:
    """A heading or caption is one segment, whatever stands in it."""
    return any(
        number > 1 and segment.kind not in WHOLE
        for number, segment in zip(text.sentences, text.segments, strict=True)
    )


def learnt_fit(source: Doubles, target: Doubles, beads: Sequence[Bead], before: SentenceFit) -> SentenceFit:
    if before == UNKNOWN:
        return before
    single: list[bool] = []
    runs: list[bool] = []
    for rows, columns in beads:
        mine, theirs = source[list(rows)].sum(), target[list(columns)].sum()
        if len(rows) != len(columns):
            runs.append(bool(mine == theirs))
        elif len(rows) == 1 and max(mine, theirs) > 1:
            single.append(bool(mine == theirs))
    return SentenceFit(_share(single, OF_SINGLE), _share(runs, before.runs_before), before.runs_before)


def _share(are_equal: Sequence[bool], before: float) -> float:
    return min(MOST, (sum(are_equal) + FIRM * before) / (len(are_equal) + FIRM))
