from datetime import datetime

from sqlalchemy import ForeignKey
from sqlmodel import Field

from app.models.table import STRICT, Flag, Identifier, Instant, RowId, Table, flag


class Person(Table, table=True):
    """``by_surname``: whether the surname alone may stand for the person, once an article gave the full name.

    ``provenance_id`` is who described the person: what an editor wrote, no gazetteer overwrites.
    """

    __table_args__ = (flag("by_surname"), STRICT)

    id: str = Field(primary_key=True, sa_type=Identifier)
    by_surname: bool = Field(default=True, sa_type=Flag, sa_column_kwargs={"server_default": "1"})
    provenance_id: int = Field(sa_type=RowId, sa_column_args=[ForeignKey("provenance.id")], index=True)
    updated_at: datetime = Field(sa_type=Instant)
