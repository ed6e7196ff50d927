from sqlalchemy import CheckConstraint
from sqlmodel import Field

from app.models.table import STRICT, Count, Flag, RowId, Table, flag


class WordTally(Table, table=True):
    """One row: what the counts of all words come to, as they were counted.

    ``is_anew``: whether they are being counted anew, so that words which are not met then are of no text.
    """

    __tablename__ = "word_tally"
    __table_args__ = (CheckConstraint("id = 1", name="one"), flag("is_anew"), STRICT)

    id: int = Field(default=1, primary_key=True, sa_type=RowId)
    documents: int = Field(default=0, sa_type=Count)
    is_anew: bool = Field(default=False, sa_type=Flag)
