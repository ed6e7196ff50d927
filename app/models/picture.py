from sqlalchemy import ForeignKey, UniqueConstraint
from sqlmodel import Field

from app.models.table import STRICT, Identifier, Prose, RowId, Table


class Picture(Table, table=True):
    """A picture of an article, whatever the language; what is said of it is in its captions.

    ``key`` is its public id within the article. ``license`` is the picture's own: the text's does
    not cover it.
    """

    __table_args__ = (UniqueConstraint("article_id", "key"), STRICT)

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    article_id: str = Field(sa_type=Identifier, sa_column_args=[ForeignKey("article.id", ondelete="CASCADE")])
    key: str = Field(sa_type=Identifier)
    license: str | None = Field(default=None, sa_type=Prose)
