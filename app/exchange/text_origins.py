"""Whose the texts of a version are that several have worked on."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from app.parallel.side import Side

MACHINE, UNKNOWN, HUMAN = _SURE = "machine", "unknown", "human"


Stated = Mapping[str, str]
"""What was said of single texts of a revision: by a segment or credit, whose it is."""


def text_origins(revisions: Iterable[tuple[str, Stated, Side]]) -> dict[str, str]:
    """Of segments and credits as they stand at last; ``revisions`` with their origins, oldest first.

    A text is of the revision that it came in with, each block apart: whoever takes back an edit, or moves
    a text, has written it. Who has taken up one that stood there has made it theirs. What a machine says that
    stands there already stays whose it is.
    """
    origins: dict[str, str] = {}
    before: Counter[tuple[str, str]] = Counter()
    for origin, stated, side in revisions:
        now = Counter(_placed(side))
        new = {text for block, text in now if now[block, text] > before[block, text]}
        came_in = {text: stated.get(text, origin) for text in new}
        standing = texts_of(side)
        origins = {text: known for text, known in origins.items() if text in standing}
        origins |= {text: whose for text, whose in came_in.items() if whose != MACHINE or text not in origins}
        origins |= {text: whose for text, whose in stated.items() if is_surer(whose, origins.get(text))}
        before = now
    return origins


def is_surer(origin: str, known: str | None) -> bool:
    """Whether to have read a text makes it another's."""
    return known is not None and _SURE.index(origin) > _SURE.index(known)


def texts_of(side: Side) -> frozenset[str]:
    return frozenset(text for _, text in _placed(side))


def origin_of_all(origins: Collection[str]) -> str:
    """A machine's as long as any text is, a human's once all are."""
    return min(origins, key=_SURE.index, default=HUMAN)


def _placed(side: Side) -> Iterator[tuple[str, str]]:
    yield from ((segment.block, segment.text) for segment in side.segments())
    yield from ((picture, credit) for picture, credit in side.credits.items() if credit)
