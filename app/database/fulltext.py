"""The full-text index: the only file that knows SQLite's FTS5 from PostgreSQL's tsvector.

Both index the columns of ``indexed_text``. FTS5 keeps its rows in the order of their numbers, so the newest
come first without sorting. PostgreSQL's GIN has no order: what many rows of a language have is looked for in
one after the other, the newest first, and what few have is fetched whole and sorted; ``word`` says which it
is. GIN does not know what follows what, or in which field, so that is asked of the columns themselves.

No word of a reader gets here but through ``app.search.analysis``, and all of it is quoted.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from itertools import groupby, islice
from math import log
from operator import attrgetter
from typing import Any, NamedTuple

from sqlalchemy import Row, delete, insert, text
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, col

from app.database.dialect import is_sqlite
from app.database.forms import find_forms
from app.database.session import WriteSession
from app.database.vocabulary import count_documents
from app.models import IndexedText
from app.search.expression import (
    FIELDS,
    KEYWORDS,
    AllOf,
    AnyOf,
    Expression,
    Phrase,
    Without,
    is_keyword,
    is_language,
    language_keyword,
    phrases_in,
    terms_in,
    without_absent,
)
from app.search.languages import analysis_language, primary_languages
from app.search.relevance import COLUMNS, Relevance, relevance
from app.search.row_number import first_number_of_article

TABLE = "full_text"
INDEX = "ix_indexed_text_terms"
LANGUAGE_INDEX = "ix_indexed_text_language"
_PARTS = tuple(f"{TABLE}_{part}" for part in ("data", "idx", "docsize", "config"))
OURS = frozenset((INDEX, LANGUAGE_INDEX, TABLE, *_PARTS))
"""What the models do not name: migrations are written without it."""

TERMS = f"array_to_tsvector(array_remove(string_to_array({' || '.join(COLUMNS)}, ' '), ''))"
"""What GIN indexes. FTS5 has a tokenizer that leaves terms as they are (migration 0015)."""

ANY_LANGUAGE = ""
LATEST = (1 << 63) - 1
CANDIDATES = 1000
"""The newest that are found: the most relevant are chosen among them."""
MOST_READ = 128
"""Of these, versions whose texts are read for the forms of a word: a fifth of a millisecond each."""
_RARE, _BEING_THERE = 2, 0.5
"""Where some of it will do: the power of a word's rarity, and what having it once is worth."""

_Rows = Sequence[Row[*tuple[Any, ...]]]
Query = Mapping[str, Expression]
"""By analysis language, or ``ANY_LANGUAGE``: a row is found if the expression of its language fits it."""


class Hit(NamedTuple):
    """``number`` is that of ``app.search.row_number``."""

    number: int
    translation_id: int
    language: str


class Ranked(NamedTuple):
    hit: Hit
    relevance: float


def store(session: WriteSession, row: IndexedText) -> None:
    session.execute(insert(IndexedText), [row.model_dump()])
    if is_sqlite(session):
        session.execute(_COPY, {"id": row.id})


def forget(session: WriteSession, ids: Sequence[int]) -> None:
    """By row number."""
    if is_sqlite(session):
        for id_ in ids:
            session.execute(_FORGET, {"id": id_})
    session.execute(delete(IndexedText).where(col(IndexedText.id).in_(ids)))


@dataclass(frozen=True, slots=True)
class _Asked:
    """What of a query some text can answer, by language, and about how many documents have its terms."""

    expressions: Query
    documents: Mapping[str, int]


def _ask(session: Session, query: Query) -> _Asked:
    said = {language: _saying_language(expression, language) for language, expression in query.items()}
    terms = {term for expression in said.values() for term in terms_in(expression)}
    documents = count_documents(
        session, terms | {language_keyword(language) for language in said if language}
    )
    left = {language: without_absent(expression, documents) for language, expression in said.items()}
    return _Asked({language: expression for language, expression in left.items() if expression}, documents)


def _saying_language(expression: Expression, language: str) -> Expression:
    """Where it does not go without saying: other languages have the same keywords."""
    if language == ANY_LANGUAGE or not any(map(is_keyword, terms_in(expression))):
        return expression
    return AllOf((Phrase((language_keyword(language),)), expression))


def is_drifted(session: WriteSession) -> bool:
    """Whether the index is gone, or says something else than its table; that PostgreSQL cannot be asked."""
    if not is_sqlite(session):
        found = (session.execute(_FIND_INDEX, {"name": name}) for name in (INDEX, LANGUAGE_INDEX))
        return any(each.scalar_one() is None for each in found)
    try:
        with session.begin_nested():
            session.execute(_CHECK)
    except DBAPIError:
        return True
    return False


def has_terms(session: Session, number: int, terms: Sequence[str]) -> bool:
    """Whether a search for all of them finds the row that has that number."""
    asked = _Asked({ANY_LANGUAGE: AllOf(tuple(Phrase((term,)) for term in terms))}, {})
    return bool(_rows(session, asked, "id", 1, number + 1, number))


def rebuild(session: WriteSession) -> None:
    """Out of its table, also where nothing is left of it."""
    for statement in _MAKE_ANEW[session.get_bind().dialect.name]:
        session.execute(text(statement))


def find(session: Session, query: Query, *, limit: int, before: int = LATEST, since: int = 0) -> list[Hit]:
    """The newest rows that are found, of those with numbers from ``since`` to below ``before``."""
    asked = _ask(session, query)
    return [Hit(*row) for row in _rows(session, asked, _HIT, limit, before, since)]


def find_by_article(
    session: Session, query: Query, *, before: int = LATEST, since: int = 0
) -> Iterator[list[Hit]]:
    """The newest articles with their versions that are found, fetched as they are asked for."""
    rows = _all_rows(session, query, _HIT, before, since)
    for _, versions in groupby(rows, lambda row: first_number_of_article(row[0])):
        yield [Hit(*row) for row in versions]


def count_articles(session: Session, query: Query, *, most: int, before: int = LATEST, since: int = 0) -> int:
    """``most`` also where there are more."""
    rows = _all_rows(session, query, "id", before, since)
    articles = groupby(rows, lambda row: first_number_of_article(row[0]))
    return sum(1 for _ in islice(articles, most))


def _all_rows(
    session: Session, query: Query, columns: str, before: int, since: int
) -> Iterator[Row[*tuple[Any, ...]]]:
    asked = _ask(session, query)
    while True:
        rows = _rows(session, asked, columns, CANDIDATES, before, since)
        yield from rows
        if len(rows) < CANDIDATES:
            return
        before = rows[-1][0]


def find_relevant(
    session: Session,
    query: Query,
    *,
    before: int = LATEST,
    since: int = 0,
    besides: Set[int] = frozenset(),
    is_loose: bool = False,
) -> tuple[list[Ranked], int | None]:
    """The most relevant of the newest, of those alike the newest; and the oldest number that was looked at,
    where there are more.

    Nothing of the articles whose first numbers are in ``besides``: to tell forms means to read texts.
    ``is_loose``: what has some of it is found, so that it counts which words these are. A rare one outweighs
    several common ones wherever it stands.
    """
    asked = _ask(session, query)
    rows = _rows(session, asked, f"{_HIT}, {_NAMES}", CANDIDATES + 1, before, since)
    rarity, least = _rarity(asked), 0.0
    if is_loose:
        rarity, least = {term: value**_RARE for term, value in rarity.items()}, _BEING_THERE
    of_language = {
        language: relevance(expression, rarity, least=least)
        for language, expression in asked.expressions.items()
    }
    unknown = [row for row in rows[:CANDIDATES] if first_number_of_article(row[0]) not in besides]
    candidates, may_have = _readable(asked, unknown)
    forms = {id_: f" {' '.join(sorted(some))} " for id_, some in find_forms(session, may_have).items()}
    ranked = []
    for number, translation_id, language, *fields in candidates:
        found = _relevance(of_language, language, [*fields, forms.get(translation_id, "")])
        if found is not None:
            ranked.append(Ranked(Hit(number, translation_id, language), found))
    ranked.sort(key=attrgetter("relevance"), reverse=True)
    if len(candidates) < len(unknown):
        return ranked, candidates[-1][0]
    return ranked, rows[CANDIDATES - 1][0] if len(rows) > CANDIDATES else None


def _readable(asked: _Asked, rows: _Rows) -> tuple[_Rows, dict[int, set[str]]]:
    """As many of the newest as texts may be read for, and which forms are wanted of these.

    Phrases may want forms, and the index knows but stems.
    """
    wanted = {
        language: [phrase for phrase in phrases_in(expression) if phrase.forms]
        for language, expression in asked.expressions.items()
    }
    may_have: dict[int, set[str]] = {}
    for place, (_, translation_id, language, *fields) in enumerate(rows):
        phrases = wanted.get(analysis_language(language), ())
        has = [each for each in phrases if any(f" {each.terms[0]} " in field for field in fields)]
        if has and len(may_have) == MOST_READ:
            return rows[:place], may_have
        if has:
            may_have[translation_id] = {form for phrase in has for form in phrase.forms}
    return rows, may_have


def _relevance(of_language: Mapping[str, Relevance], language: str, fields: Sequence[str]) -> float | None:
    for key in (analysis_language(language), ANY_LANGUAGE):
        if key in of_language and (found := of_language[key](fields)) is not None:
            return found
    return None


def _rarity(asked: _Asked) -> dict[str, float]:
    """Of each term among the documents in its language, or of a keyword among all that may be found.

    That a text is in a language that is looked through says nothing.
    """
    every = max(sum(number for term, number in asked.documents.items() if is_language(term)), 1)
    rarity = {}
    for term, documents in asked.documents.items():
        of_language = asked.documents.get(language_keyword(term.partition(":")[0]), every)
        rarity[term] = 0.0 if is_language(term) else log(1 + of_language / documents)
    return rarity


def _rows(session: Session, asked: _Asked, columns: str, limit: int, before: int, since: int) -> _Rows:
    """The newest first."""
    if not asked.expressions:
        return []
    values = _Values(limit=limit, before=before, since=since)
    on_sqlite = is_sqlite(session)
    numbers = _match(asked, values) if on_sqlite else _postgresql(asked, values)
    found = f"SELECT {columns} FROM ({numbers}) AS found CROSS JOIN indexed_text WHERE id = number"
    with nullcontext() if on_sqlite else _going_our_way(session):
        return session.execute(text(f"{found} ORDER BY number DESC"), values).all()


class _Values(dict[str, Any]):
    """Of a statement's parameters."""

    def bind(self, value: str) -> str:
        name = f"value_{len(self)}"
        self[name] = value
        return f":{name}"


_NAMES = ", ".join(COLUMNS)
_LANGUAGE = "split_part(language, '-', 1)"
_COPY = text(f"INSERT INTO {TABLE} (rowid, {_NAMES}) SELECT id, {_NAMES} FROM indexed_text WHERE id = :id")
_FORGET = text(
    f"INSERT INTO {TABLE} ({TABLE}, rowid, {_NAMES}) "
    f"SELECT 'delete', id, {_NAMES} FROM indexed_text WHERE id = :id"
)
_CHECK = text(f"INSERT INTO {TABLE} ({TABLE}, rank) VALUES ('integrity-check', 1)")
"""Without the rank, FTS5 compares the index with itself."""
_FIND_INDEX = text("SELECT to_regclass(:name)")
_OPTIONS = (
    "content = 'indexed_text', content_rowid = 'id', columnsize = 0, "
    "tokenize = \"ascii tokenchars ':@=/-._'\""
)
_MAKE_ANEW = {
    "sqlite": (
        # Without its version FTS5 does not let itself be dropped.
        f"CREATE TABLE IF NOT EXISTS {TABLE}_config (k PRIMARY KEY, v) WITHOUT ROWID",
        f"INSERT OR REPLACE INTO {TABLE}_config VALUES ('version', 4)",
        f"DROP TABLE IF EXISTS {TABLE}",
        f"DROP TABLE IF EXISTS {TABLE}_config",
        f"CREATE VIRTUAL TABLE {TABLE} USING fts5 ({_NAMES}, {_OPTIONS})",
        f"INSERT INTO {TABLE} ({TABLE}) VALUES ('rebuild')",
    ),
    "postgresql": (
        f"DROP INDEX IF EXISTS {INDEX}",
        f"CREATE INDEX {INDEX} ON indexed_text USING gin (({TERMS}))",
        f"DROP INDEX IF EXISTS {LANGUAGE_INDEX}",
        f"CREATE INDEX {LANGUAGE_INDEX} ON indexed_text ({_LANGUAGE}, id)",
    ),
}
"""As the migrations make it (0015, 0028)."""
_HIT = "id, translation_id, language"


def _match(asked: _Asked, values: _Values) -> str:
    """The FTS5 query syntax of all languages' expressions: https://sqlite.org/fts5.html#full_text_query_syntax."""
    match_ = values.bind(" OR ".join(map(_fts5, asked.expressions.values())))
    return (
        f"SELECT rowid AS number FROM {TABLE} WHERE {TABLE} MATCH {match_} "
        "AND rowid >= :since AND rowid < :before ORDER BY rowid DESC LIMIT :limit"
    )


def _fts5(expression: Expression) -> str:
    match expression:
        case Phrase(terms, field):
            quoted = '"' + " ".join(terms).replace('"', '""') + '"'
            return f"{{{field}}} : {quoted}" if field else quoted
        case AllOf(parts):
            return f"({' AND '.join(map(_fts5, parts))})"
        case AnyOf(parts):
            return f"({' OR '.join(map(_fts5, parts))})"
        case Without(wanted, unwanted):
            return f"({_fts5(wanted)} NOT {_fts5(unwanted)})"


_GO_OUR_WAY = text("SELECT set_config('enable_seqscan', 'off', true), set_config('enable_sort', 'off', true)")
_GO_ANY_WAY = text("SET LOCAL enable_seqscan TO DEFAULT; SET LOCAL enable_sort TO DEFAULT")


@contextmanager
def _going_our_way(session: Session) -> Iterator[None]:
    """PostgreSQL knows neither what it costs to make a row's terms nor how common a word is: which way to go
    is decided here. Other statements are its own affair: without sorting it reads whole tables in order.
    """
    session.execute(_GO_OUR_WAY)
    yield
    session.execute(_GO_ANY_WAY)


def _postgresql(asked: _Asked, values: _Values) -> str:
    common = [language for language in asked.expressions if _is_common(asked, language, values["limit"])]
    rare = [expression for language, expression in asked.expressions.items() if language not in common]
    branches = [
        _newest_first(primary, asked.expressions[language], values)
        for language in common
        for primary in primary_languages(language)
    ]
    # What GIN cannot tell is looked for in the rows: not in those of languages where it can.
    exact = tuple(expression for expression in rare if _is_exact(expression))
    others = [expression for expression in rare if not _is_exact(expression)]
    if exact:
        others.append(AnyOf(exact))
    branches += [_all_at_once(expression, values) for expression in others]
    # No row is in two, as no text is in two languages, and each is read no further than it is needed.
    union = " UNION ALL ".join(f"({branch})" for branch in branches)
    return f"SELECT number FROM ({union}) AS numbers ORDER BY number DESC LIMIT :limit"


def _is_common(asked: _Asked, language: str, limit: int) -> bool:
    """Whether fewer of the language's rows are looked through until enough are found than GIN would fetch."""
    if language == ANY_LANGUAGE:
        return False
    of_language = asked.documents.get(language_keyword(language), 0)
    found = min(_estimate(asked.expressions[language], asked.documents), of_language)
    return found * found > limit * of_language


def _estimate(expression: Expression, documents: Mapping[str, int]) -> int:
    match expression:
        case Phrase(terms):
            return min(documents[term] for term in terms)
        case AllOf(parts):
            return min(_estimate(part, documents) for part in parts)
        case AnyOf(parts):
            return sum(_estimate(part, documents) for part in parts)
        case Without(wanted):
            return _estimate(wanted, documents)


def _newest_first(primary: str, expression: Expression, values: _Values) -> str:
    return (
        f"SELECT id AS number FROM indexed_text WHERE {_LANGUAGE} = {values.bind(primary)} "
        f"AND {_in_columns(expression, values)} AND id >= :since AND id < :before "
        "ORDER BY id DESC LIMIT :limit"
    )


def _all_at_once(expression: Expression, values: _Values) -> str:
    """The sum keeps PostgreSQL from going through the rows by their numbers all the same."""
    conditions = [f"{TERMS} @@ CAST({values.bind(_tsquery(expression))} AS tsquery)"]
    if not _is_exact(expression):
        conditions.append(_in_columns(expression, values))
    return (
        f"SELECT id AS number FROM indexed_text WHERE {' AND '.join(conditions)} "
        "AND id + 0 >= :since AND id + 0 < :before ORDER BY id + 0 DESC LIMIT :limit"
    )


def _tsquery(expression: Expression) -> str:
    """Which what is found fits, but maybe not the other way round."""
    match expression:
        case Phrase(terms):
            return f"({' & '.join(map(_lexeme, terms))})"
        case AllOf(parts):
            return f"({' & '.join(map(_tsquery, parts))})"
        case AnyOf(parts):
            return f"({' | '.join(map(_tsquery, parts))})"
        case Without(wanted, unwanted):
            return (
                f"({_tsquery(wanted)} & !{_tsquery(unwanted)})" if _is_exact(unwanted) else _tsquery(wanted)
            )


def _lexeme(term: str) -> str:
    escaped = term.replace("\\", "\\\\").replace("'", "''")
    return f"'{escaped}'"


def _is_exact(expression: Expression) -> bool:
    """Whether GIN can tell."""
    match expression:
        case Phrase(terms, field):
            return len(terms) == 1 and field is None
        case AllOf(parts) | AnyOf(parts):
            return all(map(_is_exact, parts))
        case Without(wanted, unwanted):
            return _is_exact(wanted) and _is_exact(unwanted)


_LONGEST_FIRST = FIELDS[::-1]


def _in_columns(expression: Expression, values: _Values) -> str:
    match expression:
        case Phrase(terms, field):
            columns = (field,) if field else (KEYWORDS,) if is_keyword(terms[0]) else _LONGEST_FIRST
            wanted = values.bind(f" {' '.join(terms)} ")
            return f"({' OR '.join(f'strpos({column}, {wanted}) > 0' for column in columns)})"
        case AllOf(parts):
            return f"({' AND '.join(_in_columns(part, values) for part in parts)})"
        case AnyOf(parts):
            return f"({' OR '.join(_in_columns(part, values) for part in parts)})"
        case Without(wanted, unwanted):
            return f"({_in_columns(wanted, values)} AND NOT {_in_columns(unwanted, values)})"
