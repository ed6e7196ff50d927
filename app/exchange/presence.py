"""Whether what a unit says stands in the translation already, if not where the aligner looks for it."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from app.exchange.joining import unwrapped
from app.exchange.taking import Taken
from app.exchange.translating import Translation
from app.parallel.pairs import Pair
from app.parallel.segments import WHOLE, Kind
from app.parallel.side import Side

_Place = tuple[str, int, int]
"""A block, and where in it."""


class Presence:
    """What was taken from a file is not always paired as it was meant, and must not be taken twice.

    A text counts where all that it is paired with is in the file, too: what is not might say the same; and
    wherever it stands if it came in since the file was made. It has to stand there as often as the file says
    it. What stands alone, as headings do, has to stand there as that: the same words in a paragraph are
    something else.
    """

    def __init__(self, target: Side, pairs: Sequence[Pair], taken: Taken, then: Side | None) -> None:
        self._target = target
        self._then = then
        self._segments = target.segments()
        self._said = Counter((_kind_alone(each), each.text) for each in taken.translations)
        self._given = taken.segments | taken.later
        self._sources = {
            segment.id: {each.id for each in pair.source} for pair in pairs for segment in pair.target
        }

    def stands(self, translation: Translation) -> bool:
        own = {segment.id for segment in translation.segments}
        said = self._said[_kind_alone(translation), translation.text]
        free = _times(translation, self._target, lambda place: self._is_free(place, own))
        return free >= said or (
            self._then is not None
            and _times(translation, self._target) - _times(translation, self._then) >= said
        )

    def _is_free(self, place: _Place, own: set[str]) -> bool:
        block, start, end = place
        return all(
            self._sources[each.id] <= self._given or self._sources[each.id] & own
            for each in self._segments
            if each.block == block and each.start < end and start < each.end and each.id in self._sources
        )


def _kind_alone(translation: Translation) -> Kind | None:
    kinds = {segment.kind for segment in translation.segments}
    return kinds.pop() if len(translation.segments) == 1 and kinds <= WHOLE else None


def _times(translation: Translation, side: Side, counts: Callable[[_Place], bool] = lambda _: True) -> int:
    """How often the text stands there, as it is, on one line, or line by line."""
    if kind := _kind_alone(translation):
        text = unwrapped(translation.text, side.language, kind)
        same = (piece for piece in side.pieces if piece.kind == kind and piece.text == text)
        return sum(counts((piece.key, 0, len(piece.text))) for piece in same)

    def times(text: str) -> int:
        return sum(map(counts, _places(text, side)))

    on_one_line = unwrapped(translation.text, side.language, "paragraph")
    lines = translation.text.split("\n")
    return max(times(translation.text), times(on_one_line), min(map(times, lines)))


def _places(text: str, side: Side) -> Iterator[_Place]:
    for block, whole in side.texts.items():
        start = whole.find(text)
        while start >= 0:
            end = start + len(text)
            if not _is_part_of_a_word(whole, start, end):
                yield block, start, end
            start = whole.find(text, end)


def _is_part_of_a_word(whole: str, start: int, end: int) -> bool:
    edges = whole[max(start - 1, 0) : start + 1], whole[end - 1 : end + 1]
    return any(len(edge) > 1 and edge.isalnum() for edge in edges)
