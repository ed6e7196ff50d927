"""Finds who and what is named in all the texts of one article in one language."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from app.gazetteer.context import Surroundings
from app.gazetteer.entries import Entry
from app.gazetteer.lookup import LookupIn
from app.gazetteer.matching import Span, find_spans
from app.gazetteer.names import COUNTRIES, Evidence, Lookup, Name, Referent
from app.gazetteer.scoring import PUBLISHED, Article, score
from app.gazetteer.surnames import surnames
from app.gazetteer.vocabulary import Vocabulary
from app.gazetteer.words import Words, plain, split_words

MOST_NAMES = 300_000
"""That are kept, at some 200 bytes each."""

_BY_SURNAME = 0.8
_TOO_CLOSE = 0.0005


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

    def recognise(self, texts: Iterable[tuple[str, str]], language: str, lookup: Lookup) -> list[Found]:
        """``texts`` are all of one article in one language, each with its key; found in their order."""
        prepared = [_prepare(key, text, language) for key, text in texts]
        spans = _find_all(prepared, self._vocabulary(language, lookup), lookup)
        article = _article(prepared, spans, language)
        found = [
            each
            for text, own in zip(prepared, spans, strict=True)
            for span in own
            if (each := _choose(text, span, own, article))
        ]
        by_surname = _find_by_surname(prepared, found, language)
        return _in_order(prepared, _without_overlaps([*found, *by_surname]))

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
    return Recogniser().recognise(texts, language, lookup)


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


def _article(texts: Sequence[_Text], spans: Sequence[Sequence[Span]], language: str) -> Article:
    referents = (one.entry.name.referent for own in spans for span in own for one in span.candidates)
    return Article(
        language=language,
        countries={each.country for each in referents if each.kind in COUNTRIES and each.country},
        words=chain.from_iterable(text.words.texts for text in texts),
    )


def _choose(text: _Text, span: Span, others: Sequence[Span], article: Article) -> Found | None:
    """The likeliest of those whom the name could mean. Where two are as likely, neither."""
    surface = text.written[span.start : span.end]
    context = text.surroundings.around(span)
    place_beside = _has_place_beside(text, span, others)
    scores: dict[Referent, tuple[float, Entry]] = {}
    for candidate in span.candidates:
        value = score(candidate, surface, context, article, place_beside=place_beside)
        referent = candidate.entry.name.referent
        if referent not in scores or value > scores[referent][0]:
            scores[referent] = (value, candidate.entry)
    (best, entry), *rest = sorted(
        _without_own_cities(scores).values(), key=lambda each: each[0], reverse=True
    )
    referent = entry.name.referent
    if best < PUBLISHED or referent.kind == "nothing" or (rest and best - rest[0][0] < _TOO_CLOSE):
        return None
    evidence: Evidence = "demonym" if span.is_demonym else entry.name.kind
    return Found(text.key, span.start, span.end, surface, referent, evidence, round(best, 3), entry.name.text)


def _without_own_cities(scores: dict[Referent, tuple[float, Entry]]) -> dict[Referent, tuple[float, Entry]]:
    """Where a country and a city of it have one name, it is the country's: Singapore, Mexico, Kuwait."""
    likely = {
        each.country for each, (value, _) in scores.items() if each.kind in COUNTRIES and value >= PUBLISHED
    }
    return {each: of for each, of in scores.items() if each.kind in COUNTRIES or each.country not in likely}


def _has_place_beside(text: _Text, span: Span, others: Sequence[Span]) -> bool:
    """``Baghdad, Iraq``, ``Ontario Canada``."""
    return any(
        other is not span
        and any(one.entry.name.referent.kind in COUNTRIES for one in other.candidates)
        and (text.plain[other.end : span.start] in _BETWEEN or text.plain[span.end : other.start] in _BETWEEN)
        for other in others
    )


_BETWEEN = (" ", ", ", "-", " (", "、", "，")


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
            referent = span.candidates[0].entry.name.referent
            if referent.kind == "person":
                surface = text.written[span.start : span.end]
                yield Found(
                    text.key, span.start, span.end, surface, referent, "surname", _BY_SURNAME, surface
                )


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
