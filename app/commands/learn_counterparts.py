"""Learns from aligned texts which words of two languages go together.

All is learnt anew each time, and of the last alignments only: how common a word is tells as much as how
often it is beside another one. Nothing is stored before all is read, which takes half a minute at most.
"""

from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy import delete, insert
from sqlmodel import Session

from app.database.engine import Database
from app.models import Counterpart, Learning
from app.queries.bitext import (
    count_alignments_after,
    counterparts_digest,
    find_last_alignment,
    list_aligned_articles,
    read_beads,
)
from app.search.counterparts import Bitext, Languages
from app.search.counterparts import Counterpart as LearntCounterpart
from app.search.forms import ALL
from app.search.program import learner

MOST_ALIGNMENTS = 4_000
NEW_SHARE = 0.25
"""Of the alignments that were read the last time: so many new ones, and an import reads them again."""
_AT_ONCE = 20


def learn_counterparts(database: Database, *, new_share: float = 0.0) -> Iterator[int]:
    """How many articles were read each time; none without that share of new alignments."""
    with database.read() as session:
        if not _is_due(session, new_share):
            return
        last = find_last_alignment(session)
        alignments = count_alignments_after(session, 0, MOST_ALIGNMENTS)
        articles = list_aligned_articles(session, MOST_ALIGNMENTS)
    bitexts: dict[Languages, Bitext] = defaultdict(Bitext)
    for start in range(0, len(articles), _AT_ONCE):
        some = articles[start : start + _AT_ONCE]
        with database.read() as session:
            for article_id in some:
                for languages, bead, forms in read_beads(session, article_id):
                    bitexts[languages].add(bead, article_id, forms)
        yield len(some)
    rows = [_row(each) for bitext in bitexts.values() for each in bitext.counterparts()]
    with database.write() as session:
        for table in (Counterpart, Learning):
            session.execute(delete(table))
        if rows:
            session.execute(insert(Counterpart), rows)
        session.add(
            Learning(
                program=learner(),
                last_alignment=last,
                alignments=alignments,
                counterparts=len(rows),
                digest=counterparts_digest(session),
            )
        )


def _row(learnt: LearntCounterpart) -> dict[str, object]:
    """Of ``Counterpart``."""
    forms = learnt.forms if learnt.forms.others else ALL
    return {
        "term": learnt.term,
        "counterpart": learnt.counterpart,
        "strength": learnt.strength,
        "forms": " ".join(sorted(forms.own)),
        "other_forms": " ".join(sorted(forms.others)),
    }


def count_to_learn_from(session: Session) -> int:
    """Articles that are read the next time."""
    return len(list_aligned_articles(session, MOST_ALIGNMENTS)) if _is_due(session, 0.0) else 0


def _is_due(session: Session, new_share: float) -> bool:
    learning = session.get(Learning, 1)
    if learning is None or learning.program != learner():
        return find_last_alignment(session) > 0
    new = count_alignments_after(session, learning.last_alignment, MOST_ALIGNMENTS)
    return new > 0 and new >= new_share * learning.alignments
