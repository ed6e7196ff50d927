"""How well a text answers a query: Okapi BM25 with a weight for each field (BM25F, Robertson 2004).

Rare words count for more than common ones, a headline's for more than a body's, the tenth repetition for less
than the first, and all for less in a long text.

A query is made a function of the text first: of a thousand texts it is asked again and again.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from app.search.expression import (
    FIELDS,
    KEYWORDS,
    AllOf,
    AnyOf,
    Expression,
    Phrase,
    Without,
    is_keyword,
    phrases_in,
)

COLUMNS = (*FIELDS, KEYWORDS)

_WEIGHTS = {"headline": 6.0, "lead": 3.0, "captions": 1.5, "body": 1.0, KEYWORDS: 3.0}
_SATURATION = 1.5
"""BM25's k1."""
_LENGTH_COUNTS = 0.5
"""BM25's b."""
_USUAL_LENGTH = 3000
"""Characters of terms in a body."""
_BODY = COLUMNS.index("body")
_FEW = 8
"""Parts of which each is looked for: of more a text is asked first which it may have."""

Text = Sequence[str]
"""Its terms, by ``COLUMNS``, and behind them the forms that it has of those that phrases want."""
Relevance = Callable[[Text], float | None]
"""None of a text that is not found."""


def relevance(expression: Expression, rarity: Mapping[str, float], *, least: float = 0.0) -> Relevance:
    """``rarity`` is that of each term; ``least``: what it is worth to have one once, of having it often."""
    match expression:
        case Phrase():
            return _of_phrase(expression, rarity, least)
        case AllOf(parts):
            return _of_all([relevance(part, rarity, least=least) for part in parts])
        case AnyOf(parts) if len(parts) > _FEW:
            return _of_many(parts, [relevance(part, rarity, least=least) for part in parts])
        case AnyOf(parts):
            return _of_any([relevance(part, rarity, least=least) for part in parts])
        case Without(wanted):
            return relevance(wanted, rarity, least=least)


def _of_all(parts: Sequence[Relevance]) -> Relevance:
    def of(text: Text) -> float | None:
        together = 0.0
        for part in parts:
            found = part(text)
            if found is None:
                return None
            together += found
        return together

    return of


def _of_any(parts: Sequence[Relevance]) -> Relevance:
    def of(text: Text) -> float | None:
        some = [found for part in parts if (found := part(text)) is not None]
        return sum(some) if some else None

    return of


def _of_many(expressions: Sequence[Expression], parts: Sequence[Relevance]) -> Relevance:
    """As ``_of_any``, of the endings that a beginning has: a hundred, of which a text has one or two."""
    by_term: dict[str, list[int]] = defaultdict(list)
    for place, expression in enumerate(expressions):
        for term in {phrase.terms[0] for phrase in phrases_in(expression)}:
            by_term[term].append(place)
    firsts = frozenset(by_term)

    def of(text: Text) -> float | None:
        there = firsts.intersection(" ".join(text[: len(COLUMNS)]).split())
        places = sorted({place for term in there for place in by_term[term]})
        return _of_any([parts[place] for place in places])(text)

    return of


def _of_phrase(phrase: Phrase, rarity: Mapping[str, float], least: float) -> Relevance:
    wanted = f" {' '.join(phrase.terms)} "
    counted_in = _counted_in(phrase, wanted)
    most = phrase.weight * max(rarity[term] for term in phrase.terms)
    forms = [f" {form} " for form in phrase.forms]

    def of(text: Text) -> float | None:
        if forms and not any(form in text[len(COLUMNS)] for form in forms):
            return None
        counted = counted_in(text)
        if not counted:
            return None
        counted /= 1 - _LENGTH_COUNTS + _LENGTH_COUNTS * len(text[_BODY]) / _USUAL_LENGTH
        return most * (least + (1 - least) * counted / (_SATURATION + counted))

    return of


def _counted_in(phrase: Phrase, wanted: str) -> Callable[[Text], float]:
    """How often a text has it, by the fields' weights. Written out, for it is what a search does most."""
    if phrase.field or is_keyword(phrase.terms[0]):
        field = COLUMNS.index(phrase.field or KEYWORDS)
        weight = _WEIGHTS[COLUMNS[field]]
        return lambda text: weight * text[field].count(wanted)

    def everywhere(text: Text) -> float:
        first, second, third, fourth, *_ = text
        return (
            of_first * first.count(wanted)
            + of_second * second.count(wanted)
            + of_third * third.count(wanted)
            + of_fourth * fourth.count(wanted)
        )

    of_first, of_second, of_third, of_fourth = (_WEIGHTS[name] for name in FIELDS)
    return everywhere
