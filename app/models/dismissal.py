from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlmodel import Field

from app.models.table import STRICT, Identifier, Instant, Prose, RowId, Table


class Dismissal(Table, table=True):
    """An editor's word that a finding is none. Its id comes of the texts, so it holds until they change."""

    __table_args__ = (UniqueConstraint("article_id", "finding"), STRICT)

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    article_id: str = Field(sa_type=Identifier, sa_column_args=[ForeignKey("article.id", ondelete="CASCADE")])
    finding: str = Field(sa_type=Identifier)
    reason: str = Field(sa_type=Prose)
    dismissed_at: datetime = Field(sa_type=Instant)
