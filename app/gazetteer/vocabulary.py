"""The names that texts of one language are searched for, fetched as texts need them, and kept."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import chain

from app.gazetteer.chinese import with_one_variant
from app.gazetteer.entries import Entry, entry
from app.gazetteer.false_friends import other_names
from app.gazetteer.inflection import is_inflected, kept, uninflected
from app.gazetteer.keys import capitalised, fold, opening_of_two, without_article
from app.gazetteer.languages import languages_of
from app.gazetteer.lookup import LookupIn
from app.gazetteer.names import Lookup, Name
from app.gazetteer.openings import SpacelessOpenings
from app.gazetteer.proclitics import without_proclitics
from app.gazetteer.words import first_words, is_spaceless, is_syllabic, plain

_MOST_WORDS = 50_000


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
        self.kept = kept(first.text)
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


@dataclass(frozen=True, slots=True)
class KnownRun:
    """The openings of names in a run without spaces, each with its place."""

    text: str
    openings: Sequence[tuple[int, str]]


KnownPlaces = Sequence[tuple[int, KnownWord | KnownRun]]
"""Which words of a text are known, by their numbers."""


class Vocabulary:
    """``size`` is how many names it holds."""

    def __init__(self, language: str, lookup: Lookup) -> None:
        self.language = language
        self.size = 0
        self.buckets: dict[str, Bucket] = {}
        self._languages = languages_of(language)
        self._other_names = _other_names(tuple(self._languages))
        self._openings = lookup.openings(self._languages, self._other_names.all_openings)
        self._groups: dict[str, dict[FirstWord, Group]] = {}
        self._fetched: set[str] = set()
        self._words: dict[str, KnownWord | KnownRun | None] = {}

    def find_known(self, texts: Sequence[Sequence[str]], lookup: Lookup) -> Sequence[KnownPlaces]:
        """Where in the words of each text names may begin; fetches those names for all texts at once."""
        if len(self._words) > _MOST_WORDS:
            self._words = {}
        words = self._words
        for word in set(chain.from_iterable(texts)).difference(words):
            words[word] = self._known(word)
        known = [[(at, found) for at, word in enumerate(text) if (found := words[word])] for text in texts]
        wanted = {
            opening: None
            for text, places in zip(texts, known, strict=True)
            for at, found in places
            for opening in self._openings_at(found, text[at + 1] if at + 1 < len(text) else "")
            if opening not in self._fetched
        }
        if wanted:
            self._fetch([*wanted], lookup)
        return known

    def _openings_at(self, known: KnownWord | KnownRun, following: str) -> Iterable[str]:
        if isinstance(known, KnownRun):
            return [opening for _, opening in known.openings]
        if not (following and known.going_on):
            return known.openings
        return (*known.openings, *self._longer(known, following))

    def starts(self, known: KnownWord, following: str) -> Sequence[Start]:
        """The names that may begin in a word that has been found; ``following`` is empty at the end."""
        starts = known.starts.get("")
        if starts is None:
            starts = known.starts[""] = tuple(self._find_starts(known.text, known.openings))
        if not following or not known.going_on:
            return starts
        second = _second(following)
        longer = known.starts.get(second)
        if longer is None:
            openings = [opening_of_two(one, following) for one in known.going_on]
            longer = known.starts[second] = tuple(self._find_starts(known.text, openings))
        return (*starts, *longer) if longer else starts

    def _longer(self, known: KnownWord, following: str) -> Iterator[str]:
        """The openings of names that go on with the following word."""
        if _second(following) not in known.starts:
            for one in known.going_on:
                pair = opening_of_two(one, following)
                if pair in self._openings:
                    yield pair

    @cached_property
    def _spaceless(self) -> SpacelessOpenings:
        return SpacelessOpenings(self._openings.spaceless)

    def _known(self, word: str) -> KnownWord | KnownRun | None:
        """None where no name begins."""
        if is_spaceless(word[0]):
            found = tuple(self._spaceless.in_run(with_one_variant(word)))
            return KnownRun(word, found) if found else None
        own = self._first_words(word)
        if not own or not self._openings.have_first_word(own):
            return None
        single = [one for one in own if one in self._openings]
        return KnownWord(word, single, [one for one in own if self._openings.goes_on(one)])

    def _first_words(self, word: str) -> Sequence[str]:
        """As openings have them, those with which a name may begin in a word: few are any name's."""
        folded = fold(word)
        if not folded or (word.islower() and not self._openings.may_have_form(folded)):
            return ()
        if is_syllabic(folded[0]):
            return _all_beginnings(folded)
        has_capital = word[0].isupper()
        forms = [rest for _, rest in _readings(folded)]
        for one in tuple(forms):
            if has_capital or self._may_be_form(one):
                forms += uninflected(one, self.language)
        own = dict.fromkeys(map(without_article, forms))
        return (*map(capitalised, own), *own) if has_capital else tuple(own)

    def _may_be_form(self, word: str) -> bool:
        """Of a name without a capital; an article is no part of its opening."""
        openings = self._openings
        return openings.may_have_form(word) or openings.may_have_form(without_article(word))

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


@lru_cache(maxsize=256)
def _other_names(languages: tuple[str, ...]) -> LookupIn:
    return LookupIn(other_names(languages))


def _all_beginnings(word: str) -> Sequence[str]:
    """Of a word in Hangul, where particles are written as one with a name."""
    return (word, *(word[:length] for length in range(1, len(word))))


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
