from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from app.models.table import STRICT, Identifier, Instant, Prose, RowId, Table

EDITOR = "editor"


class Provenance(Table, table=True):
    """Where names, people and places come from, and on what terms they may be used.

    ``key`` is ``editor`` for an editor's own files, else the name of the gazetteer. ``license`` is an
    SPDX identifier where there is one; empty texts stand for what is not known.
    """

    __table_args__ = (CheckConstraint("key <> ''", name="key"), STRICT)

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    key: str = Field(sa_type=Identifier, unique=True)
    name: str = Field(default="", sa_type=Prose)
    version: str = Field(default="", sa_type=Prose)
    license: str = Field(default="", sa_type=Prose)
    url: str = Field(default="", sa_type=Prose)
    loaded_at: datetime = Field(sa_type=Instant)
