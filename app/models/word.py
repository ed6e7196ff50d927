from sqlalchemy import Index
from sqlmodel import Field

from app.models.table import STRICT, Count, Identifier, Table

UNMET = -1
"""While words are counted anew, of those that no text was found to have yet."""


class Word(Table, table=True):
    """A word that texts have had, under the term that it is searched by.

    ``key`` is the folded word behind its language (``nl:syrie``), empty for a term beside another one and for
    a keyword. ``documents`` estimates how many language versions have had the word, or is ``UNMET``.
    """

    __table_args__ = (Index("ix_word_key", "key"), {**STRICT, "sqlite_with_rowid": False})

    term: str = Field(primary_key=True, sa_type=Identifier)
    word: str = Field(primary_key=True, sa_type=Identifier)
    key: str = Field(sa_type=Identifier)
    documents: int = Field(sa_type=Count)
