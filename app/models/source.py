from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from app.models.table import STRICT, Prose, RowId, Table


class Source(Table, table=True):
    """Where articles come from and on what terms their text may be used.

    ``license`` is an SPDX identifier where there is one. An empty text stands for what is not known:
    NULLs would let the same source in twice.
    """

    __table_args__ = (UniqueConstraint("name", "url", "license", "publisher"), STRICT)

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    name: str = Field(sa_type=Prose)
    url: str = Field(default="", sa_type=Prose)
    license: str = Field(default="", sa_type=Prose)
    publisher: str = Field(default="", sa_type=Prose)
