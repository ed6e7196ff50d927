"""The names that texts of one language are searched for, fetched as texts need them, and kept."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import islice, zip_longest

from app.gazetteer.entries import Entry, entry
from app.gazetteer.false_friends import other_names
from app.gazetteer.inflection import is_inflected, uninflected
from app.gazetteer.keys import capitalised, fold, opening_of_two, without_article
from app.gazetteer.languages import languages_of
from app.gazetteer.lookup import LookupIn
from app.gazetteer.names import Lookup, Name
from app.gazetteer.openings import Openings
from app.gazetteer.proclitics import without_proclitics
from app.gazetteer.words import Word, first_words, is_spaceless, is_syllabic, plain

_MOST_WORDS = 200_000
_MOST_RUNS = 20_000
_MOST_CHANGED = 3
_LEAST_KEPT = 2


@dataclass(frozen=True, slots=True)
class FirstWord:
    """What names that begin alike have in common; ``text`` is folded."""

    text: str
    is_capitalised: bool
    is_demonym: bool


class Group:
    """Names with one opening and one first word. They are taken apart only when a text has that word."""

    def __init__(self, first: FirstWord) -> None:
        self.first = first
        self.kept = first.text[: max(_LEAST_KEPT, len(first.text) - _MOST_CHANGED)]
        self.names: list[Name] = []

    @cached_property
    def entries(self) -> Sequence[Entry]:
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


@dataclass(slots=True)
class KnownWord:
    """What may begin in a word of a text: openings of names of one word, and of those that go on.

    ``starts`` are found when they are needed, by the second word's opening; by none for names of one word.
    """

    text: str
    openings: Sequence[str]
    going_on: Sequence[str]
    starts: dict[str, tuple[Start, ...]] = field(default_factory=dict)


_NEW = KnownWord("", (), ())


class Vocabulary:
    """``size`` is how many names it holds."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.size = 0
        self.buckets: dict[str, Bucket] = {}
        self._languages = languages_of(language)
        self._groups: dict[str, dict[FirstWord, Group]] = {}
        self._fetched: set[str] = set()
        self._words: dict[str, KnownWord | None] = {}
        self._runs: dict[str, Sequence[tuple[int, str]]] = {}
        self._other_names = LookupIn(other_names(self._languages))

    def prepare(self, texts: Iterable[Sequence[Word]], lookup: Lookup) -> None:
        """Fetches at once what may begin at any of the texts' words."""
        if len(self._words) > _MOST_WORDS:
            self._words = {}
        if len(self._runs) > _MOST_RUNS:
            self._runs = {}
        unknown: dict[str, None] = {}
        for words in texts:
            for word, following in zip_longest(words, islice(words, 1, None)):
                if word.is_run:
                    found = self._runs.get(word.text)
                    if found is None:
                        found = self._runs[word.text] = self._openings_in(word.text, lookup.openings)
                        unknown.update(dict.fromkeys(one for _, one in found))
                    continue
                known = self._words.get(word.text, _NEW)
                if known is _NEW:
                    known = self._words[word.text] = self._known_word(word.text, lookup.openings)
                    unknown.update(dict.fromkeys(known.openings if known else ()))
                if known and known.going_on and following:
                    unknown.update(dict.fromkeys(self._longer(known, following.text, lookup.openings)))
        wanted = [one for one in unknown if one not in self._fetched]
        if wanted:
            self._fetch(wanted, lookup)

    def starts(self, word: str, following: str) -> Sequence[Start]:
        """The names that may begin in a word that has been prepared; ``following`` is empty at the end."""
        known = self._words[word]
        if known is None:
            return ()
        starts = known.starts.get("")
        if starts is None:
            starts = known.starts[""] = tuple(self._find_starts(word, known.openings))
        if not following or not known.going_on:
            return starts
        second = _second(following)
        longer = known.starts.get(second)
        if longer is None:
            openings = [opening_of_two(one, following) for one in known.going_on]
            longer = known.starts[second] = tuple(self._find_starts(word, openings))
        return (*starts, *longer) if longer else starts

    def openings_in(self, run: str) -> Sequence[tuple[int, str]]:
        """The places in a run without spaces that has been prepared, and the openings of names there."""
        return self._runs[run]

    def _openings_in(self, run: str, openings: Openings) -> Sequence[tuple[int, str]]:
        own = list(self._other_names.openings.in_run(run))
        found = openings.in_run(run)
        return sorted({*found, *own}, key=lambda each: (each[0], -len(each[1]))) if own else list(found)

    def _longer(self, known: KnownWord, following: str, openings: Openings) -> Iterator[str]:
        """The openings of names that go on with the following word."""
        if _second(following) not in known.starts:
            for one in known.going_on:
                pair = opening_of_two(one, following)
                if self._is_any(pair, openings):
                    yield pair

    def _known_word(self, word: str, openings: Openings) -> KnownWord | None:
        """None where no name begins."""
        own = first_words_of_names(word, self.language)
        single = [one for one in own if self._is_any(one, openings)]
        others = self._other_names.openings
        going_on = [one for one in own if openings.goes_on(one) or others.goes_on(one)]
        return KnownWord(word, single, going_on) if single or going_on else None

    def _is_any(self, opening_: str, openings: Openings) -> bool:
        return opening_ in openings or opening_ in self._other_names.openings

    def _fetch(self, openings: Sequence[str], lookup: Lookup) -> None:
        self._fetched.update(openings)
        for source in (lookup, self._other_names):
            for key, name in source.names(openings, self._languages):
                self.size += 1
                self._add(key, name)

    def _add(self, key: str, name: Name) -> None:
        if not key:
            return
        if is_spaceless(key[0]):
            new = entry(name)
            if new:
                self.buckets.setdefault(key, Bucket()).add(new)
            return
        first, is_capitalised = _beginning(name.text.partition(" ")[0]) or _beginning(name.text) or _NONE
        shared = FirstWord(first, is_capitalised, name.kind == "demonym")
        groups = self._groups.setdefault(key, {})
        if shared not in groups:
            groups[shared] = Group(shared)
        groups[shared].names.append(name)

    def _find_starts(self, word: str, openings: Sequence[str]) -> Iterator[Start]:
        groups = [group for key in openings for group in self._groups.get(key, {}).values()]
        if not groups:
            return
        for skipped, rest in _readings(fold(word)):
            is_lower = not skipped and word[0].islower()
            for group in groups:
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


_NONE = ("", False)


@lru_cache(maxsize=32768)
def first_words_of_names(word: str, language: str) -> tuple[str, ...]:
    """As openings have them, those with which a name may begin in a word of a text: few are any name's."""
    folded = fold(word)
    if not folded:
        return ()
    own = dict.fromkeys(
        without_article(each) for _, rest in _readings(folded) for each in _parts(rest, language)
    )
    return (*map(capitalised, own), *own) if word[0].isupper() else tuple(own)


def _parts(word: str, language: str) -> Iterator[str]:
    """Of Hangul, where particles are written as one with a name, all beginnings."""
    yield word
    if is_syllabic(word[0]):
        yield from (word[:length] for length in range(1, len(word)))
    else:
        yield from uninflected(word, language)


def _second(word: str) -> str:
    return opening_of_two("", word)


@lru_cache(maxsize=65536)
def _beginning(text: str) -> tuple[str, bool] | None:
    """The first word, folded, and whether it has a capital; None where there is no word."""
    word, _ = first_words(plain(text))
    return (fold(word), word[0].isupper()) if word else None


def _readings(folded: str) -> Iterator[tuple[int, str]]:
    """A word as it stands, and without what may be proclitics."""
    yield 0, folded
    yield from without_proclitics(folded)
