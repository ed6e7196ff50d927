"""What is asked of a text, in terms of one language; other languages have an expression of their own.

Expression
├── Phrase      terms that follow each other, often a single one
├── AllOf       of at least one part
├── AnyOf       of at least one part
└── Without     what is wanted, and what is not
"""

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Literal, get_args

from app.gazetteer.words import is_syllabic
from app.search.analysis import analyse, list_terms_without_proclitics
from app.search.folding import fold
from app.search.languages import analysis_language

Field = Literal["headline", "lead", "captions", "body"]
FIELDS: tuple[Field, ...] = get_args(Field)
KEYWORDS = "keywords"
"""The field of terms that no text has: the language, and who or what is named."""


_MAY_BE_TWO_WORDS = re.compile("[가-힣]{3,8}")
"""Of Korean, which many write with a space and many without: 이재명, 남궁민수, 무장해제."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """``weight``: what it counts for where it is found, less than 1 if it only stands for what was asked.

    ``forms``: of a single term, the words in small letters that it is asked for in; without any, in all.
    ``ending``: what was written behind the terms as one with them, and may be a particle of Korean.
    """

    terms: tuple[str, ...]
    field: Field | None = None
    weight: float = 1.0
    forms: frozenset[str] = frozenset()
    ending: str = ""


@dataclass(frozen=True, slots=True)
class AllOf:
    parts: "tuple[Expression, ...]"


@dataclass(frozen=True, slots=True)
class AnyOf:
    parts: "tuple[Expression, ...]"


@dataclass(frozen=True, slots=True)
class Without:
    wanted: "Expression"
    unwanted: "Expression"


Expression = Phrase | AllOf | AnyOf | Without


def phrase(text: str, language: str, field: Field | None = None) -> Phrase | None:
    """Of the words of a text, as they follow each other; None where it has none."""
    tokens = [token for token in analyse(text, language) if not token.beside]
    if not tokens:
        return None
    ending = "".join(takewhile(is_syllabic, text[tokens[-1].end :]))
    return Phrase(tuple(token.term for token in tokens), field, ending=ending)


def asked(text: str, language: str, *, is_bare: bool = False) -> Expression | None:
    """Of a word: it, or what it is beside, such as its stem without marks, or without proclitics.

    Or it as two of Korean. But where marks make other letters, who writes them means them. ``is_bare``: it is
    known to begin with no proclitic.
    """
    whole = phrase(text, language)
    if whole is None:
        return None
    others = [*_beside(text, language, whole, is_bare=is_bare), *_as_two_words(text, language)]
    return AnyOf((whole, *others)) if others else whole


def _beside(text: str, language: str, whole: Phrase, *, is_bare: bool) -> Iterator[Phrase]:
    tokens = list(analyse(text, language))
    places = [(token.start, token.end) for token in tokens if not token.beside]
    span = places[0][0], places[-1][1]
    beside = [token.term for token in tokens if token.beside and (token.start, token.end) == span]
    if beside and is_syllabic(text[0]):
        yield replace(whole, terms=tuple(beside))
        return
    has_own_letters = any(map(_has_own_letters, whole.terms))
    others = {*beside} & list_terms_without_proclitics(text, language) if is_bare else {*beside}
    for term in sorted(others - {*whole.terms}):
        if _has_own_letters(term) or not has_own_letters:
            yield Phrase((term,))


def _as_two_words(text: str, language: str) -> Iterator[Phrase]:
    """Nothing ends the first that may be a particle: it would be none."""
    if analysis_language(language) != "ko" or not _MAY_BE_TWO_WORDS.fullmatch(text):
        return
    for place in range(1, len(text)):
        first, second = phrase(text[:place], language), phrase(text[place:], language)
        if first and second and not first.ending:
            yield replace(second, terms=first.terms + second.terms)


def _has_own_letters(term: str) -> bool:
    return fold(term) != term


def weighted(expression: Expression, weight: float) -> Expression:
    """The same, where each phrase counts for so much."""
    match expression:
        case Phrase():
            return replace(expression, weight=weight * expression.weight)
        case AllOf(parts):
            return AllOf(tuple(weighted(part, weight) for part in parts))
        case AnyOf(parts):
            return AnyOf(tuple(weighted(part, weight) for part in parts))
        case Without(wanted, unwanted):
            return Without(weighted(wanted, weight), unwanted)


def person_keyword(person_id: str) -> str:
    return f"@person/{person_id}".lower()


def place_keyword(place_id: str) -> str:
    return f"@place/{place_id}".lower()


def language_keyword(tag: str) -> str:
    return f"={tag}".lower()


def is_keyword(term: str) -> bool:
    """Whether it says something of the text, and is no word in it."""
    return term[0] in "@="


def is_language(term: str) -> bool:
    return term.startswith("=")


def phrases_in(expression: Expression) -> Iterator[Phrase]:
    """Those that a text may have for being found, none that it must not have."""
    match expression:
        case Phrase():
            yield expression
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from phrases_in(part)
        case Without(wanted):
            yield from phrases_in(wanted)


def terms_in(expression: Expression) -> Iterator[str]:
    """All of them, also of what is not wanted."""
    match expression:
        case Phrase(terms):
            yield from terms
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from terms_in(part)
        case Without(wanted, unwanted):
            yield from terms_in(wanted)
            yield from terms_in(unwanted)


def without_absent(expression: Expression, present: Set[str] | Mapping[str, int]) -> Expression | None:
    """The same for texts that have no other terms than those; None where none of them can answer it."""
    match expression:
        case Phrase(terms):
            return expression if all(term in present for term in terms) else None
        case AllOf(parts):
            left = [without_absent(part, present) for part in parts]
            return AllOf(tuple(part for part in left if part)) if all(left) else None
        case AnyOf(parts):
            some = tuple(part for each in parts if (part := without_absent(each, present)))
            return AnyOf(some) if some else None
        case Without(wanted, unwanted):
            rest = without_absent(wanted, present)
            excluded = without_absent(unwanted, present)
            return Without(rest, excluded) if rest and excluded else rest
