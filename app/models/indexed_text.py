from sqlalchemy import ForeignKey
from sqlmodel import Field

from app.models.table import STRICT, Identifier, Prose, RowId, Table


class IndexedText(Table, table=True):
    """The terms of a language version, a field of the text a column, as the full-text index has them.

    ``id`` grows with the article's ``listed_at`` (``app.database.fulltext``), so that the newest come first
    in the index's own order. Only articles that may be served have rows.
    """

    __tablename__ = "indexed_text"
    __table_args__ = (STRICT,)

    id: int = Field(primary_key=True, sa_type=RowId, sa_column_kwargs={"autoincrement": False})
    translation_id: int = Field(
        sa_type=RowId, sa_column_args=[ForeignKey("translation.id", ondelete="CASCADE")], unique=True
    )
    language: str = Field(sa_type=Identifier)
    headline: str = Field(sa_type=Prose)
    lead: str = Field(sa_type=Prose)
    captions: str = Field(sa_type=Prose)
    body: str = Field(sa_type=Prose)
    keywords: str = Field(sa_type=Prose)
