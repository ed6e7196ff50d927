"""How well what a recogniser found agrees with what a reader marked: precision and recall."""

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from tests.gazetteer.mentions import Kind, Mention

KINDS: tuple[Kind, ...] = ("name", "demonym")

SCRIPTS = {
    "LATIN": "Latin", "CYRILLIC": "Cyrillic", "GREEK": "Greek", "ARABIC": "Arabic", "HEBREW": "Hebrew",
    "DEVANAGARI": "Devanagari", "CJK": "Han", "HIRAGANA": "Kana", "KATAKANA": "Kana", "HANGUL": "Hangul",
    "THAI": "Thai",
}  # fmt: skip


@dataclass(frozen=True)
class Comparison:
    """`pairs` are (marked, found): the same id in places that overlap, each mention in one pair at most."""

    pairs: list[tuple[Mention, Mention]]
    missed: list[Mention]
    invented: list[Mention]


@dataclass(frozen=True)
class Agreement:
    """`overlapping` hits share a character with what was marked, `exact` ones also start and end with it."""

    marked: int
    found: int
    overlapping: int
    exact: int

    @property
    def precision(self) -> float:
        return share(self.overlapping, self.found)

    @property
    def recall(self) -> float:
        return share(self.overlapping, self.marked)

    @property
    def exact_precision(self) -> float:
        return share(self.exact, self.found)

    @property
    def exact_recall(self) -> float:
        return share(self.exact, self.marked)


def share(part: int, whole: int) -> float:
    """1 of nothing: who finds nothing where nothing is to be found has made no mistake."""
    return part / whole if whole else 1.0


def compare(
    marked: Iterable[Mention], found: Iterable[Mention], kinds: Collection[Kind] = KINDS
) -> Comparison:
    """Demonyms left out of `kinds` need not be found, and finding one is no mistake.

    Kinds are not compared: a demonym is often spelt like the name.
    """
    open_finds = _by_place(found)
    pairs, missed = [], []
    for mention in sorted(marked):
        candidates = open_finds[_place(mention)]
        partner = next((candidate for candidate in candidates if overlap(mention, candidate)), None)
        if partner is not None:
            candidates.remove(partner)
            pairs.append((mention, partner))
        else:
            missed.append(mention)
    return Comparison(
        [pair for pair in pairs if pair[0].kind in kinds],
        [mention for mention in missed if mention.kind in kinds],
        [mention for rest in open_finds.values() for mention in rest if mention.kind in kinds],
    )


def overlap(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end


def agreement(comparison: Comparison) -> Agreement:
    hits = len(comparison.pairs)
    return Agreement(
        marked=hits + len(comparison.missed),
        found=hits + len(comparison.invented),
        overlapping=hits,
        exact=sum(
            (marked.start, marked.end) == (found.start, found.end) for marked, found in comparison.pairs
        ),
    )


def agreement_by(key: Callable[[Mention], str], comparison: Comparison) -> dict[str, Agreement]:
    """A pair belongs where its marked mention does."""
    parts: defaultdict[str, Comparison] = defaultdict(lambda: Comparison([], [], []))
    for pair in comparison.pairs:
        parts[key(pair[0])].pairs.append(pair)
    for mention in comparison.missed:
        parts[key(mention)].missed.append(mention)
    for mention in comparison.invented:
        parts[key(mention)].invented.append(mention)
    return {name: agreement(parts[name]) for name in sorted(parts)}


def language(mention: Mention) -> str:
    return mention.language


def script(mention: Mention) -> str:
    """The script of the surface's first letter: "PNG" is Latin in a Thai text, too."""
    letter = next(char for char in mention.surface if char.isalpha())
    return SCRIPTS[unicodedata.name(letter).split()[0].split("-")[0]]


def table(figures: dict[str, Agreement]) -> str:
    rows = [f"{'':<12}{'marked':>8}{'found':>8}{'P':>7}{'R':>7}{'exact P':>9}{'exact R':>9}"]
    rows += [
        f"{name:<12}{got.marked:>8}{got.found:>8}{got.precision:>7.3f}{got.recall:>7.3f}"
        f"{got.exact_precision:>9.3f}{got.exact_recall:>9.3f}"
        for name, got in figures.items()
    ]
    return "\n".join(rows)


def _place(mention: Mention) -> tuple[str, str, int, str]:
    return mention.document, mention.language, mention.line, mention.id


def _by_place(mentions: Iterable[Mention]) -> defaultdict[tuple[str, str, int, str], list[Mention]]:
    places = defaultdict(list)
    for mention in sorted(mentions):
        places[_place(mention)].append(mention)
    return places
