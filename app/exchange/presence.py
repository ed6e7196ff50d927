"""Whether what a unit says stands in the translation already, if not where the aligner looks for it."""

from collections import Counter
from collections.abc import Iterator, Sequence

from app.exchange.joining import unwrapped
from app.exchange.taking import Taken
from app.exchange.translating import Translation
from app.parallel.pairs import Pair
from app.parallel.side import Side


class Presence:
    """What was taken from a file is not always paired as it was meant, and must not be taken twice.

    A text counts where all that it is paired with is in the file, too: what is not might say the same. It
    has to stand there as often as the file says it.
    """

    def __init__(self, target: Side, pairs: Sequence[Pair], taken: Taken) -> None:
        self._target = target
        self._segments = target.segments()
        self._said = Counter(each.text for each in taken.translations)
        self._given = taken.segments
        self._sources = {
            segment.id: {each.id for each in pair.source} for pair in pairs for segment in pair.target
        }

    def stands(self, translation: Translation) -> bool:
        own = {segment.id for segment in translation.segments}
        lines = translation.text.split("\n")
        on_one_line = unwrapped(translation.text, self._target.language, "paragraph")
        whole = max(self._count(translation.text, own), self._count(on_one_line, own))
        return max(whole, min(self._count(line, own) for line in lines)) >= self._said[translation.text]

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


def _is_part_of_a_word(whole: str, start: int, end: int) -> bool:
    edges = whole[max(start - 1, 0) : start + 1], whole[end - 1 : end + 1]
    return any(len(edge) > 1 and edge.isalnum() for edge in edges)
