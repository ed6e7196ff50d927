from sqlalchemy import CheckConstraint
from sqlmodel import Field

from app.models.table import STRICT, Count, Identifier, RowId, Table


class Learning(Table, table=True):
    """One row, none before the first time: what the counterparts of terms were learnt from.

    ``last_alignment`` is the highest id there was, ``alignments`` how many were read, ``program`` a digest of
    what read them, ``counterparts`` how many rows came of it, ``digest`` that of all they say; None of before
    that was noted.
    """

    __table_args__ = (CheckConstraint("id = 1", name="one"), STRICT)

    id: int = Field(default=1, primary_key=True, sa_type=RowId)
    program: str = Field(sa_type=Identifier)
    last_alignment: int = Field(sa_type=RowId)
    alignments: int = Field(sa_type=Count)
    counterparts: int | None = Field(default=None, sa_type=Count)
    digest: str | None = Field(default=None, sa_type=Identifier)
