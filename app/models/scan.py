from sqlalchemy import ForeignKey
from sqlmodel import Field

from app.models.table import STRICT, Identifier, Table


class Scan(Table, table=True):
    """An article that was searched for names nobody knows; ``program`` is the digest of what searched it."""

    __table_args__ = (STRICT,)

    article_id: str = Field(
        primary_key=True,
        sa_type=Identifier,
        sa_column_args=[ForeignKey("article.id", ondelete="CASCADE")],
    )
    program: str = Field(sa_type=Identifier)
