from datetime import datetime
from urllib.parse import quote

from sqlmodel import Field

from app.models.table import STRICT, Identifier, Instant, RowId, Table

SITE = "site"
"""What is no article's own: lists, people, places, languages."""

EVERYTHING = "everything"


def article_tag(article_id: str) -> str:
    return f"article:{quote(article_id, safe='')}"


class Purge(Table, table=True):
    """A change that the caches in front have not surely been told: the tag of the answers it makes stale."""

    __table_args__ = (STRICT,)

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    tag: str = Field(sa_type=Identifier)
    created_at: datetime = Field(sa_type=Instant)
