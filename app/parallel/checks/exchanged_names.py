"""Names in whose place the translation has one that its source lacks."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from app.parallel.checks.finding import Finding, Span
from app.parallel.checks.known_places import is_country, known_place
from app.parallel.checks.links import Link, Nameable, lacking, links_of
from app.parallel.checks.names import is_latin
from app.parallel.checks.ordinary_words import is_ordinary
from app.parallel.checks.pairs import Passage
from app.parallel.checks.strange_names import (
    SHORTEST,
    WITHIN_NAMES,
    StrangeName,
    Vocabulary,
    begins_sentence,
    calendar_places,
    is_heard,
    is_like,
    plain,
    strange_names,
)
from app.parallel.checks.words import Word, find_words
from app.parallel.pairs import Pair
from app.parallel.side import Side
from app.parallel.transliteration import skeleton

_BEGINNING, _LONG_BEGINNING = 3, 5
_LONGEST_ENDING = 2


@dataclass(frozen=True)
class _Laid:
    """A sentence of the source beside its translation."""

    pair: Pair
    is_latin: bool
    language: str
    """The translation's."""

    @cached_property
    def source(self) -> Passage:
        return Passage(self.pair.source)

    @cached_property
    def target(self) -> Passage:
        return Passage(self.pair.target)

    @cached_property
    def names(self) -> dict[str, Word]:
        return {plain(word): word for word in reversed(find_words(self.source.text)) if word.has_capital}

    @cached_property
    def lone_names(self) -> frozenset[str]:
        """Those that are not a part of a longer one: no League of a Champions League."""
        capitals = [word for word in find_words(self.source.text) if word.has_capital]
        joined = {
            each.start
            for one, two in pairwise(capitals)
            if self.source.text[one.end : two.start] in WITHIN_NAMES
            for each in (one, two)
        }
        return frozenset(plain(word) for word in capitals if word.start not in joined)

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(map(plain, find_words(self.target.text)))

    @cached_property
    def capitals(self) -> frozenset[str]:
        return frozenset(plain(word) for word in find_words(self.target.text) if word.has_capital)

    @cached_property
    def sounds(self) -> frozenset[str]:
        return frozenset(map(skeleton, self.words))

    @cached_property
    def countries(self) -> dict[str, str]:
        """What is one by itself in the translation, folded, and which."""
        capitals = [word for word in find_words(self.target.text) if word.has_capital]
        places = {plain(word): known_place(word.text, self.language) for word in capitals}
        return {name: place for name, place in places.items() if place and is_country(place)}


@dataclass(frozen=True, slots=True)
class _LostName:
    """``entity`` is who or what is linked there, or nothing."""

    text: str
    span: Span
    is_country: bool
    entity: str = ""


def exchanged_name_findings(
    source: Side, target: Side, pairs: Sequence[Pair], nameable: Nameable | None
) -> Iterator[Finding]:
    """Told where one name alone is lost in a pair and one alone is strange there.

    Lost is who or what is linked and known to have a name in the target's language, or a word with a capital
    that all other sentences keep.
    """
    there, here = Vocabulary(source), Vocabulary(target)
    are_latin = there.is_latin and here.is_latin
    laid = [_Laid(pair, are_latin, target.language) for pair in pairs if pair.source and pair.target]
    sentences: dict[str, list[_Laid]] = defaultdict(list)
    for each in laid:
        for name in each.names:
            sentences[name].append(each)
    for each in laid:
        lost = _lost_links(each, source, target, nameable)
        lost += [
            name
            for name in _lost_names(each, sentences, there)
            if not any(link.span.start <= name.span.start < link.span.end for link in lost)
        ]
        if not lost:
            continue
        links = [
            each.target.placed(link.span)
            for link in links_of(each.pair.target, target)
            if _is_new(link, source)
        ]
        strange = strange_names(each.source.text, each.target.text, links, there, here)
        places = [name for name in strange if name.is_place]
        (other,) = candidates if len(candidates := places or strange) == 1 else (None,)
        if len(lost) != 1 or other is None:
            continue
        gone = lost[0]
        if other.is_full_name and not gone.entity.startswith("person/"):
            continue
        if gone.is_country != other.is_country and (gone.is_country or gone.entity):
            continue
        if other.is_place or (
            not _may_be_title(gone, other, each) and _is_alone(gone, each, source.language)
        ):
            yield _finding(gone, other, each)


def _finding(gone: _LostName, other: StrangeName, laid: _Laid) -> Finding:
    evidence = {"source": gone.text, "target": laid.target.text[other.span.start : other.span.end]}
    if gone.entity:
        evidence["entity"] = gone.entity
    return Finding("name-mismatch", (gone.span,), laid.target.located((other.span,)), evidence)


def _may_be_title(gone: _LostName, other: StrangeName, laid: _Laid) -> bool:
    """The Secretary, for James Mattis."""
    written = laid.target.text[other.span.start : other.span.end]
    return len(find_words(gone.text)) > 1 and len(find_words(written)) == 1


def _is_alone(gone: _LostName, laid: _Laid, language: str) -> bool:
    """Whether the translation says all else that has a capital: Conselho may be for any Council."""
    own = laid.source.placed(gone.span)
    calendar = calendar_places(laid.source.text, language)
    return all(
        own.start <= word.start < own.end
        or word.start in calendar
        or begins_sentence(laid.source.text, word)
        or _is_said(plain(word), laid)
        for word in find_words(laid.source.text)
        if word.has_capital
    )


def _is_new(link: Link, source: Side) -> bool:
    return link.kind == "place" and not link.is_demonym and link.entity not in source.entities


def _lost_names(laid: _Laid, sentences: dict[str, list[_Laid]], there: Vocabulary) -> list[_LostName]:
    lost = []
    for name, word in laid.names.items():
        others = [each for each in sentences[name] if each is not laid]
        if (
            others
            and name not in laid.words
            and any(name in each.lone_names for each in others)
            and all(name in each.words for each in others)
            and _is_name(word, laid, there)
            and not _is_said(name, laid)
        ):
            (span,) = laid.source.located((Span(word.start, word.end),))
            lost.append(_LostName(word.text, span, is_country(known_place(word.text, there.language))))
    return lost


def _is_name(word: Word, laid: _Laid, there: Vocabulary) -> bool:
    written = plain(word)
    return (
        len(written) >= SHORTEST
        and is_latin(written)
        and written not in there.small
        and not is_ordinary(word.text, there.language)
        and word.start not in calendar_places(laid.source.text, there.language)
    )


def _is_said(name: str, laid: _Laid) -> bool:
    return (
        any(_begin_alike(name, word) or name[:_LONG_BEGINNING] in word for word in laid.words)
        or (not laid.is_latin and is_heard(name, laid.sounds))
        or is_like(name, laid.words)
    )


def _begin_alike(name: str, word: str) -> bool:
    """As a name and what is made of it: England, engelske."""
    return len(word) > _BEGINNING and word[:_BEGINNING] == name[:_BEGINNING]


def _lost_links(laid: _Laid, source: Side, target: Side, nameable: Nameable | None) -> list[_LostName]:
    named, others = (
        list(links_of(*each)) for each in ((laid.pair.source, source), (laid.pair.target, target))
    )
    lost = []
    for link in lacking(named, others):
        if link.is_demonym or len(link.text) < SHORTEST or "." in link.text:
            continue
        if nameable is not None and not nameable.get(link.entity):
            continue
        place = known_place(link.text, source.language)
        names = nameable[link.entity] if nameable is not None else None
        if not _is_called(link, names, laid, place):
            lost.append(_LostName(link.text, link.span, is_country(place), link.entity))
    return lost


def _is_called(link: Link, names: Collection[str] | None, laid: _Laid, place: str | None) -> bool:
    """Whether a word of the translation begins as one of the names there, or may be the source's.

    ``names`` are all that are known there, if they are known: many, so that nothing is only like one of them.
    Of a country (``place``, as of known_place) the others are no names: Iran is spelt like Iraq.
    """
    own = _words_of(link.text)
    if names is None:
        return any(_is_said(word, laid) for word in own)
    others = {name for name, other in laid.countries.items() if is_country(place) and other != place}
    words = laid.words - others
    stems = {word[: max(SHORTEST, len(word) - _LONGEST_ENDING)] for name in names for word in _words_of(name)}
    return (
        any(word.startswith(stem) for stem in (*stems, *own) for word in words)
        or any(len(word) > SHORTEST and word[:_LONG_BEGINNING] in each for word in own for each in words)
        or (not laid.is_latin and any(is_heard(word, laid.sounds) for word in own))
        or any(is_like(word, laid.capitals - others) for word in own)
    )


def _words_of(name: str) -> list[str]:
    """Those that tell it from others: the Vegas of Las Vegas."""
    words = [plain(word) for word in find_words(name)]
    return [word for word in words if len(word) >= SHORTEST] or words
