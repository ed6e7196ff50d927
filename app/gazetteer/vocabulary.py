"""The names that texts of one language are searched for, fetched as texts need them, and kept."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import chain

from app.gazetteer.entries import Entry, entry
from app.gazetteer.false_friends import other_names
from app.gazetteer.inflection import is_inflected, other_openings
from app.gazetteer.keys import fold, opening, openings_at, openings_in
from app.gazetteer.languages import languages_of
from app.gazetteer.names import Lookup, Name
from app.gazetteer.proclitics import without_proclitics
from app.gazetteer.words import Word, first_word, is_spaceless, is_syllabic, plain

_MOST_WORDS = 200_000
_SECOND_WORD = 2
_MOST_CHANGED = 3
_LEAST_KEPT = 2


@dataclass(frozen=True, slots=True)
class FirstWord:
    """What names that begin alike have in common; ``text`` is folded."""

    text: str
    is_capitalised: bool
    is_demonym: bool


class Group:
    """Names with one first word. They are taken apart only when a text has that word."""

    def __init__(self, first: FirstWord) -> None:
        self.first = first
        self.kept = first.text[: max(_LEAST_KEPT, len(first.text) - _MOST_CHANGED)]
        self.names: list[Name] = []

    def beginning(self, second: str) -> Sequence[Entry]:
        """Those of more words that may go on with this folded one."""
        return self._longer.get(second[:_SECOND_WORD], ())

    @cached_property
    def single(self) -> Sequence[Entry]:
        return [each for each in self._entries if len(each.folded) == 1]

    @cached_property
    def _longer(self) -> dict[str, list[Entry]]:
        longer: dict[str, list[Entry]] = {}
        for each in self._entries:
            if len(each.folded) > 1:
                longer.setdefault(each.folded[1][:_SECOND_WORD], []).append(each)
        return longer

    @cached_property
    def _entries(self) -> Sequence[Entry]:
        return [each for name in self.names if (each := entry(name))]


@dataclass(frozen=True, slots=True)
class Start:
    """Names that may begin in a word, after ``skipped`` characters of proclitics."""

    group: Group
    skipped: int
    inflected: bool


@dataclass(slots=True)
class Bucket:
    """Names of a script without spaces, by how they are written."""

    by_text: dict[str, list[Entry]] = field(default_factory=dict)
    lengths: tuple[int, ...] = ()

    def add(self, new: Entry) -> None:
        text = plain(new.name.text)
        self.by_text.setdefault(text, []).append(new)
        self.lengths = tuple(sorted({*self.lengths, len(text)}, reverse=True))


class Vocabulary:
    """``size`` is how many names it holds."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.size = 0
        self._languages = languages_of(language)
        self._groups: dict[str, dict[FirstWord, Group]] = {}
        self._buckets: dict[str, Bucket] = {}
        self._known_openings: set[str] = set()
        self._starts: dict[str, tuple[Start, ...]] = {}

    def prepare(self, words: Iterable[Word], lookup: Lookup) -> None:
        """Fetches at once what may begin at any of the words."""
        if len(self._starts) > _MOST_WORDS:
            self._starts = {}
        new = {word.text: word for word in words if word.text not in self._starts}
        openings = dict.fromkeys(chain.from_iterable(self._openings(word) for word in new.values()))
        unknown = [one for one in openings if one not in self._known_openings]
        if unknown:
            self._fetch(unknown, lookup)

    def starts(self, word: str) -> tuple[Start, ...]:
        """The names that may begin in a word that has been prepared."""
        found = self._starts.get(word)
        if found is None:
            found = self._starts[word] = tuple(self._find_starts(word))
        return found

    def bucket(self, opening_: str) -> Bucket | None:
        return self._buckets.get(opening_)

    def _openings(self, word: Word) -> Iterator[str]:
        if word.is_run:
            for position in range(len(word.text)):
                yield from openings_in(word.text[position : position + 2])
            return
        folded = fold(word.text)
        for _, rest in _readings(folded):
            yield from openings_at(rest)
        yield from other_openings(folded, self.language)

    def _fetch(self, openings: Sequence[str], lookup: Lookup) -> None:
        self._known_openings.update(openings)
        for name in chain(lookup(openings, self._languages), other_names(openings, self._languages)):
            self.size += 1
            self._add(name)

    def _add(self, name: Name) -> None:
        key, first, is_capitalised = _beginning(name.text.partition(" ")[0]) or _beginning(name.text) or _NONE
        if not key:
            return
        if is_spaceless(key[0]):
            new = entry(name)
            if new:
                self._buckets.setdefault(key, Bucket()).add(new)
            return
        shared = FirstWord(first, is_capitalised, name.kind == "demonym")
        groups = self._groups.setdefault(key, {})
        if shared not in groups:
            groups[shared] = Group(shared)
        groups[shared].names.append(name)

    def _find_starts(self, word: str) -> Iterator[Start]:
        folded = fold(word)
        for skipped, rest in _readings(folded):
            openings = openings_at(rest)
            if not skipped:
                openings = (*openings, *other_openings(folded, self.language))
            is_lower = not skipped and word[0].islower()
            for key in dict.fromkeys(openings):
                for group in self._groups.get(key, {}).values():
                    if is_lower and group.first.is_capitalised:
                        continue
                    if group.first.text == rest:
                        yield Start(group, skipped, inflected=False)
                    elif rest.startswith(group.kept) and self._is_form_of(rest, group):
                        yield Start(group, skipped, inflected=True)

    def _is_form_of(self, word: str, group: Group) -> bool:
        if is_syllabic(word[0]):
            return word.startswith(group.first.text)
        return is_inflected(word, group.first.text, self.language, is_adjective=group.first.is_demonym)


_NONE = ("", "", False)


@lru_cache(maxsize=65536)
def _beginning(text: str) -> tuple[str, str, bool] | None:
    """The opening, and the first word, folded, and whether it has a capital; None where there is no word."""
    word = first_word(plain(text))
    return (opening(word), fold(word), word[0].isupper()) if word else None


def _readings(folded: str) -> Iterator[tuple[int, str]]:
    """A word as it stands, and without what may be proclitics."""
    yield 0, folded
    yield from without_proclitics(folded)
