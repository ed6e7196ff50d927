from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlmodel import Field

from app.models.table import STRICT, Count, Identifier, Prose, RowId, Table


class Block(Table, table=True):
    """A piece of a revision's body, in reading order.

    ``key`` is its public id: unique within the revision, kept from revision to revision while the
    text stands, shared with the block it translates. A figure has a picture and no text of its own.
    """

    __table_args__ = (
        UniqueConstraint("revision_id", "position"),
        UniqueConstraint("revision_id", "key"),
        CheckConstraint("type IN ('heading', 'paragraph', 'quote', 'list', 'figure')", name="type"),
        CheckConstraint("(type = 'figure') = (picture_id IS NOT NULL)", name="picture"),
        CheckConstraint("(type = 'figure') = (text = '')", name="text"),
        STRICT,
    )

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    revision_id: int = Field(sa_type=RowId, sa_column_args=[ForeignKey("revision.id", ondelete="CASCADE")])
    position: int = Field(sa_type=Count)
    key: str = Field(sa_type=Identifier)
    type: str = Field(sa_type=Identifier)
    text: str = Field(default="", sa_type=Prose)
    speaker: str | None = Field(default=None, sa_type=Prose)
    picture_id: int | None = Field(
        default=None,
        sa_type=RowId,
        sa_column_args=[ForeignKey("picture.id", ondelete="CASCADE")],
        index=True,
    )
