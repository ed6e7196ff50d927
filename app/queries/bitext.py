"""What language versions of articles say that translates each other, as words."""

from collections.abc import Iterator, Sequence
from hashlib import sha256

from sqlalchemy import func, select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from app.models import Alignment, Article, Counterpart, Learning, Revision, Translation
from app.models.article import USABLE
from app.parallel.segments import Segment
from app.queries.alignments import list_alignments, pivot_of, read_pairs
from app.queries.articles import get_versions
from app.queries.revisions import is_current
from app.queries.sides import get_sides
from app.search.counterparts import Bead, FormsInBead, Languages
from app.search.languages import analysis_language
from app.search.whole_words import forms_in, whole_words

_AT_ONCE = 1000


def find_last_alignment(session: Session) -> int:
    """The highest id; 0 without any."""
    return int(session.execute(select(func.max(col(Alignment.id)))).scalar_one() or 0)


def count_alignments_after(session: Session, id_: int, most: int) -> int:
    """``most`` also where there are more."""
    newer = select(col(Alignment.id)).where(col(Alignment.id) > id_).limit(most)
    return int(session.execute(select(func.count()).select_from(newer.subquery())).scalar_one())


def list_aligned_articles(session: Session, most: int) -> list[str]:
    """The ids of those that were aligned last, and may be served; with about ``most`` alignments."""
    query = (
        select(col(Translation.article_id))
        .join(Revision, is_current())
        .join(Alignment, col(Alignment.target_revision_id) == Revision.id)
        .join(Article, col(Article.id) == Translation.article_id)
        .where(col(Article.status) == USABLE)
        .order_by(col(Alignment.id).desc())
        .limit(most)
    )
    return list(dict.fromkeys(session.execute(query).scalars()))


def count_counterparts(session: Session) -> tuple[int, int]:
    """How many are stored, and how many were learnt."""
    stored = int(session.execute(select(func.count()).select_from(Counterpart)).scalar_one())
    learning = session.get(Learning, 1)
    return stored, stored if learning is None or learning.counterparts is None else learning.counterparts


def counterparts_digest(session: Session) -> str:
    """Of all that is stored, in whatever order."""
    columns = (Counterpart.term, Counterpart.counterpart, Counterpart.strength)
    forms = (Counterpart.forms, Counterpart.other_forms)
    together = 0
    for row in session.execute(select(*map(col, columns), *map(col, forms))).yield_per(_AT_ONCE):
        together += int.from_bytes(sha256(repr(tuple(row)).encode()).digest()[:8])
    return f"{together % 2**64:016x}"


def count_one_way(session: Session) -> int:
    """Pairs of words that are not stored the other way round, too."""
    other = aliased(Counterpart)
    is_both_ways = (
        select(1)
        .where(col(other.term) == Counterpart.counterpart, col(other.counterpart) == Counterpart.term)
        .exists()
    )
    return int(
        session.execute(select(func.count()).select_from(Counterpart).where(~is_both_ways)).scalar_one()
    )


def read_beads(session: Session, article_id: str) -> Iterator[tuple[Languages, Bead, FormsInBead]]:
    """Of each language version and the one that all are aligned with; none of an article that is gone."""
    try:
        record = get_versions(session, article_id)
    except LookupError:
        return
    sides = get_sides(session, record.versions)
    pivot = pivot_of(record.article.source_language, list(record.versions))
    stored = list_alignments(session, [version.revision_id for version in record.versions.values()])
    source, key = record.versions[pivot].revision_id, analysis_language(pivot)
    known: _Known = {}
    for tag, version in record.versions.items():
        row, other = stored.get((source, version.revision_id)), analysis_language(tag)
        if row is None or other == key:
            continue
        for pair in read_pairs(row.pairs, sides[pivot], sides[tag]):
            if pair.source and pair.target:
                both = {key: _read(pair.source, pivot, known), other: _read(pair.target, tag, known)}
                bead = {language: words for language, (words, _) in both.items()}
                forms = {language: some for language, (_, some) in both.items()}
                yield (min(bead), max(bead)), bead, forms


_Words = tuple[set[str], set[tuple[str, str]]]
"""And their forms."""
_Known = dict[tuple[str, str], _Words]
"""What the segments that were met before have, by tag and id."""


def _read(segments: Sequence[Segment], tag: str, known: _Known) -> _Words:
    words: set[str] = set()
    forms: set[tuple[str, str]] = set()
    for segment in segments:
        if segment.kind == "byline":
            continue
        if (tag, segment.id) not in known:
            known[tag, segment.id] = whole_words(segment.text, tag), forms_in(segment.text, tag)
        own_words, own_forms = known[tag, segment.id]
        words |= own_words
        forms |= own_forms
    return words, forms
