"""The full-text index: the only file that knows SQLite's FTS5 from PostgreSQL's tsvector.

Both index the columns of ``indexed_text``. FTS5 keeps its rows in the order of their numbers, so the newest
come first without sorting. PostgreSQL's GIN has no order: what many rows have is looked for row by row, the
newest first, and what few have is fetched whole and sorted; ``word`` says which it is. GIN does not know what
follows what, or in which field, so that is asked of the columns themselves.

No word of a reader gets here but through ``app.search.analysis``, and all of it is quoted.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from math import log
from typing import Any

from sqlalchemy import bindparam, delete, insert, text
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, col

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
    terms_in,
    without_absent,
)
from app.search.languages import analysis_language
from app.search.relevance import Relevance, relevance
from app.search.row_number import first_number_of_article

TABLE = "full_text"
INDEX = "ix_indexed_text_terms"
OURS = frozenset((INDEX, TABLE, *(f"{TABLE}_{part}" for part in ("data", "idx", "docsize", "config"))))
"""What the models do not name: migrations are written without it."""

COLUMNS = (*FIELDS, KEYWORDS)
TERMS = f"array_to_tsvector(array_remove(string_to_array({' || '.join(COLUMNS)}, ' '), ''))"
"""What GIN indexes. FTS5 has a tokenizer that leaves terms as they are (migration 0015)."""

ANY_LANGUAGE = ""
LATEST = (1 << 63) - 1
CANDIDATES = 1000
"""The newest that are found: the most relevant are chosen among them."""
_AT_ONCE = 500
"""Rows in one query: SQLite once took no more than 999 parameters."""
_ROW_READ = 15
"""What it costs PostgreSQL to look for a phrase in a row, where one that GIN has found costs 1."""

Query = Mapping[str, Expression]
"""By analysis language, or ``ANY_LANGUAGE``: a row is found if the expression of its language fits it."""


@dataclass(frozen=True, slots=True)
class Hit:
    """``number`` is that of ``app.search.row_number``."""

    number: int
    translation_id: int
    language: str


@dataclass(frozen=True, slots=True)
class Ranked:
    hit: Hit
    relevance: Relevance


def store(session: WriteSession, row: IndexedText) -> None:
    session.execute(insert(IndexedText), [row.model_dump()])
    if _is_sqlite(session):
        session.execute(_COPY, {"id": row.id})


def forget(session: WriteSession, ids: Sequence[int]) -> None:
    """By row number."""
    if _is_sqlite(session):
        for id_ in ids:
            session.execute(_FORGET, {"id": id_})
    session.execute(delete(IndexedText).where(col(IndexedText.id).in_(ids)))


@dataclass(frozen=True, slots=True)
class _Asked:
    """What of a query some text can answer, and about how many documents have its terms."""

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
    """Whether the index says something else than its table; PostgreSQL cannot be asked."""
    if not _is_sqlite(session):
        return False
    try:
        with session.begin_nested():
            session.execute(_CHECK)
    except DBAPIError:
        return True
    return False


def rebuild(session: WriteSession) -> None:
    """Out of its table."""
    session.execute(_REBUILD if _is_sqlite(session) else _REINDEX)


def find(session: Session, query: Query, *, limit: int, before: int = LATEST, since: int = 0) -> list[Hit]:
    """The newest rows that are found, of those with numbers from ``since`` to below ``before``."""
    asked = _ask(session, query)
    if not asked.expressions:
        return []
    bounds = {"limit": limit, "before": before, "since": since}
    if _is_sqlite(session):
        rows = session.execute(_MATCH, {"match": _fts5(asked.expressions.values()), **bounds})
    else:
        session.execute(_NO_WHOLE_TABLES)
        statement, values = _postgresql(asked, limit)
        rows = session.execute(text(statement), {**values, **bounds})
    return [Hit(*row) for row in rows]


def find_by_article(
    session: Session, query: Query, *, before: int = LATEST, since: int = 0
) -> Iterator[list[Hit]]:
    """The newest articles with their versions that are found, fetched as they are asked for."""
    hits = _find_all(session, query, before, since)
    for _, versions in groupby(hits, lambda hit: first_number_of_article(hit.number)):
        yield list(versions)


def count_articles(session: Session, query: Query, *, most: int, before: int = LATEST, since: int = 0) -> int:
    """``most`` also where there are more."""
    return sum(1 for _ in islice(find_by_article(session, query, before=before, since=since), most))


def _find_all(session: Session, query: Query, before: int, since: int) -> Iterator[Hit]:
    while True:
        hits = find(session, query, limit=CANDIDATES, before=before, since=since)
        yield from hits
        if len(hits) < CANDIDATES:
            return
        before = hits[-1].number


def find_relevant(
    session: Session, query: Query, *, before: int = LATEST, since: int = 0
) -> tuple[list[Ranked], bool]:
    """The most relevant of the newest, of those alike the newest; and whether there were more than that."""
    hits = find(session, query, limit=CANDIDATES + 1, before=before, since=since)
    candidates = hits[:CANDIDATES]
    return rank(session, query, candidates), len(hits) > len(candidates)


def rank(session: Session, query: Query, hits: Sequence[Hit]) -> list[Ranked]:
    """The most relevant first; ``hits`` are some that the query has found."""
    asked = _ask(session, query)
    rarity = _rarity(asked)
    texts = _texts(session, [hit.number for hit in hits])
    ranked = (_ranked(hit, asked, texts[hit.number], rarity) for hit in hits)
    return sorted(filter(None, ranked), key=lambda each: (-each.relevance.score, -each.hit.number))


def _ranked(hit: Hit, asked: _Asked, fields: Mapping[str, str], rarity: Mapping[str, float]) -> Ranked | None:
    for language in (analysis_language(hit.language), ANY_LANGUAGE):
        expression = asked.expressions.get(language)
        found = relevance(expression, fields, rarity) if expression else None
        if found:
            return Ranked(hit, found)
    return None


def _rarity(asked: _Asked) -> dict[str, float]:
    """Of each term among the documents in its language, or of a keyword among all that may be found."""
    every = max(sum(number for term, number in asked.documents.items() if is_language(term)), 1)
    rarity = {}
    for term, documents in asked.documents.items():
        of_language = asked.documents.get(language_keyword(term.partition(":")[0]), every)
        rarity[term] = log(1 + of_language / documents)
    return rarity


def _texts(session: Session, numbers: Sequence[int]) -> dict[int, Mapping[str, str]]:
    texts: dict[int, Mapping[str, str]] = {}
    for start in range(0, len(numbers), _AT_ONCE):
        values = {"numbers": numbers[start : start + _AT_ONCE]}
        for number, *fields in session.execute(_TEXTS, values):
            texts[number] = dict(zip(COLUMNS, fields, strict=True))
    return texts


def _is_sqlite(session: Session) -> bool:
    return session.get_bind().dialect.name == "sqlite"


_NAMES = ", ".join(COLUMNS)
_COPY = text(f"INSERT INTO {TABLE} (rowid, {_NAMES}) SELECT id, {_NAMES} FROM indexed_text WHERE id = :id")
_FORGET = text(
    f"INSERT INTO {TABLE} ({TABLE}, rowid, {_NAMES}) "
    f"SELECT 'delete', id, {_NAMES} FROM indexed_text WHERE id = :id"
)
_CHECK = text(f"INSERT INTO {TABLE} ({TABLE}, rank) VALUES ('integrity-check', 1)")
"""Without the rank, FTS5 compares the index with itself."""
_REBUILD = text(f"INSERT INTO {TABLE} ({TABLE}) VALUES ('rebuild')")
_REINDEX = text(f"REINDEX INDEX {INDEX}")
_TEXTS = text(f"SELECT id, {_NAMES} FROM indexed_text WHERE id IN :numbers").bindparams(
    bindparam("numbers", expanding=True)
)
_FOUND = "id, translation_id, language"
_MATCH = text(
    f"SELECT {_FOUND} FROM (SELECT rowid AS number FROM {TABLE} WHERE {TABLE} MATCH :match "
    "AND rowid >= :since AND rowid < :before ORDER BY rowid DESC LIMIT :limit) "
    "CROSS JOIN indexed_text ON id = number ORDER BY number DESC"
)


def _fts5(expressions: Iterable[Expression]) -> str:
    return " OR ".join(map(_fts5_of, expressions))


def _fts5_of(expression: Expression) -> str:
    match expression:
        case Phrase(terms, field):
            quoted = '"' + " ".join(terms).replace('"', '""') + '"'
            return f"{{{field}}} : {quoted}" if field else quoted
        case AllOf(parts):
            return f"({' AND '.join(map(_fts5_of, parts))})"
        case AnyOf(parts):
            return f"({' OR '.join(map(_fts5_of, parts))})"
        case Without(wanted, unwanted):
            return f"({_fts5_of(wanted)} NOT {_fts5_of(unwanted)})"


_NO_WHOLE_TABLES = text("SET LOCAL enable_seqscan = off")
"""PostgreSQL does not know what it costs to make a row's terms."""


def _postgresql(asked: _Asked, limit: int) -> tuple[str, dict[str, Any]]:
    values = _Values()
    common = [language for language in asked.expressions if _is_common(asked, language, limit)]
    rare = [expression for language, expression in asked.expressions.items() if language not in common]
    branches = [_newest_first(language, asked.expressions[language], values) for language in common]
    if rare:
        branches.append(_all_at_once(AnyOf(tuple(rare)), values))
    union = " UNION ".join(f"({branch})" for branch in branches)
    return (
        f"SELECT {_FOUND} FROM ({union}) AS found ORDER BY id DESC LIMIT :limit",
        values,
    )


class _Values(dict[str, Any]):
    """Of a statement's parameters."""

    def bind(self, value: str) -> str:
        name = f"value_{len(self)}"
        self[name] = value
        return f":{name}"


def _is_common(asked: _Asked, language: str, limit: int) -> bool:
    """Whether it is cheaper to look through the language's rows than to fetch all that are found."""
    if language == ANY_LANGUAGE:
        return False
    of_language = asked.documents.get(language_keyword(language), 0)
    found = min(_estimate(asked.expressions[language], asked.documents), of_language)
    return found * found > _ROW_READ * limit * of_language


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


def _newest_first(language: str, expression: Expression, values: _Values) -> str:
    return (
        f"SELECT {_FOUND} FROM indexed_text WHERE split_part(language, '-', 1) = {values.bind(language)} "
        f"AND {_in_columns(expression, values)} AND id >= :since AND id < :before "
        "ORDER BY id DESC LIMIT :limit"
    )


def _all_at_once(expression: Expression, values: _Values) -> str:
    """The sum keeps PostgreSQL from going through the rows by their numbers all the same."""
    conditions = [f"{TERMS} @@ CAST({values.bind(_tsquery(expression))} AS tsquery)"]
    if not _is_exact(expression):
        conditions.append(_in_columns(expression, values))
    return (
        f"SELECT {_FOUND} FROM indexed_text WHERE {' AND '.join(conditions)} "
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


def _in_columns(expression: Expression, values: _Values) -> str:
    match expression:
        case Phrase(terms, field):
            columns = (field,) if field else (KEYWORDS,) if is_keyword(terms[0]) else FIELDS
            wanted = values.bind(f" {' '.join(terms)} ")
            return f"({' OR '.join(f'strpos({column}, {wanted}) > 0' for column in columns)})"
        case AllOf(parts):
            return f"({' AND '.join(_in_columns(part, values) for part in parts)})"
        case AnyOf(parts):
            return f"({' OR '.join(_in_columns(part, values) for part in parts)})"
        case Without(wanted, unwanted):
            return f"({_in_columns(wanted, values)} AND NOT {_in_columns(unwanted, values)})"
