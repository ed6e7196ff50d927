"""How well a text answers a query: Okapi BM25 with a weight for each field (BM25F, Robertson 2004).

Rare words count for more than common ones, a headline's for more than a body's, the tenth repetition for less
than the first, and all for less in a long text.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from app.search.expression import FIELDS, KEYWORDS, AllOf, AnyOf, Expression, Phrase, Without, is_keyword

_WEIGHTS = {"headline": 6.0, "lead": 3.0, "captions": 1.5, "body": 1.0, KEYWORDS: 3.0}
_SATURATION = 1.5
"""BM25's k1."""
_LENGTH_COUNTS = 0.5
"""BM25's b."""
_USUAL_LENGTH = 3000
"""Characters of terms in a body."""


class Relevance(NamedTuple):
    """``phrase`` is what counts most for it, found in ``field``."""

    score: float
    phrase: Phrase
    field: str


def relevance(
    expression: Expression, fields: Mapping[str, str], rarity: Mapping[str, float]
) -> Relevance | None:
    """None for a text that is not found; ``fields`` as in a ``SearchDocument``, ``rarity`` of each term."""
    match expression:
        case Phrase():
            return _of_phrase(expression, fields, rarity)
        case AllOf(parts):
            found = [each for part in parts if (each := relevance(part, fields, rarity))]
            if len(found) < len(parts):
                return None
            return _all(found)
        case AnyOf(parts):
            some = [each for part in parts if (each := relevance(part, fields, rarity))]
            return _all(some) if some else None
        case Without(wanted):
            return relevance(wanted, fields, rarity)


def _all(found: Sequence[Relevance]) -> Relevance:
    return max(found, key=_score)._replace(score=sum(map(_score, found)))


def _score(relevance: Relevance) -> float:
    return relevance.score


def _of_phrase(phrase: Phrase, fields: Mapping[str, str], rarity: Mapping[str, float]) -> Relevance | None:
    wanted = f" {' '.join(phrase.terms)} "
    names = (phrase.field,) if phrase.field else (KEYWORDS,) if is_keyword(wanted[1:]) else FIELDS
    counts = {name: _WEIGHTS[name] * number for name in names if (number := fields[name].count(wanted))}
    if not counts:
        return None
    length = 1 - _LENGTH_COUNTS + _LENGTH_COUNTS * len(fields["body"]) / _USUAL_LENGTH
    weight = sum(counts.values()) / length
    score = phrase.weight * max(rarity[term] for term in phrase.terms) * weight / (_SATURATION + weight)
    return Relevance(score, phrase, max(counts, key=counts.__getitem__))
