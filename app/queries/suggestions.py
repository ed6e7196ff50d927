"""Words and names that readers may have meant, where no text has what they typed."""

from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from datetime import datetime
from itertools import takewhile

from sqlalchemy import bindparam, func, or_, select
from sqlmodel import Session, col

from app.database.vocabulary import list_keys
from app.gazetteer.keys import fold
from app.models import Word
from app.queries.found_terms import are_found_together, is_found
from app.queries.named_in_query import find_named
from app.queries.suggested_names import EntityKind, names_like
from app.search.analysis import analyse
from app.search.document import word_keys
from app.search.languages import analysis_language
from app.search.query import Clause, Query
from app.search.suggestions import MOST_SLIPS, Candidate, beginnings, closest, may_be_misspelt
from app.search.wanted import typed

MOST = 3
_MOST_WORDS = 4
"""Of a query, that other words are looked for."""
_CANDIDATES = 10_000
"""Words that are compared with one typed, of all languages together."""
_KNOWN = 20
"""Terms of one word, in all languages, that are looked for."""
_WORDS_OF_NAMES = (3, 2)
"""The longest first."""
_AFTER_ALL = "\U0010ffff"


def suggest_queries(
    session: Session,
    query: Query,
    named: Collection[str],
    languages: Sequence[str],
    now: datetime,
    read: Collection[str] = (),
    unknown: Collection[Clause] = (),
) -> list[str]:
    """The query with other words for those that no text has: for each the likeliest, then the next.

    ``named`` are the parts of it that somebody is called: as they should be, or misspelt as is known;
    ``unknown`` are clauses that name nobody.
    """
    known = {word for each in named for word in each.split()}
    names = _with_names(session, query, known, unknown, languages, now, read)
    if names:
        return names
    instead = {
        clause: words
        for clause in query.of_kind("word")[:_MOST_WORDS]
        if clause.text not in known and (words := suggest_words(session, clause.text, languages, now, read))
    }
    most = max(map(len, instead.values()), default=0)
    proposed = [_with_words(query, instead, number) for number in range(most)]
    if len(instead) > 1:
        proposed = [each for each in proposed if _may_be_meant(session, each, languages, now)]
    return list(dict.fromkeys(map(str, proposed)))


def _with_names(
    session: Session,
    query: Query,
    known: Set[str],
    unknown: Collection[Clause],
    languages: Sequence[str],
    now: datetime,
    read: Collection[str],
) -> list[str]:
    """With whole names, for words that follow each other, or for one behind ``person:`` or ``place:``."""
    words = [clause.text for clause in query.of_kind("word") if clause.text not in known]
    written = _written(session, words, languages)
    for start, size in _places_of_names(query.clauses, unknown):
        clause, *_ = clauses = query.clauses[start : start + size]
        is_new = any(each.text in words and each.text not in written for each in clauses)
        if clause in unknown or is_new:
            found = suggest_names(session, typed(clauses), languages, now, read, _kind_of(clause))
            if found:
                before, behind = query.clauses[:start], query.clauses[start + size :]
                return [str(Query([*before, replace(clause, text=name), *behind])) for name in found]
    return []


def _places_of_names(clauses: Sequence[Clause], unknown: Collection[Clause]) -> Iterator[tuple[int, int]]:
    """Where they may begin, and of how many clauses they may be."""
    for start, clause in enumerate(clauses[:_MOST_WORDS]):
        longest = 1 + sum(1 for _ in takewhile(_is_word, clauses[start + 1 :]))
        if clause in unknown:
            sizes: Sequence[int] = (1,) if clause.is_whole else (*_WORDS_OF_NAMES, 1)
        else:
            sizes = _WORDS_OF_NAMES if _is_word(clause) else ()
        yield from ((start, size) for size in sizes if size <= longest)


def _written(session: Session, words: Collection[str], languages: Sequence[str]) -> set[str]:
    """Those that texts have had as they are typed."""
    keys = {word: {key for language in languages for key in word_keys(word, language)} for word in words}
    known = list_keys(session, {key for of_word in keys.values() for key in of_word})
    return {word for word, of_word in keys.items() if of_word & known}


def _is_word(clause: Clause) -> bool:
    return clause.kind == "word" and not clause.is_excluded


def _kind_of(clause: Clause) -> EntityKind | None:
    if clause.kind == "person":
        return "person"
    return "place" if clause.kind == "place" else None


def _may_be_meant(session: Session, query: Query, languages: Sequence[str], now: datetime) -> bool:
    """Whether one text has all its words; names that may be there by another name aside."""
    words = query.of_kind("word")
    named = {
        word for each in find_named(session, typed(words), languages, now) for word in each.surface.split()
    }
    rest = [clause.text for clause in words if clause.text not in named]
    return not rest or are_found_together(session, rest, languages, now)


def _with_words(query: Query, instead: Mapping[Clause, Sequence[str]], number: int) -> Query:
    """``number`` of those that come next; where there are not as many, the last."""
    clauses = [
        replace(clause, text=instead[clause][min(number, len(instead[clause]) - 1)])
        if clause in instead
        else clause
        for clause in query.clauses
    ]
    return Query(clauses)


def suggest_names(
    session: Session,
    typed: str,
    languages: Sequence[str],
    now: datetime,
    read: Collection[str] = (),
    kind: EntityKind | None = None,
) -> list[str]:
    """Whole ones, the likeliest first, of those whom articles name now."""
    if not may_be_misspelt(typed):
        return []

    def is_found_now(candidate: Candidate) -> bool:
        return is_found(session, candidate.term, languages, now)

    return closest(
        typed, names_like(session, typed, set(map(analysis_language, read)), kind), MOST, is_found_now
    )


def suggest_words(
    session: Session, typed: str, languages: Sequence[str], now: datetime, read: Collection[str] = ()
) -> list[str]:
    """For one word, the likeliest first; none where it is known. Only what some article has now.

    ``languages`` are those of the texts, ``read`` those that the reader asked for.
    """
    terms = {key: _terms(typed, key) for key in map(analysis_language, languages)}
    readers = set(map(analysis_language, read))

    def is_found_now(term: str) -> bool:
        return is_found(session, term, languages, now)

    if not terms or not may_be_misspelt(typed) or any(map(is_found_now, _known(session, typed, terms))):
        return []
    candidates = [*_words(session, typed, terms, readers), *names_like(session, typed, readers)]
    return closest(typed, candidates, MOST, lambda candidate: is_found_now(candidate.term))


def _terms(typed: str, language: str) -> Set[str]:
    return {token.term for token in analyse(typed, language)}


def _known(session: Session, typed: str, terms: Mapping[str, Set[str]]) -> Sequence[str]:
    """Terms of the very word, and of its forms in each language, that texts have had; the commonest first."""
    keys = [f"{language}:{fold(typed)}" for language in terms]
    forms = [term for of_language in terms.values() for term in of_language]
    query = (
        select(col(Word.term))
        .where(or_(col(Word.key).in_(keys), col(Word.term).in_(forms)))
        .group_by(col(Word.term))
        .order_by(func.sum(Word.documents).desc(), col(Word.term))
        .limit(_KNOWN)
    )
    return session.execute(query).scalars().all()


def _words(
    session: Session, typed: str, terms: Mapping[str, Set[str]], readers: Collection[str]
) -> Iterator[Candidate]:
    """The commonest of each language that begin so and are about as long, but for forms of what was typed."""
    starts = beginnings(typed)
    limit = _CANDIDATES // (len(terms) * len(starts)) + 1
    for language, of_typed in terms.items():
        length = len(f"{language}:{fold(typed)}")
        for start in starts:
            values = {"start": f"{language}:{start}", "end": f"{language}:{start}{_AFTER_ALL}"}
            about = {"shortest": length - MOST_SLIPS, "longest": length + MOST_SLIPS, "limit": limit}
            for term, word, documents in session.execute(_WORDS, {**values, **about}):
                if term not in of_typed:
                    yield Candidate(word, term, language in readers, documents)


_WORDS = (
    select(col(Word.term), col(Word.word), col(Word.documents))
    .where(
        col(Word.key) >= bindparam("start"),
        col(Word.key) < bindparam("end"),
        func.length(col(Word.key)).between(bindparam("shortest"), bindparam("longest")),
    )
    .order_by(col(Word.documents).desc(), col(Word.word))
    .limit(bindparam("limit"))
)
