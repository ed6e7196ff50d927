"""What a database should never come to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from sqlalchemy import func, or_, select
from sqlmodel import Session, col

from app.database import fulltext
from app.database.condition import count_broken_references, find_damage, find_missing_tables
from app.database.counting import is_miscounted
from app.database.index_tables import INDEX_TABLES
from app.database.session import WriteSession
from app.database.vocabulary import count_words, list_spellings
from app.models import Article, IndexedText, Learning, Translation
from app.parallel.aligner import aligner
from app.parallel.encoder import Encoder
from app.queries.alignments import count_aligned_otherwise
from app.queries.bitext import count_counterparts, count_one_way, counterparts_digest
from app.queries.indexed_texts import (
    count_indexed_otherwise,
    has_row,
    is_missing,
    is_superfluous,
    is_under_another_language,
    read_document,
)
from app.queries.meanings import count_unencoded, count_unreadable
from app.queries.names import count_linked_otherwise
from app.queries.word_counts import Sample, list_undercounted
from app.search.program import program
from app.search.relevance import COLUMNS

REBUILD = "dragoman reindex --rebuild"
REINDEX = "dragoman reindex"
RESTORE = "restore a backup"
MOST_COMPARED = 1000
_MOST_WEIGHED = 100_000
_AT_ONCE = 100
_TERMS = 16
"""Of each that are searched for: some of its first, and some of its last."""


@dataclass(frozen=True, slots=True)
class Examined:
    """``wrong`` says what is, nothing if all is well; ``repair`` what helps then."""

    name: str
    wrong: str
    repair: str


def examine(
    session: WriteSession, encoder: Encoder | None, *, most: int = MOST_COMPARED
) -> Iterator[Examined]:
    """Other writers wait meanwhile: FTS5 takes its check for a write.

    Of what is indexed, no more than ``most`` language versions are compared with the articles' texts.
    """
    missing = find_missing_tables(session)
    for name, repair, own in (
        ("database", RESTORE, [table for table in missing if table not in INDEX_TABLES]),
        ("full text", REBUILD, [table for table in missing if table in INDEX_TABLES]),
    ):
        if own:
            yield Examined(name, f"it has no table {', '.join(own)}", repair)
    if missing:
        return
    damage = find_damage(session)
    yield Examined("database", "; ".join(damage.others), RESTORE)
    broken = count_broken_references(session)
    yield Examined("references", f"{broken} rows refer to rows that are not there" if broken else "", RESTORE)
    wrong = damage.of_full_text or list(_wrong_with_index(session, most))
    yield Examined("full text", "; ".join(wrong), REBUILD)
    unlike = _count_unlike(session)
    yield Examined("indexed versions", f"{unlike} are not as articles have them" if unlike else "", REBUILD)
    compared = _compare(session, most)
    otherwise = f"{compared.otherwise} of {compared.versions} compared say something else than articles"
    yield Examined("indexed texts", otherwise if compared.otherwise else "", REBUILD)
    unknown = f"{compared.unknown} of {compared.versions} compared have words that are not listed"
    yield Examined("words", unknown if compared.unknown else "", REBUILD)
    wrong = [] if compared.unknown else _wrong_with_counts(session, compared.sample, most)
    yield Examined("word counts", "; ".join(wrong), REBUILD)
    yield from _examine_counterparts(session)
    unreadable = count_unreadable(session)
    yield Examined("meanings", f"{unreadable} are of no text" if unreadable else "", REBUILD)
    yield Examined("up to date", "; ".join(_waiting(session, encoder)), REINDEX)


def _wrong_with_index(session: WriteSession, most: int) -> Iterator[str]:
    """Of what is sound in itself it is looked whether some of each row's terms find it."""
    if fulltext.is_drifted(session):
        yield "the index and its table differ"
        return
    numbers = select(col(IndexedText.id)).order_by(col(IndexedText.id))
    chosen = _evenly(session.execute(numbers).scalars().all(), most)
    lost = 0
    for start in range(0, len(chosen), _AT_ONCE):
        some = select(IndexedText).where(col(IndexedText.id).in_(chosen[start : start + _AT_ONCE]))
        for row in session.execute(some).scalars():
            lost += not fulltext.has_terms(session, row.id, _some_terms(row))
        session.expunge_all()
    if lost:
        yield f"{lost} of {len(chosen)} compared are not found by their words"


def _evenly(ids: Sequence[int], most: int) -> Sequence[int]:
    return ids[:: ceil(len(ids) / most) or 1]


def _some_terms(row: IndexedText) -> Sequence[str]:
    terms = sorted({term for column in COLUMNS for term in getattr(row, column).split()})
    return terms[:: ceil(len(terms) / _TERMS)]


def _wrong_with_counts(session: Session, sample: Sample, most: int) -> list[str]:
    undercounted = list(list_undercounted(session, max(most, _MOST_WEIGHED)))
    wrong = undercounted or list(sample.list_wrong())
    return wrong or (["they come to something else than what was counted"] if is_miscounted(session) else [])


def _examine_counterparts(session: Session) -> Iterator[Examined]:
    stored, learnt = count_counterparts(session)
    if stored and session.get(Learning, 1) is None:  # as a rebuild leaves them that was interrupted
        yield Examined("counterparts", f"nothing says what the {stored} were learnt from", REINDEX)
    else:
        yield Examined("counterparts", _wrong_with_counterparts(session, stored, learnt), REBUILD)


def _wrong_with_counterparts(session: Session, stored: int, learnt: int) -> str:
    if one_way := count_one_way(session):
        return f"{one_way} go one way only"
    if stored != learnt:
        return f"{stored} are there, and {learnt} were learnt"
    learning = session.get(Learning, 1)
    is_otherwise = learning and learning.digest and learning.digest != counterparts_digest(session)
    return "they say something else than what was learnt" if is_otherwise else ""


def _waiting(session: WriteSession, encoder: Encoder | None) -> Iterator[str]:
    """For a reindex: searches look for what this program puts into the index, and find half of another's."""
    for done, number in (
        ("searched for names", count_linked_otherwise(session)),
        ("indexed", count_indexed_otherwise(session, program())),
        ("aligned", count_aligned_otherwise(session, aligner(encoder))),
        ("encoded", count_unencoded(session, encoder)),
    ):
        if number:
            yield f"{number} language versions wait to be {done}"


def _count_unlike(session: Session) -> int:
    query = (
        select(func.count())
        .select_from(Translation)
        .join(Article, col(Article.id) == Translation.article_id)
        .where(or_(is_missing(), is_superfluous(), is_under_another_language()))
    )
    return int(session.execute(query).scalar_one())


@dataclass(frozen=True, slots=True)
class _Compared:
    """``otherwise``: with other terms than the article's text has now. ``unknown``: with terms of no word.

    ``sample`` has no more of them than are compared usually.
    """

    versions: int
    otherwise: int
    unknown: int
    sample: Sample


def _compare(session: Session, most: int) -> _Compared:
    """Evenly among all that this program has indexed."""
    indexed = select(col(Translation.id)).where(col(Translation.indexed_with) == program())
    ids = session.execute(indexed.where(has_row()).order_by(col(Translation.id))).scalars().all()
    chosen = _evenly(ids, most)
    otherwise = unknown = 0
    sample, sampled = Sample(), set(_evenly(chosen, MOST_COMPARED))
    for start in range(0, len(chosen), _AT_ONCE):
        query = select(Translation, IndexedText).join(
            IndexedText, col(IndexedText.translation_id) == Translation.id
        )
        some = query.where(col(Translation.id).in_(chosen[start : start + _AT_ONCE]))
        for version, row in session.execute(some):
            document = read_document(session, version)
            otherwise += any(getattr(row, field) != terms for field, terms in document.fields.items())
            terms = {each.term for each in document.spellings}
            counted = count_words(session, terms)
            keyed = {(each.key, each.word) for each in document.spellings if each.key}
            is_listed = keyed <= list_spellings(session, {key for key, _ in keyed})
            unknown += not is_listed or len({term for term, _ in counted}) < len(terms)
            if version.id in sampled:
                sample.add(version, document, counted)
        session.expunge_all()
    return _Compared(len(chosen), otherwise, unknown, sample)
