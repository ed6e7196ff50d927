"""Countries in whose place the translation names another one, whatever else of both is named beside them."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from babel.core import get_global

from app.parallel.checks.finding import Finding, Span
from app.parallel.checks.known_places import beginnings_of, known_place, place_called
from app.parallel.checks.links import Nameable, links_of
from app.parallel.checks.words import Word, find_words
from app.parallel.folding import fold_word
from app.parallel.pairs import Pair
from app.parallel.segments import Segment
from app.parallel.side import Side
from app.parallel.transliteration import skeleton

_COUNTRIES = frozenset(code for code in get_global("zone_territories").values() if code.isalpha())
_FEWEST_CONSONANTS = 3
_FARTHEST = 0.2
"""Of the sentence's length, apart: another country named twice may well be a pronoun's."""
_LONGEST_NAME = 3
"""In words, of those that nobody linked."""
_BETWEEN_WORDS = re.compile(r"[ .\u00a0]+")


@dataclass(frozen=True, slots=True)
class _Named:
    """``country``: its code where CLDR knows it, else the id of the place."""

    country: str
    text: str
    span: Span
    entity: str = ""
    is_demonym: bool = False


def exchanged_country_findings(
    source: Side, target: Side, pairs: Sequence[Pair], nameable: Nameable | None
) -> Iterator[Finding]:
    """Told where a sentence has as many names of countries as its translation, all but one the same."""
    called = nameable or {}
    codes = {**_codes_by_name(called, target.language), **_codes(source), **_codes(target)}
    names: dict[str, set[str]] = {}
    for entity, each in called.items():
        names.setdefault(codes.get(entity, entity), set()).update(each)
    for pair in pairs:
        if not pair.source or not pair.target:
            continue
        named, others = (
            sorted(_named(segments, side, codes), key=lambda each: (each.span.block, each.span.start))
            for segments, side in ((pair.source, source), (pair.target, target))
        )
        exchanged = _exchanged(named, others)
        if exchanged is None:
            continue
        gone, come = exchanged
        is_repeated = any(each.country == come.country for each in named)
        if gone.is_demonym != come.is_demonym or (is_repeated and not come.is_demonym):
            continue  # a people of a country may be unknown, and a pronoun's country named again
        if (
            _is_written(gone, names.get(gone.country, ()), others, pair.target, target.language)
            or _is_written(come, {come.text}, named, pair.source, source.language)
            or _sounds(gone.text) & _sounds(come.text)
            or abs(_share(gone.span, pair.source) - _share(come.span, pair.target)) > _FARTHEST
        ):
            continue
        evidence = {"source": gone.text, "target": come.text}
        if gone.entity:
            evidence["entity"] = gone.entity
        yield Finding("name-mismatch", (gone.span,), (come.span,), evidence)


def _codes(side: Side) -> Mapping[str, str]:
    """By the id of each country that is linked."""
    found: dict[str, str] = {}
    for block, links in side.names.items():
        for link in links:
            code = known_place(side.texts[block][link.start : link.end], side.language)
            if not link.is_demonym and code is not None and code in _COUNTRIES:
                found[link.entity] = code
    return found


def _codes_by_name(called: Nameable, language: str) -> Mapping[str, str]:
    return {
        entity: code
        for entity, names in called.items()
        for code in (_country(name, language) for name in names)
        if code is not None
    }


def _named(segments: Sequence[Segment], side: Side, codes: Mapping[str, str]) -> Iterator[_Named]:
    links = list(links_of(segments, side))
    for link in links:
        if link.is_demonym or link.entity in codes:
            yield _Named(
                codes.get(link.entity, link.entity), link.text, link.span, link.entity, link.is_demonym
            )
    linked = [(link.span.block, link.span.start, link.span.end) for link in links]
    for segment in segments:
        for span in _unlinked(segment, side.language):
            if not any(
                block == span.block and start < span.end and span.start < end for block, start, end in linked
            ):
                text = side.texts[segment.block][span.start : span.end]
                yield _Named(_country(text, side.language) or "", text, span)


def _unlinked(segment: Segment, language: str) -> Iterator[Span]:
    """Of the names that CLDR has the longest, each word once."""
    words = find_words(segment.text)
    place = 0
    while place < len(words):
        for count in range(_LONGEST_NAME, 0, -1):
            run = words[place : place + count]
            if len(run) == count and _is_country_name(run, segment.text, language):
                start, end = run[0].start + segment.start, run[-1].end + segment.start
                yield Span(start, end, segment.block)
                place += count
                break
        else:
            place += 1


def _is_country_name(words: Sequence[Word], text: str, language: str) -> bool:
    name = text[words[0].start : words[-1].end]
    return words[0].has_capital and _country(name, language) is not None


def _country(name: str, language: str) -> str | None:
    """In the form that CLDR has alone: Büründü is no case of Burundi."""
    code = place_called(name, language)
    return code if code in _COUNTRIES else None


def _exchanged(named: Sequence[_Named], others: Sequence[_Named]) -> tuple[_Named, _Named] | None:
    """The mentions, one of a country that has one less in the translation, one of that with one more."""
    counts, other_counts = (Counter(each.country for each in side) for side in (named, others))
    lost, new = counts - other_counts, other_counts - counts
    if len(named) != len(others) or not lost.total() == new.total() == 1:
        return None
    (gone,), (come,) = lost, new
    if gone in other_counts:
        return None
    if come in _COUNTRIES and gone not in _COUNTRIES:
        return None  # the people of a place that may be no country
    places = [place for place, each in enumerate(named) if each.country == gone]
    other_places = [place for place, each in enumerate(others) if each.country == come]
    same = next((place for place in places if place in other_places), None)
    if same is not None:
        return named[same], others[same]
    return None if come in counts else (named[places[0]], others[other_places[0]])


def _share(span: Span, segments: Sequence[Segment]) -> float:
    """Of the sentences' length, how far into them it stands."""
    before = 0
    for segment in segments:
        if segment.block == span.block and segment.start <= span.start < segment.end:
            before += span.start - segment.start
            break
        before += len(segment.text)
    return before / sum(len(segment.text) for segment in segments)


def _sounds(name: str) -> set[str]:
    sounds = {skeleton(word.text) for word in find_words(name)}
    return {sound for sound in sounds if len(sound) >= _FEWEST_CONSONANTS}


def _is_written(
    name: _Named,
    names: Collection[str],
    others: Sequence[_Named],
    segments: Sequence[Segment],
    language: str,
) -> bool:
    """Where nobody found it: EE.UU., an adjective. Of what is found besides that cannot be said."""
    country = name.country
    if any(each.country == country for each in others):
        return False
    text = " ".join(segment.text for segment in segments)
    beginnings = tuple(beginnings_of(country, language))
    if any(fold_word(word.text).startswith(beginnings) for word in find_words(text)):
        return True
    stems = (name[: max(4, len(name) - 2)] for name in names)
    return any(_BETWEEN_WORDS.sub("", stem) in _BETWEEN_WORDS.sub("", text) for stem in stems)
