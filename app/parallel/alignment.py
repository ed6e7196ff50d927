"""Two versions of a text: which segments translate each other, which are missing, added or moved."""

from collections.abc import Container, Iterator, Mapping, Sequence
from math import exp

from app.parallel.additions import without_additions
from app.parallel.beads import ADDED, MISSING, ONE_TO_ONE, Bead, Size
from app.parallel.comparison import Comparison, first_comparison
from app.parallel.echoes import add_echoes
from app.parallel.encoder import Encoder, covers, vectors_of
from app.parallel.exchanged import exchanged_neighbours, exchanged_pairs, partners_of_moved
from app.parallel.kinds import STREAM_ORDER, stream_of
from app.parallel.moved import moved_beads, path_beside_moves
from app.parallel.pairs import Pair, PairType
from app.parallel.repeats import lone_repeats, spares, stand_apart
from app.parallel.segments import Segment
from app.parallel.splits import with_splits
from app.parallel.text import Names, Text

# Each teaches the next more of the words, lengths and shares of these two texts.
PASSES = 2
# Segments of either text compared at a time. Memory grows with its square, time with that times the text.
WINDOW = 1_000
# Of a window's beads so many are kept; the rest is done again with what comes after.
KEPT = 0.5
# A text of a window and a little is done at once.
SPARE = 1.5
CERTAIN = 0.99
# Of a longer text the first copy of a passage is kept: looking for a better one compares the texts twice.
LONGEST_ARTICLE = 300
# Of a repeated passage: that a place takes part in the order of the other text, however little its words say.
FOR_A_PLACE = 1.0

Copies = tuple[Container[int], Container[int]]
"""Places in the source, and in the target."""
Repeats = tuple[dict[int, int], dict[int, int]]
Gains = tuple[dict[int, float], dict[int, float]]


def align(
    source: Sequence[Segment],
    target: Sequence[Segment],
    source_language: str,
    target_language: str,
    source_names: Names | None = None,
    target_names: Names | None = None,
    encoder: Encoder | None = None,
) -> tuple[Pair, ...]:
    """In the order of the source; what is added stands behind what is in front of it in the target.

    The encoder is used where it covers both languages. Takes time in proportion to the square of the length
    up to WINDOW segments, beyond that in proportion to the length.
    """
    names = source_names or {}, target_names or {}

    def text(without: Copies) -> tuple[Text, Text]:
        return (
            Text([each for i, each in enumerate(source) if i not in without[0]], source_language, names[0]),
            Text([each for j, each in enumerate(target) if j not in without[1]], target_language, names[1]),
        )

    texts = [segment.text for segment in source], [segment.text for segment in target]
    again = lone_repeats(*texts), lone_repeats(texts[1], texts[0])
    is_article = max(len(source), len(target)) <= LONGEST_ARTICLE
    gains = _gains(*text(({}, {})), again) if is_article and any(map(stand_apart, again)) else ({}, {})
    spare = spares(again[0], gains[0]), spares(again[1], gains[1])
    pairs = [
        *_compared(*text(spare), encoder),
        *(Pair((source[i],), (), "missing", CERTAIN, {"repeat": 1.0}) for i in sorted(spare[0])),
        *(Pair((), (target[j],), "added", CERTAIN, {"repeat": 1.0}) for j in sorted(spare[1])),
    ]
    return tuple(in_reading_order(pairs, source, target))


def _gains(source: Text, target: Text, again: Repeats) -> Gains:
    """What each copy of a passage, and what it repeats, gains by standing where it does."""
    copies = tuple({*places, *places.values()} for places in again)
    known = first_comparison(source, target, None)
    gains: Gains = {}, {}
    for bead in _all_beads(known):
        for places, those, gained in zip(bead, copies, gains, strict=True):
            if all(bead) and those.issuperset(places):
                gained[places[0]] = FOR_A_PLACE + max(0.0, sum(known.evidence(bead).values()))
    return gains


def _compared(source: Text, target: Text, encoder: Encoder | None) -> Iterator[Pair]:
    if not source.segments or not target.segments:
        yield from (Pair((segment,), (), "missing", CERTAIN, {}) for segment in source.segments)
        yield from (Pair((), (segment,), "added", CERTAIN, {}) for segment in target.segments)
        return
    source.drop_names_not_in(target)
    target.drop_names_not_in(source)
    add_echoes(source, target)
    vectors = None
    if encoder is not None and covers(encoder, source.language, target.language):
        texts = [[segment.text for segment in text.segments] for text in (source, target)]
        vectors = vectors_of(encoder, *texts)
    known = first_comparison(source, target, vectors)
    for _ in range(PASSES):
        known = known.learnt(_all_beads(known))
    beads = without_additions(known, with_splits(known, _all_beads(known)))
    moved = moved_beads(known, beads)
    moved += [*partners_of_moved(known, beads, moved), *exchanged_pairs(known, beads)]
    taken = {place for bead in moved for place in bead[0]}, {place for bead in moved for place in bead[1]}
    yield from (_pair(known, bead, "moved") for bead in moved)
    in_place = [
        bead for bead in beads if not (taken[0].intersection(bead[0]) or taken[1].intersection(bead[1]))
    ]
    exchanged = set(exchanged_neighbours(known, in_place))
    yield from (_pair(known, bead, "moved" if bead in exchanged else None) for bead in in_place)


def _all_beads(known: Comparison) -> list[Bead]:
    """Stream by stream."""
    rows, columns = _streams(known.source), _streams(known.target)
    return [
        bead
        for stream in STREAM_ORDER
        for bead in _beads(known, rows.get(stream, []), columns.get(stream, []))
    ]


def _streams(text: Text) -> Mapping[str, list[int]]:
    streams: dict[str, list[int]] = {}
    for place, segment in enumerate(text.segments):
        streams.setdefault(stream_of(segment), []).append(place)
    return streams


def _beads(known: Comparison, rows: list[int], columns: list[int]) -> Iterator[Bead]:
    """Window by window, so that memory stays bounded."""
    while max(len(rows), len(columns)) > SPARE * WINDOW and rows and columns:
        found = _window(known, rows[:WINDOW], columns[:WINDOW])
        kept = found[: max(1, int(len(found) * KEPT))]
        yield from kept
        rows = rows[sum(len(bead[0]) for bead in kept) :]
        columns = columns[sum(len(bead[1]) for bead in kept) :]
    yield from _window(known, rows, columns)


def _window(known: Comparison, rows: list[int], columns: list[int]) -> list[Bead]:
    scores = known.scores(rows, columns) if rows and columns else {}
    beads = path_beside_moves(len(rows), len(columns), scores, known.shares)
    return [(tuple(rows[i] for i in bead[0]), tuple(columns[j] for j in bead[1])) for bead in beads]


_TYPES: dict[Size, PairType] = {ONE_TO_ONE: "1-1", MISSING: "missing", ADDED: "added"}


def _pair(known: Comparison, bead: Bead, type_: PairType | None = None) -> Pair:
    source = tuple(known.source.segments[place] for place in bead[0])
    target = tuple(known.target.segments[place] for place in bead[1])
    size = len(source), len(target)
    many: PairType = "1-n" if size[0] == 1 else "n-1" if size[1] == 1 else "n-m"
    evidence = known.evidence(bead) if source and target else {}
    total = sum(evidence.values())
    score = 1 / (1 + exp(-max(-30.0, min(30.0, total)))) if evidence else CERTAIN
    return Pair(source, target, type_ or _TYPES.get(size, many), round(score, 3), evidence)


def in_reading_order(
    pairs: Sequence[Pair], source: Sequence[Segment], target: Sequence[Segment]
) -> list[Pair]:
    """In the order of the source; what is added stands behind what is in front of it in the target."""
    here = {segment.id: place for place, segment in enumerate(source)}
    there = {segment.id: place for place, segment in enumerate(target)}
    anchors = sorted(
        (there[pair.target[-1].id], here[pair.source[-1].id])
        for pair in pairs
        if pair.source and pair.target and pair.type != "moved"
    )

    def order(pair: Pair) -> tuple[float, int]:
        place = there[pair.target[0].id] if pair.target else -1
        if pair.source:
            return here[pair.source[0].id], place
        before = [mine for theirs, mine in anchors if theirs < place]
        return (before[-1] if before else -1) + 0.5, place

    return sorted(pairs, key=order)
