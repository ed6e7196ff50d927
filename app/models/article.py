from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlmodel import Field

from app.models.table import STRICT, Identifier, Instant, Prose, RowId, Table

USABLE = "usable"


class Article(Table, table=True):
    """A news item, whatever the language. Its texts are its translations' revisions.

    ``published_at`` is what the source gave, a day (``2018-12-06``) or an instant with its offset;
    ``listed_at`` is the moment lists sort by: that instant, the day's beginning in UTC, or where the
    source gave nothing the moment of import.
    """

    __table_args__ = (
        CheckConstraint("status IN ('usable', 'withheld', 'canceled')", name="status"),
        Index("ix_article_listing", "listed_at", "id"),
        Index("ix_article_updated_at", "updated_at"),
        STRICT,
    )

    id: str = Field(primary_key=True, sa_type=Identifier)
    source_language: str = Field(sa_type=Identifier)
    status: str = Field(default=USABLE, sa_type=Identifier)
    published_at: str | None = Field(default=None, sa_type=Prose)
    listed_at: datetime = Field(sa_type=Instant)
    source_id: int | None = Field(
        default=None, sa_type=RowId, sa_column_args=[ForeignKey("source.id")], index=True
    )
    created_at: datetime = Field(sa_type=Instant)
    updated_at: datetime = Field(sa_type=Instant)
