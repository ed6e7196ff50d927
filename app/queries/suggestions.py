"""Words and names that readers may have meant, where no text has what they typed."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice, product, takewhile

from rapidfuzz.distance import OSA
from sqlalchemy import bindparam, case, func, or_, select
from sqlmodel import Session, col

from app.database.one_of import are_some_of, is_one_of
from app.database.vocabulary import list_keys
from app.gazetteer.keys import fold
from app.language.filtering import filter_tags
from app.models import Word
from app.models.word import UNMET
from app.queries.articles import ArticleFilter
from app.queries.found_terms import is_found
from app.queries.search import Asked, consider, understand
from app.queries.suggested_names import EntityKind, names_a_slip_away, names_like
from app.search.analysis import analyse
from app.search.document import word_keys
from app.search.languages import analysis_language
from app.search.query import Clause, Query
from app.search.signs import may_have_slip
from app.search.suggestions import (
    MOST_SLIPS,
    Candidate,
    beginnings,
    closest,
    may_be_misspelt,
    with_another_beginning,
)
from app.search.wanted import typed

MOST = 3
_MOST_WORDS = 4
"""Of a query, that other words are looked for."""
_CANDIDATES = 10_000
"""Words that are compared with one typed, of all languages together."""
_TIMES = 4
"""As many documents as have a word of another language, or more, have one that is taken to be meant."""
_KNOWN = 40
"""Terms of one word, in all languages, that are looked for."""
_MOST_LOOKED_FOR = 6
"""Queries of which it is seen whether they find anything."""
_WORDS_OF_NAMES = (3, 2)
"""The longest first."""
_AFTER_ALL = "\U0010ffff"


def suggest_queries(
    session: Session, query: Query, asked: Asked, filter_: ArticleFilter, now: datetime, read: str
) -> list[str]:
    """The query with other words for those that no text has: for each the likeliest, then the next.

    Only such as find something among what the filter lets through. ``asked`` is what the query was understood
    to ask for, ``read`` the reader's language.
    """
    languages = asked.known
    known = {word for each in asked.named for word in each.surface.split()}
    spoken = _spoken(session, query, languages, read)

    def those_that_find(queries: Iterable[Query], *, all_of_it: bool = False) -> list[str]:
        some = islice({str(each): each for each in queries}.items(), _MOST_LOOKED_FOR)
        found = (
            written
            for written, each in some
            if _finds(session, each, languages, now, read, filter_, all_of_it)
        )
        return list(islice(found, MOST))

    for queries in _with_names(session, query, known, asked.unknown, languages, now, spoken.besides()):
        if found := those_that_find(queries):
            return found
    instead = {
        clause: words
        for clause in query.of_kind("word")[:_MOST_WORDS]
        if clause.text not in known
        and (
            words := suggest_words(session, clause.text, languages, now, spoken.besides(clause))
            or _by_signs(session, clause, languages, now, read)
        )
    }
    return those_that_find(_with_words(query, instead), all_of_it=len(instead) > 1)


def _by_signs(
    session: Session, clause: Clause, languages: Sequence[str], now: datetime, read: str
) -> Sequence[str]:
    """Names for what no text has; each bearer's as it is most like what was typed."""
    if not may_have_slip(clause.text):
        return ()
    near = sorted(
        names_a_slip_away(session, clause.text, read),
        key=lambda each: (OSA.distance(clause.text, each.text), not each.is_read),
    )
    alone = Query([clause])
    if not near or _finds(session, alone, languages, now, read, ArticleFilter(), all_of_it=True):
        return ()
    names: dict[str, str] = {}
    for each in near:
        names.setdefault(each.term, each.text)
    found = (name for term, name in names.items() if is_found(session, term, languages, now))
    return list(islice(found, MOST))


def _spoken(session: Session, query: Query, languages: Sequence[str], read: str) -> "_Spoken":
    named = [clause.text for clause in query.of_kind("lang")]
    clauses = query.of_kind("word", "phrase")[:_MOST_WORDS]
    names = {analysis_language(read), *map(analysis_language, languages)}
    keys = {(clause, name): word_keys(clause.text, name) for clause in clauses for name in names}
    known = list_keys(session, {key for own in keys.values() for key in own})
    having = {
        clause: {name for name in names if (own := keys[clause, name]) and own <= known} for clause in clauses
    }
    return _Spoken(analysis_language(read), filter_tags(named, languages), having)


@dataclass(frozen=True, slots=True)
class _Spoken:
    """What a query may be written in. ``named`` are the tags that it asks for; ``having`` the languages, as
    texts are analysed, that have each word as it is typed.
    """

    read: str
    named: Sequence[str]
    having: Mapping[Clause, Set[str]]

    def besides(self, clause: Clause | None = None) -> Set[str]:
        """Those that have most of the other words; the reader's if it is one."""
        if self.named:
            return set(map(analysis_language, self.named))
        numbers = Counter(
            name for each, languages in self.having.items() if each != clause for name in languages
        )
        most = max(numbers.values(), default=0)
        is_read = numbers[self.read] == most
        return {self.read} if is_read else {name for name, number in numbers.items() if number == most}


def _finds(
    session: Session,
    query: Query,
    languages: Sequence[str],
    now: datetime,
    read: str,
    filter_: ArticleFilter,
    all_of_it: bool,
) -> bool:
    """``all_of_it``: or does not count."""
    asked = understand(session, query, languages, now, read)
    considered = consider(session, asked, filter_, now, sort="date")
    return bool(considered.articles) and not (all_of_it and considered.is_loose)


def _with_names(
    session: Session,
    query: Query,
    known: Set[str],
    unknown: Collection[Clause],
    languages: Sequence[str],
    now: datetime,
    read: Collection[str],
) -> Iterator[list[Query]]:
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
                yield [
                    replace(query, clauses=[*before, replace(clause, text=name), *behind]) for name in found
                ]


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


def _with_words(query: Query, instead: Mapping[Clause, Sequence[str]]) -> Iterator[Query]:
    """Those with the likeliest words first."""
    numbers = product(*(range(len(words)) for words in instead.values()))
    for each in sorted(numbers, key=sum) if instead else ():
        words = {clause: instead[clause][number] for clause, number in zip(instead, each, strict=True)}
        yield replace(
            query,
            clauses=[
                replace(clause, text=words[clause], filter="") if clause in words else clause
                for clause in query.clauses
            ],
        )


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
    """For one word, the likeliest first; none where the reader's languages have it. Only what some article
    has now.

    ``languages`` are those of the texts, ``read`` those that the reader asked for: what only others have
    may be misspelt, but then only what is common in the reader's is meant.
    """
    terms = {key: _terms(typed, key) for key in map(analysis_language, languages)}
    readers = set(map(analysis_language, read)) & terms.keys() or terms.keys()

    def is_found_now(term: str) -> bool:
        return is_found(session, term, languages, now)

    if not terms or not may_be_misspelt(typed):
        return []
    known = _known(session, typed, terms)
    own = {key: terms[key] for key in readers}
    if any(each.language in own and is_found_now(each.term) for each in known):
        return []
    others = [each for each in known if each.language not in own]
    written = next((each for each in others if each.is_written and is_found_now(each.term)), None)
    is_elsewhere = written or any(is_found_now(each.term) for each in others if not each.is_written)
    least = written.documents * _TIMES if written else UNMET
    candidates = [
        *_words(session, typed, own if is_elsewhere else terms, readers, least),
        *_with_another_beginning(session, typed, own, least),
        *(() if written else names_like(session, typed, readers)),
    ]
    return closest(typed, candidates, MOST, lambda candidate: is_found_now(candidate.term))


def _terms(typed: str, language: str) -> Set[str]:
    return {token.term for token in analyse(typed, language)}


@dataclass(frozen=True, slots=True)
class _Known:
    """A term of a word that texts have had; ``is_written``: as it was typed, in about so many documents."""

    term: str
    is_written: bool
    documents: int

    @property
    def language(self) -> str:
        return self.term.partition(":")[0]


def _known(session: Session, typed: str, terms: Mapping[str, Set[str]]) -> Sequence[_Known]:
    """Of the very word, and of its forms in each language; the commonest first."""
    keys = [f"{language}:{fold(typed)}" for language in terms]
    forms = [term for of_language in terms.values() for term in of_language]
    is_key = is_one_of(session, col(Word.key), keys)
    written = func.max(case((is_key, 1), else_=0))
    documents = func.sum(Word.documents)
    query = (
        select(col(Word.term), written, documents)
        .where(or_(is_key, is_one_of(session, col(Word.term), forms)))
        .group_by(col(Word.term))
        .order_by(documents.desc(), col(Word.term))
        .limit(_KNOWN)
    )
    return [
        _Known(term, bool(is_written), int(number)) for term, is_written, number in session.execute(query)
    ]


def _with_another_beginning(
    session: Session, typed: str, terms: Mapping[str, Set[str]], least: int
) -> Iterator[Candidate]:
    words = list(with_another_beginning(typed))
    of_typed = set().union(*terms.values())
    keys = [f"{language}:{word}" for language in terms for word in words]
    for is_wanted in are_some_of(session, col(Word.key), keys):
        query = select(col(Word.term), col(Word.word), col(Word.documents))
        for term, word, documents in session.execute(query.where(is_wanted, col(Word.documents) >= least)):
            if term not in of_typed:
                yield Candidate(word, term, is_read=True, documents=documents)


def _words(
    session: Session, typed: str, terms: Mapping[str, Set[str]], readers: Collection[str], least: int
) -> Iterator[Candidate]:
    """The commonest of each language that begin so and are about as long, but for forms of what was typed.

    About so many documents have each at ``least``.
    """
    starts = beginnings(typed)
    limit = _CANDIDATES // (len(terms) * len(starts)) + 1
    for language, of_typed in terms.items():
        length = len(f"{language}:{fold(typed)}")
        for start in starts:
            values = {"start": f"{language}:{start}", "end": f"{language}:{start}{_AFTER_ALL}"}
            about = {
                "shortest": length - MOST_SLIPS,
                "longest": length + MOST_SLIPS,
                "limit": limit,
                "least": least,
            }
            for term, word, documents in session.execute(_WORDS, {**values, **about}):
                if term not in of_typed:
                    yield Candidate(word, term, language in readers, documents)


_WORDS = (
    select(col(Word.term), col(Word.word), col(Word.documents))
    .where(
        col(Word.key) >= bindparam("start"),
        col(Word.key) < bindparam("end"),
        func.length(col(Word.key)).between(bindparam("shortest"), bindparam("longest")),
        col(Word.documents) >= bindparam("least"),
    )
    .order_by(col(Word.documents).desc(), col(Word.word), col(Word.term))
    .limit(bindparam("limit"))
)
