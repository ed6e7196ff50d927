"""Whether what a unit says stands in the translation already, if not where the aligner looks for it."""

from collections import Counter
from collections.abc import Iterator, Sequence

from app.exchange.joining import unwrapped
from app.exchange.taking import Taken
from app.exchange.translating import Translation
from app.parallel.pairs import Pair
from app.parallel.segments import WHOLE, Kind
from app.parallel.side import Side


class Presence:
    """What was taken from a file is not always paired as it was meant, and must not be taken twice.

    A text counts where all that it is paired with is in the file, too: what is not might say the same. It
    has to stand there as often as the file says it. What stands alone, as headings do, has to stand there as
    that: the same words in a paragraph are something else.
    """

    def __init__(self, target: Side, pairs: Sequence[Pair], taken: Taken) -> None:
        self._target = target
        self._segments = target.segments()
        self._said = Counter((_kind_alone(each), each.text) for each in taken.translations)
        self._given = taken.segments | taken.later
        self._sources = {
            segment.id: {each.id for each in pair.source} for pair in pairs for segment in pair.target
        }

    def stands(self, translation: Translation) -> bool:
        own = {segment.id for segment in translation.segments}
        said = self._said[_kind_alone(translation), translation.text]
        if kind := _kind_alone(translation):
            return self._count_alone(translation.text, kind, own) >= said
        lines = translation.text.split("\n")
        on_one_line = unwrapped(translation.text, self._target.language, "paragraph")
        whole = max(self._count(translation.text, own), self._count(on_one_line, own))
        return max(whole, min(self._count(line, own) for line in lines)) >= said

    def _count_alone(self, text: str, kind: Kind, own: set[str]) -> int:
        on_one_line = unwrapped(text, self._target.language, kind)
        return sum(
            piece.kind == kind
            and piece.text == on_one_line
            and self._is_free(piece.key, 0, len(piece.text), own)
            for piece in self._target.pieces
        )

    def _count(self, text: str, own: set[str]) -> int:
        return sum(1 for _ in self._places(text, own))

    def _places(self, text: str, own: set[str]) -> Iterator[int]:
        for block, whole in self._target.texts.items():
            start = whole.find(text)
            while start >= 0:
                end = start + len(text)
                if not _is_part_of_a_word(whole, start, end) and self._is_free(block, start, end, own):
                    yield start
                start = whole.find(text, end)

    def _is_free(self, block: str, start: int, end: int, own: set[str]) -> bool:
        return all(
            self._sources[each.id] <= self._given or self._sources[each.id] & own
            for each in self._segments
            if each.block == block and each.start < end and start < each.end and each.id in self._sources
        )


def _kind_alone(translation: Translation) -> Kind | None:
    kinds = {segment.kind for segment in translation.segments}
    return kinds.pop() if len(translation.segments) == 1 and kinds <= WHOLE else None


def _is_part_of_a_word(whole: str, start: int, end: int) -> bool:
    edges = whole[max(start - 1, 0) : start + 1], whole[end - 1 : end + 1]
    return any(len(edge) > 1 and edge.isalnum() for edge in edges)
