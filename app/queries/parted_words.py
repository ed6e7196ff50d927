"""Words that signs part, where no text has them so: ``anti-ISIS-coalition``."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from app.database import fulltext
from app.queries.articles import ArticleFilter
from app.queries.search import bounds, searched_languages
from app.search.languages import analysis_language
from app.search.query import MOST_CLAUSES, Clause, Query
from app.search.wanted import Wanted, parts_of

MOST = 8
"""Of a query, that are looked for."""


def with_parts(session: Session, query: Query, languages: Sequence[str], now: datetime) -> Query:
    """With the parts as words of their own, which then are found apart, and looked at for misspellings."""
    words = [clause for clause in query.of_kind("word") if not clause.filter]
    several = [clause for clause in words if parts_of(clause.text) != [clause.text]]
    absent = {clause for clause in several[:MOST] if not _is_there(session, clause, query, languages, now)}
    if not absent:
        return query
    clauses = list(dict.fromkeys(_parted(query.clauses, absent)))
    return replace(query, clauses=clauses[:MOST_CLAUSES], ignored=[*clauses[MOST_CLAUSES:], *query.ignored])


def _parted(clauses: Sequence[Clause], absent: set[Clause]) -> Iterator[Clause]:
    for clause in clauses:
        if clause in absent:
            yield from (replace(clause, text=part) for part in parts_of(clause.text))
        else:
            yield clause


def _is_there(
    session: Session, clause: Clause, query: Query, languages: Sequence[str], now: datetime
) -> bool:
    """Among the texts of the languages and the time that the query asks for."""
    expressions = {
        language: expression
        for language in sorted({analysis_language(tag) for tag in searched_languages(query, languages)})
        if (expression := Wanted(clause).expression(language, lambda _language, _beginning: ()))
    }
    period = ArticleFilter(published_after=query.published_after, published_before=query.published_before)
    return bool(fulltext.find(session, expressions, limit=1, **bounds(period, now)))
