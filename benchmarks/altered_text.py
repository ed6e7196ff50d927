"""Translations with paragraphs dropped, doubled, swapped and merged at random, and how they are aligned."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from app.parallel.alignment import align
from app.parallel.encoder import Encoder
from app.parallel.pairs import Pair
from app.parallel.segments import Segment

DROPPED, DOUBLED, SWAPPED, MERGED = 0.08, 0.04, 0.04, 0.06
UNSPACED = ("ja", "zh")

Bead = tuple[tuple[int, ...], tuple[str, ...]]
"""Places of source lines, and target texts: of a doubled one, either copy will do."""


@dataclass(frozen=True, slots=True)
class Altered:
    target: tuple[str, ...]
    gold: frozenset[Bead]
    dropped: frozenset[int]


def alter(lines: Sequence[str], language: str, chance: random.Random) -> Altered:
    """``lines`` translate those of the source one by one."""
    target: list[str] = []
    gold: list[Bead] = []
    dropped: set[int] = set()
    place = 0

    def put(text: str, *places: int) -> None:
        target.append(text)
        gold.append((places, (text,)))

    while place < len(lines):
        line, drawn, is_last = lines[place], chance.random(), place + 1 == len(lines)
        following = "" if is_last else lines[place + 1]
        if drawn < DROPPED:
            dropped.add(place)
            gold.append(((place,), ()))
        elif drawn < DROPPED + DOUBLED:
            put(line, place)
            target.append(line)
        elif drawn < DROPPED + DOUBLED + SWAPPED and not is_last:
            put(following, place + 1)
            put(line, place)
            place += 1
        elif drawn < DROPPED + DOUBLED + SWAPPED + MERGED and not is_last:
            put(line + ("" if language.startswith(UNSPACED) else " ") + following, place, place + 1)
            place += 1
        else:
            put(line, place)
        place += 1
    return Altered(tuple(target), frozenset(gold), frozenset(dropped))


@dataclass(slots=True)
class Score:
    """Strict: a bead counts where it is exactly the gold one; beads with one side are counted apart."""

    right: int = 0
    found: int = 0
    wanted: int = 0
    dropped_right: int = 0
    dropped_found: int = 0
    dropped_wanted: int = 0
    wrong: list[Bead] = field(default_factory=list)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, self.found + self.wanted)

    @property
    def dropped_precision(self) -> float:
        return self.dropped_right / max(1, self.dropped_found)

    @property
    def dropped_recall(self) -> float:
        return self.dropped_right / max(1, self.dropped_wanted)

    def count(self, altered: Altered, pairs: Iterable[Pair]) -> None:
        beads = {_bead(pair) for pair in pairs}
        both = {bead for bead in beads if bead[0] and bead[1]}
        wanted = {bead for bead in altered.gold if bead[1]}
        missing = {bead[0][0] for bead in beads if not bead[1]}
        self.right += len(both & wanted)
        self.found += len(both)
        self.wanted += len(wanted)
        self.wrong.extend(sorted(both - wanted))
        self.dropped_right += len(missing & altered.dropped)
        self.dropped_found += len(missing)
        self.dropped_wanted += len(altered.dropped)


def _bead(pair: Pair) -> Bead:
    return tuple(int(each.block) for each in pair.source), tuple(each.text for each in pair.target)


def paragraphs(lines: Sequence[str]) -> list[Segment]:
    """Each line a segment; its block is its number."""
    return [Segment(f"{n}.1", str(n), "paragraph", 0, len(line), line) for n, line in enumerate(lines)]


def measure(
    documents: Iterable[tuple[Sequence[str], Sequence[str]]],
    languages: tuple[str, str],
    seed: str,
    encoder: Encoder | None = None,
) -> Score:
    score, chance = Score(), random.Random(seed)  # noqa: S311 - repeatable, no secret
    for source, target in documents:
        altered = alter(target, languages[1], chance)
        pairs = align(paragraphs(source), paragraphs(altered.target), *languages, encoder=encoder)
        score.count(altered, pairs)
    return score
