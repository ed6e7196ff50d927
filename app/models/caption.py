from sqlalchemy import ForeignKey, UniqueConstraint
from sqlmodel import Field

from app.models.table import STRICT, Count, Prose, RowId, Table


class Caption(Table, table=True):
    """A picture's caption and credit in one revision's language; ``printed`` is the line they came from."""

    __table_args__ = (UniqueConstraint("revision_id", "position"), STRICT)

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    revision_id: int = Field(sa_type=RowId, sa_column_args=[ForeignKey("revision.id", ondelete="CASCADE")])
    picture_id: int = Field(
        sa_type=RowId, sa_column_args=[ForeignKey("picture.id", ondelete="CASCADE")], index=True
    )
    position: int = Field(sa_type=Count)
    text: str = Field(sa_type=Prose)
    printed: str = Field(sa_type=Prose)
    credit: str | None = Field(default=None, sa_type=Prose)
