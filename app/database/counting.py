"""How it is counted in how many documents words are.

When a document is first indexed: the first ones each, later on one in sixteen for all of them, which is near
enough to tell common words from rare ones. It does not matter in which order.
"""

import json
from collections.abc import Collection

from sqlalchemy import text, update
from sqlmodel import col

from app.database.session import WriteSession
from app.models import Word
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


def forget_counts(session: WriteSession) -> None:
    """Of the documents, which are to be counted anew; words stay, so that they are found meanwhile."""
    session.execute(update(Word).where(col(Word.documents) > 0).values(documents=0))


_TABLE = {"sqlite": "json_each(:rows)", "postgresql": "json_array_elements(CAST(:rows AS json))"}
_NOTE = {
    dialect: text(
        "INSERT INTO word (term, word, key, documents) "
        f"SELECT value ->> 0, value ->> 1, value ->> 2, CAST(:documents AS bigint) FROM {table} WHERE true "
        "ON CONFLICT (term, word) DO UPDATE SET documents = word.documents + excluded.documents, "
        "key = CASE word.key WHEN '' THEN excluded.key ELSE word.key END "
        "WHERE excluded.documents > 0 OR (word.key = '' AND excluded.key <> '')"
    )
    for dialect, table in _TABLE.items()
}
