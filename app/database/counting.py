"""How it is counted in how many documents words are.

When a document is first indexed: the first ones each, later on one in sixteen for all of them, which is near
enough to tell common words from rare ones. It does not matter in which order.
"""

import json
from collections.abc import Collection

from sqlalchemy import delete, func, select, text, update
from sqlmodel import Session, col

from app.database.session import WriteSession
from app.models import Word, WordTally
from app.models.word import UNMET
from app.search.document import Spelling

_COUNTED_EACH = 4096
_ONE_IN = 16
_GOLDEN_RATIO = 2654435769
"""Its inverse, times 2 ** 32."""


def weight(translation_id: int) -> int:
    """How many documents a language version counts for.

    An article's versions have ids that follow each other: one in sixteen ids would be of one language alone
    where articles have sixteen, or two.
    """
    if translation_id <= _COUNTED_EACH:
        return 1
    scattered = translation_id * _GOLDEN_RATIO % (1 << 32)  # Knuth, The Art of Computer Programming, 6.4
    return 0 if scattered * _ONE_IN >> 32 else _ONE_IN


def note_words(session: WriteSession, spellings: Collection[Spelling], documents: int) -> None:
    """``documents`` is what they count for.

    What was only beside other terms gets a key as soon as it stands by itself in a text.
    """
    rows = json.dumps([tuple(each) for each in sorted(spellings)], ensure_ascii=False)
    noted = {"rows": rows, "documents": documents}
    session.connection().execute(_NOTE[session.get_bind().dialect.name], noted)
    if documents:
        together = col(WordTally.documents) + documents * len(spellings)
        session.connection().execute(update(WordTally).values(documents=together))


def forget_counts(session: WriteSession) -> None:
    """Of the documents, which are to be counted anew; words stay, so that they are found meanwhile."""
    session.execute(update(Word).where(col(Word.documents) > UNMET).values(documents=UNMET))
    session.execute(delete(WordTally))
    session.add(WordTally(is_anew=True))
    session.flush()


def forget_unmet_words(session: WriteSession) -> None:
    """Once all texts have been counted anew."""
    tally = session.get(WordTally, 1)
    if tally and tally.is_anew:
        tally.is_anew = False
        session.execute(delete(Word).where(col(Word.documents) == UNMET))


def is_miscounted(session: Session) -> bool:
    """Whether the counts come to something else than what was counted; not while they are made anew."""
    tally = session.get(WordTally, 1)
    if tally is not None and tally.is_anew:
        return False
    together = session.execute(select(func.sum(col(Word.documents)))).scalar_one() or 0
    return tally is None or int(together) != tally.documents


_TABLE = {"sqlite": "json_each(:rows)", "postgresql": "json_array_elements(CAST(:rows AS json))"}
_NOTE = {
    dialect: text(
        "INSERT INTO word (term, word, key, documents) "
        f"SELECT value ->> 0, value ->> 1, value ->> 2, CAST(:documents AS bigint) FROM {table} WHERE true "
        "ON CONFLICT (term, word) DO UPDATE SET "
        f"documents = CASE word.documents WHEN {UNMET} THEN 0 ELSE word.documents END + excluded.documents, "
        "key = CASE excluded.key WHEN '' THEN word.key ELSE excluded.key END "
        f"WHERE excluded.documents > 0 OR word.documents = {UNMET} OR (word.key = '' AND excluded.key <> '')"
    )
    for dialect, table in _TABLE.items()
}
