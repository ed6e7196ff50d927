"""What the runs of capitalised words in two versions of a text have in common."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.gazetteer.discovery.agreement import agree, is_same_spelling, sounds_matter
from app.gazetteer.discovery.names_of_people import is_given_name
from app.gazetteer.discovery.passages import Passage, Version
from app.gazetteer.discovery.runs import Run, Word, find_runs, is_initials
from app.gazetteer.discovery.sounds import romanised, sounds

Form = tuple[str, ...]
"""The words of a name as they are written."""

FEWEST_WORDS, MOST_WORDS = 2, 5
"""Of a full name."""
_INDEXED_LETTERS = 3


@dataclass(frozen=True, slots=True)
class PlacedRun:
    passage: Passage
    run: Run
    form: Form

    def is_known(self) -> bool:
        return self.covers_only_known(0, len(self.run.words))

    def touches_known(self, start: int, end: int) -> bool:
        first, last = self.run.words[start].start, self.run.words[end - 1].end
        return any(known.span.start < last and first < known.span.end for known in self.passage.known)

    def covers_only_known(self, start: int, end: int) -> bool:
        spans = [known.span for known in self.passage.known]
        return all(
            any(span.start < word.end and word.start < span.end for span in spans)
            for word in self.run.words[start:end]
            if not word.is_particle
        )


def placed_runs(version: Version) -> list[PlacedRun]:
    return [
        PlacedRun(passage, run, tuple(word.text for word in run.words))
        for passage in version.passages
        for run in find_runs(
            passage.text, version.language, [known.span for known in passage.known if known.is_wall]
        )
    ]


def is_full(form: Form) -> bool:
    """Two words at least, of which one is no initial."""
    words = [word for word in form if word[0].isupper() or "-" in word]
    return FEWEST_WORDS <= len(words) <= MOST_WORDS and not all(is_initials(word) for word in words[1:])


def common_forms(
    runs: Sequence[PlacedRun], others: Sequence[PlacedRun], language: str, other: str
) -> Iterator[tuple[Form, Form]]:
    """The longest stretches of words that a run shares with a run of the other version, once each."""
    sure = _sure_words([*runs, *others])
    index = _Index(others)
    given: set[tuple[Form, Form]] = set()
    for placed in runs:
        for found in _longest(placed, index, language, other, sure):
            if found not in given:
                given.add(found)
                yield found


class _Index:
    """Runs by how their words are spelt, and where that may differ by how they sound."""

    def __init__(self, runs: Iterable[PlacedRun]) -> None:
        self._by_letters: dict[str, dict[tuple[PlacedRun, int], None]] = defaultdict(dict)
        self._by_sound: dict[str, dict[tuple[PlacedRun, int], None]] = defaultdict(dict)
        seen: set[tuple[Form, bool]] = set()
        for placed in runs:
            sureness = (placed.form, any(word.is_sure for word in placed.run.words))
            if sureness in seen:
                continue
            seen.add(sureness)
            for position, word in enumerate(placed.run.words):
                self._by_letters[romanised(word.text)[:_INDEXED_LETTERS]][placed, position] = None
                self._by_sound[sounds(word.text)[:1]][placed, position] = None

    def find(self, word: str, *, by_sound: bool) -> Iterable[tuple[PlacedRun, int]]:
        if by_sound:
            return self._by_sound.get(sounds(word)[:1], {})
        return self._by_letters.get(romanised(word)[:_INDEXED_LETTERS], {})


def full_forms(runs: Sequence[PlacedRun]) -> Iterator[Form]:
    """The runs that look like full names by themselves, once each."""
    sure = _sure_words(runs)
    for form, placed in {placed.form: placed for placed in runs}.items():
        if is_full(form) and not placed.is_known() and all(_is_sure(word, sure) for word in placed.run.words):
            yield form


def _longest(
    placed: PlacedRun, index: _Index, language: str, other: str, sure: frozenset[str]
) -> list[tuple[Form, Form]]:
    by_sound = sounds_matter(language, other)
    found: list[tuple[int, int, Form]] = []
    for start, word in enumerate(placed.run.words):
        if word.is_particle:
            continue
        for partner, position in index.find(word.text, by_sound=by_sound):
            length = _shared_length(placed, start, partner, position, language, other)
            stretch = _trimmed(placed.run.words, partner.run.words, start, position, length, sure)
            if stretch is None:
                continue
            first, last, shift = stretch
            if placed.covers_only_known(first, last) or partner.covers_only_known(
                first + shift, last + shift
            ):
                continue
            found.append((first, last, partner.form[first + shift : last + shift]))
    return [
        (placed.form[start:end], form)
        for start, end, form in found
        if not any(a <= start and end <= b and b - a > end - start for a, b, _ in found)
    ]


def _shared_length(
    placed: PlacedRun, start: int, partner: PlacedRun, position: int, language: str, other: str
) -> int:
    """How many words from there on are one name; each by itself, and all together."""
    a, b = placed.form[start:], partner.form[position:]
    length = 0
    while length < min(len(a), len(b)) and (
        is_same_spelling(a[length], b[length], language, other)
        or agree(a[: length + 1], b[: length + 1], language, other)
    ):
        length += 1
    return length


def _trimmed(
    words: Sequence[Word],
    partners: Sequence[Word],
    start: int,
    position: int,
    length: int,
    sure: frozenset[str],
) -> tuple[int, int, int] | None:
    """Without words at either end that are no names for sure, as the first of a sentence."""

    def is_sure(offset: int) -> bool:
        word, partner = words[start + offset], partners[position + offset]
        if word.is_particle or partner.is_particle:
            return False
        return _is_sure(word, sure) or _is_sure(partner, sure)

    offsets = [offset for offset in range(length) if is_sure(offset)]
    if not offsets:
        return None
    return start + offsets[0], start + offsets[-1] + 1, position - start


def _is_sure(word: Word, sure: frozenset[str]) -> bool:
    return word.is_sure or romanised(word.text) in sure or is_initials(word.text) or is_given_name(word.text)


def _sure_words(runs: Iterable[PlacedRun]) -> frozenset[str]:
    return frozenset(romanised(word.text) for placed in runs for word in placed.run.words if word.is_sure)
