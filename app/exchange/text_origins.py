"""Whose the texts of a version are that several have worked on."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from app.parallel.side import Side

MACHINE, UNKNOWN, HUMAN = "machine", "unknown", "human"


def text_origins(revisions: Iterable[tuple[str, Side]]) -> dict[str, str]:
    """Of segments and credits as they stand at last; ``revisions`` with their origins, oldest first.

    A text is of the revision that it came in with, each block apart: whoever takes back an edit, or moves
    a text, has written it. What a machine says that stands there already stays whose it is.
    """
    origins: dict[str, str] = {}
    before: Counter[tuple[str, str]] = Counter()
    for origin, side in revisions:
        now = Counter(_placed(side))
        new = {text for block, text in now if now[block, text] > before[block, text]}
        came_in = new - origins.keys() if origin == MACHINE else new
        standing = {text for _, text in now}
        origins = {text: known for text, known in origins.items() if text in standing}
        origins |= dict.fromkeys(came_in, origin)
        before = now
    return origins


def origin_of_all(origins: Collection[str]) -> str:
    """A machine's as long as any text is, a human's once all are."""
    return next((each for each in (MACHINE, UNKNOWN) if each in origins), HUMAN)


def _placed(side: Side) -> Iterator[tuple[str, str]]:
    yield from ((segment.block, segment.text) for segment in side.segments())
    yield from ((picture, credit) for picture, credit in side.credits.items() if credit)
