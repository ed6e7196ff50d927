"""Finds who and what is named in all the texts of one article in one language."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from app.gazetteer.article import Article
from app.gazetteer.context import Surroundings
from app.gazetteer.keys import fold
from app.gazetteer.lookup import LookupIn
from app.gazetteer.matching import Span, find_spans
from app.gazetteer.names import COUNTRIES, Evidence, Lookup, Name, Referent
from app.gazetteer.namesakes import follows_given_name, is_of_other_person, is_time, may_be_family_name
from app.gazetteer.places_beside import tell_by_cities, tell_by_place_behind, tell_by_word_beside
from app.gazetteer.readings import Reading, chosen, is_doubtful, meant_throughout
from app.gazetteer.scoring import score
from app.gazetteer.surnames import end_of_double_name, given_name, surnames
from app.gazetteer.vocabulary import Vocabulary
from app.gazetteer.words import Words, plain, split_words

MOST_NAMES = 300_000
"""That are kept, at some 200 bytes each."""

_BY_SURNAME = 0.8


@dataclass(frozen=True, slots=True)
class Found:
    """``key`` is that of the text; offsets in Unicode code points; ``score`` from 0.5 to 1."""

    key: str
    start: int
    end: int
    surface: str
    referent: Referent
    evidence: Evidence
    score: float
    name: str


@dataclass(frozen=True, slots=True)
class Recognised:
    """``namesakes`` are the ids of towns that the texts do not name, since somebody in them has the name."""

    found: Sequence[Found]
    namesakes: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Text:
    key: str
    written: str
    plain: str
    words: Words
    surroundings: Surroundings


class Recogniser:
    """Keeps what it has looked up: for as long as nobody is called otherwise."""

    def __init__(self) -> None:
        self._vocabularies: dict[str, Vocabulary] = {}

    def recognise(
        self,
        texts: Iterable[tuple[str, str]],
        language: str,
        lookup: Lookup,
        namesakes: Collection[str] = (),
    ) -> Recognised:
        """``texts`` are all of one article in one language, each with its key; found in their order.

        ``namesakes`` are those of its other languages.
        """
        prepared = [_prepare(key, text, language) for key, text in texts]
        spans = _find_all(prepared, self._vocabulary(language, lookup), lookup)
        article = _article(prepared, spans, language, namesakes)
        readings = [_read(text, own, article) for text, own in zip(prepared, spans, strict=True)]
        tell_by_cities([*chain.from_iterable(readings)])
        meant = meant_throughout(chain.from_iterable(readings))
        _repeat_what_is_sure(prepared, readings, article, meant)
        found = [
            each
            for text, own in zip(prepared, readings, strict=True)
            for reading in own
            if (each := _found(text, reading, meant))
        ]
        by_surname = _find_by_surname(prepared, found, language)
        named = _in_order(prepared, _without_overlaps([*found, *by_surname]))
        return Recognised(named, _namesakes(prepared, spans, article) - {each.referent.id for each in named})

    def _vocabulary(self, language: str, lookup: Lookup) -> Vocabulary:
        """The least recently used ones make room."""
        vocabulary = self._vocabularies.pop(language, None)
        if vocabulary is None or vocabulary.size > MOST_NAMES:
            vocabulary = Vocabulary(language, lookup)
        while sum(each.size for each in self._vocabularies.values()) + vocabulary.size > MOST_NAMES:
            del self._vocabularies[next(iter(self._vocabularies))]
        self._vocabularies[language] = vocabulary
        return vocabulary


def recognise(texts: Iterable[tuple[str, str]], language: str, lookup: Lookup) -> list[Found]:
    return list(Recogniser().recognise(texts, language, lookup).found)


def _prepare(key: str, text: str, language: str) -> _Text:
    comparable = plain(text)
    words = split_words(comparable)
    return _Text(key, text, comparable, words, Surroundings(comparable, words, language))


def _find_all(texts: Sequence[_Text], vocabulary: Vocabulary, lookup: Lookup) -> list[list[Span]]:
    known = vocabulary.find_known([text.words.texts for text in texts], lookup)
    return [
        list(find_spans(text.plain, text.words, places, vocabulary)) if places else []
        for text, places in zip(texts, known, strict=True)
    ]


def _article(
    texts: Sequence[_Text], spans: Sequence[Sequence[Span]], language: str, namesakes: Collection[str]
) -> Article:
    referents = {one.entry.name.referent for own in spans for span in own for one in span.candidates}
    return Article(
        language=language,
        countries={each.country for each in referents if each.kind in COUNTRIES and each.country},
        words=chain.from_iterable(text.words.texts for text in texts),
        countries_of_capitals={each.country for each in referents if each.is_capital and each.country},
        surnames={
            fold(surface)
            for text, own in zip(texts, spans, strict=True)
            for span in own
            if may_be_family_name(surface := text.written[span.start : span.end])
            and follows_given_name(text.surroundings.around(span), language)
        },
        namesakes=namesakes,
    )


def _namesakes(texts: Sequence[_Text], spans: Sequence[Sequence[Span]], article: Article) -> frozenset[str]:
    return frozenset(
        one.entry.name.referent.id
        for text, own in zip(texts, spans, strict=True)
        for span in own
        if fold(text.written[span.start : span.end]) in article.surnames
        for one in span.candidates
        if one.entry.name.referent.kind == "city"
    )


def _read(text: _Text, spans: Sequence[Span], article: Article) -> list[Reading]:
    readings = [_reading(text, span, spans, article) for span in spans]
    tell_by_place_behind(text.plain, readings)
    tell_by_word_beside(text.plain, readings, article.language)
    return readings


def _reading(text: _Text, span: Span, others: Sequence[Span], article: Article) -> Reading:
    reading = Reading(span, text.written[span.start : span.end])
    context = text.surroundings.around(span)
    place_beside = _has_place_beside(text, span, others)
    for candidate in span.candidates:
        value = score(candidate, reading.surface, context, article, place_beside=place_beside)
        reading.add(value, candidate.entry)
    return reading


def _repeat_what_is_sure(
    texts: Sequence[_Text],
    readings: Sequence[Sequence[Reading]],
    article: Article,
    meant: Mapping[str, Referent | None],
) -> None:
    """``Den Haag and Rotterdam`` has it, too, where ``in Den Haag`` stands elsewhere in the article."""
    doubtful = [
        (text, reading)
        for text, own in zip(texts, readings, strict=True)
        for reading in own
        if is_doubtful(reading)
    ]
    if not doubtful:
        return
    names = {one.entry.folded for _, reading in doubtful for one in reading.span.candidates}
    sure = {
        (best[1].name.referent, best[1].folded)
        for reading in chain.from_iterable(readings)
        if any(one.entry.folded in names for one in reading.span.candidates)
        and (best := chosen(reading, meant))
    }
    for text, reading in doubtful:
        for one in reading.span.candidates:
            if not one.inflected and (one.entry.name.referent, one.entry.folded) in sure:
                context = text.surroundings.around(reading.span)
                value = score(one, reading.surface, context, article, place_beside=False, sure_elsewhere=True)
                reading.add(value, one.entry)


def _has_place_beside(text: _Text, span: Span, others: Sequence[Span]) -> bool:
    """``Baghdad, Iraq``, ``Ontario Canada``, but nobody's given name: ``le président russe, Vladimir P.``"""
    after = text.plain[span.end : span.end + 2]
    may_be_given = after[:1] == " " and after[1:].isupper()
    return any(
        other is not span
        and any(
            one.entry.name.referent.kind in _LARGER
            and not (may_be_given and (other.is_demonym or one.entry.is_demonym))
            for one in other.candidates
        )
        and (text.plain[other.end : span.start] in _BETWEEN or text.plain[span.end : other.start] in _BETWEEN)
        for other in others
    )


_LARGER = (*COUNTRIES, "region")
_BETWEEN = (" ", ", ", "-", " (", "、", "，")


def _found(text: _Text, reading: Reading, meant: Mapping[str, Referent | None]) -> Found | None:
    best = chosen(reading, meant)
    if best is None:
        return None
    value, entry = best
    evidence: Evidence = "demonym" if reading.span.is_demonym else entry.name.kind
    span = reading.span
    return Found(
        text.key,
        span.start,
        span.end,
        reading.surface,
        entry.name.referent,
        evidence,
        round(value, 3),
        entry.name.text,
    )


def _find_by_surname(texts: Sequence[_Text], found: Sequence[Found], language: str) -> Iterator[Found]:
    people = [
        Name(each.name, language, "label", each.referent) for each in found if each.referent.kind == "person"
    ]
    names = list(surnames(people))
    if not names:
        return
    lookup = LookupIn(names)
    for text, spans in zip(texts, _find_all(texts, Vocabulary(language, lookup), lookup), strict=True):
        for span in spans:
            name = span.candidates[0].entry.name
            context = text.surroundings.around(span)
            if (
                name.referent.kind == "person"
                and not is_of_other_person(context, _given_names(people, name.referent), language)
                and not is_time(text.written[span.start : span.end], context, language)
            ):
                end = end_of_double_name(text.plain, span.end)
                surface = text.written[span.start : end]
                yield Found(
                    text.key, span.start, end, surface, name.referent, "surname", _BY_SURNAME, name.text
                )


def _given_names(people: Iterable[Name], person: Referent) -> set[str]:
    return {fold(given_name(each.text)) for each in people if each.referent == person}


def _without_overlaps(found: Sequence[Found]) -> Iterator[Found]:
    """The longest first, then the likeliest."""
    taken: dict[str, list[tuple[int, int]]] = {}
    for each in sorted(found, key=lambda one: (one.start - one.end, -one.score)):
        spans = taken.setdefault(each.key, [])
        if all(each.end <= start or end <= each.start for start, end in spans):
            spans.append((each.start, each.end))
            yield each


def _in_order(texts: Sequence[_Text], found: Iterable[Found]) -> list[Found]:
    places = {text.key: place for place, text in enumerate(texts)}
    return sorted(found, key=lambda each: (places[each.key], each.start))
