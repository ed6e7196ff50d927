"""Words and names that readers may have meant, where no text has what they typed."""

from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from datetime import datetime

from sqlalchemy import bindparam, exists, func, or_, select
from sqlmodel import Session, col

from app.gazetteer.keys import capitalised, fold, without_article
from app.models import Mention, Term, Word
from app.queries.found_terms import is_found
from app.search.analysis import analyse
from app.search.expression import person_keyword, place_keyword
from app.search.languages import analysis_language
from app.search.query import Clause, Query
from app.search.suggestions import MOST_SLIPS, Candidate, beginnings, closest, may_be_misspelt

MOST = 3
_MOST_WORDS = 4
"""Of a query, that other words are looked for."""
_CANDIDATES = 10_000
"""Words that are compared with one typed, of all languages together."""
_NAMES = 300
_KNOWN = 20
"""Terms of one word, in all languages, that are looked for."""
_BEGINNING = 3
"""Letters of a name that are as typed."""
_AFTER_ALL = "\U0010ffff"


def suggest_queries(
    session: Session,
    query: Query,
    named: Collection[str],
    languages: Sequence[str],
    now: datetime,
    read: Collection[str] = (),
) -> list[str]:
    """The query with other words for those that no text has: for each the likeliest, then the next.

    ``named`` are the parts of it that somebody is called: as they should be, or misspelt as is known.
    """
    known = {word for each in named for word in each.split()}
    instead = {
        clause: words
        for clause in query.of_kind("word")[:_MOST_WORDS]
        if clause.text not in known and (words := suggest_words(session, clause.text, languages, now, read))
    }
    most = max(map(len, instead.values()), default=0)
    return list(dict.fromkeys(str(_with_words(query, instead, number)) for number in range(most)))


def _with_words(query: Query, instead: Mapping[Clause, Sequence[str]], number: int) -> Query:
    """``number`` of those that come next; where there are not as many, the last."""
    clauses = [
        replace(clause, text=instead[clause][min(number, len(instead[clause]) - 1)])
        if clause in instead
        else clause
        for clause in query.clauses
    ]
    return Query(clauses)


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
    candidates = [*_words(session, typed, terms, readers), *_names(session, typed)]
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


def _names(session: Session, typed: str) -> Iterator[Candidate]:
    """Of whom and what articles mention, so that there is something to be found."""
    start = capitalised(without_article(fold(typed))[:_BEGINNING])
    query = (
        select(col(Term.text), col(Term.person_id), col(Term.place_id))
        .where(
            col(Term.opening) >= start,
            col(Term.opening) < start + _AFTER_ALL,
            func.length(col(Term.text)).between(len(typed) - MOST_SLIPS, len(typed) + MOST_SLIPS),
            col(Term.kind).not_in(("misspelling", "demonym", "description")),
            or_(
                exists().where(col(Mention.person_id) == Term.person_id),
                exists().where(col(Mention.place_id) == Term.place_id),
            ),
        )
        .limit(_NAMES)
    )
    for text, person_id, place_id in session.execute(query):
        keyword = person_keyword(person_id) if person_id else place_keyword(place_id)
        yield Candidate(text, keyword, is_read=True, documents=0)
