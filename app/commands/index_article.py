"""Puts an article's language versions into the full-text index, as they are now."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import count

from sqlalchemy import Select, delete, update
from sqlmodel import col, select

from app.commands.lone_places import tell_lone_places
from app.database import fulltext
from app.database.counting import forget_counts, forget_unmet_words, note_words, weight
from app.database.engine import Database
from app.database.index_tables import make_lost_tables
from app.database.session import WriteSession
from app.models import Article, IndexedText, Learning, Meaning, Translation
from app.models.article import USABLE
from app.models.translation import UNCOUNTED
from app.queries.indexed_texts import (
    find_last_number,
    is_any_indexed_by_another,
    list_articles_indexed_otherwise,
    list_row_numbers,
    read_document,
)
from app.search.program import program
from app.search.row_number import first_number, next_article, second_of, second_of_number

BATCH = 100


def index_article(session: WriteSession, article_id: str) -> int:
    """Those of its versions that are not as the index has them; how many they are."""
    session.flush()
    changed = tell_lone_places(session, article_id)
    if changed:
        forget_indexed(session, select(Translation.id).where(col(Translation.id).in_(changed)))
    article = session.get_one(Article, article_id)
    known = list_row_numbers(session, article_id)
    is_found = article.status == USABLE
    stays = is_found and _is_in_place(known, article.listed_at)
    if not stays:
        fulltext.forget(session, list(known.values()))
    numbers = dict(known) if stays else {}
    free = _free_numbers(session, article, numbers)
    of_article = select(Translation).where(Translation.article_id == article_id)
    versions = session.exec(of_article.order_by(col(Translation.language))).all()
    waiting = [
        version
        for version in versions
        if version.indexed_with != program() or (is_found and version.id not in numbers)
    ]
    for version in waiting:
        if version.id in numbers:
            fulltext.forget(session, [numbers[version.id]])
        if is_found:
            number = numbers[version.id] if version.id in numbers else next(free)
            is_new = version.id not in known or version.indexed_with == UNCOUNTED
            _store(session, version, number, is_new=is_new)
        version.indexed_with = program()
    return len(waiting)


def index_rest(database: Database) -> Iterator[int]:
    """Indexes what is not, in batches of articles; how many language versions each had."""
    _count_anew(database)
    while True:
        with database.write() as session:
            articles = list_articles_indexed_otherwise(session, program(), BATCH)
            versions = sum(index_article(session, article_id) for article_id in articles)
            if not articles:
                forget_unmet_words(session)
        if not articles:
            return
        yield versions


def _count_anew(database: Database) -> None:
    """Where another program counted: its terms are others, or its numbers."""
    with database.read() as session:
        if not is_any_indexed_by_another(session, program(), UNCOUNTED):
            return
    with database.write() as session:
        forget_counts(session)
        session.execute(update(Translation).values(indexed_with=UNCOUNTED))


def rebuild_index(database: Database) -> None:
    """Out of its table, which is made anew where it is lost.

    What that has of each version, the words, which go together and what texts mean, are left for the next
    reindex.
    """
    with database.write() as session:
        make_lost_tables(session)
        fulltext.rebuild(session)
    with database.write() as session:
        forget_counts(session)
        session.execute(update(Translation).values(indexed_with=UNCOUNTED))
        session.execute(delete(Learning))
        session.execute(delete(Meaning))


def forget_indexed(session: WriteSession, translations: Select[int]) -> None:
    """They are stale, and put into the index anew by the next reindex."""
    session.flush()
    is_counted = col(Translation.indexed_with) != UNCOUNTED
    query = update(Translation).where(col(Translation.id).in_(translations), is_counted)
    session.execute(query.values(indexed_with=""))


def _is_in_place(numbers: Mapping[int, int], listed_at: datetime) -> bool:
    return all(second_of_number(number) == second_of(listed_at) for number in numbers.values())


def _free_numbers(session: WriteSession, article: Article, numbers: Mapping[int, int]) -> Iterator[int]:
    """Beside the article's other versions. One without any takes the first free place in its second."""
    if numbers:
        yield from count(max(numbers.values()) + 1)
    for second in count(second_of(article.listed_at)):
        last = find_last_number(session, second)
        first = first_number(second) if last is None else next_article(last)
        if second_of_number(first) == second:
            yield from count(first)


def _store(session: WriteSession, version: Translation, number: int, *, is_new: bool) -> None:
    document = read_document(session, version)
    row = IndexedText(id=number, translation_id=version.id, language=version.language, **document.fields)
    fulltext.store(session, row)
    note_words(session, document.spellings, weight(version.id) if is_new else 0)
