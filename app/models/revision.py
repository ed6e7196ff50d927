from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint, text
from sqlmodel import Field

from app.models.table import STRICT, Count, Flag, Identifier, Instant, Prose, RowId, Table


class Revision(Table, table=True):
    """A translation as it stood at one time; its text is never changed once stored.

    ``origin`` is who wrote what it says and the one before did not: human, machine or unknown; ``origins``,
    JSON by segment or credit, whose single texts are besides: another's, or taken up by whoever read them.
    ``translates_id`` is the source language's revision that this text was made from, NULL for the
    original; ``outstanding`` are the changes up to that one which the text has not followed, as
    ``app.queries.staleness`` writes them, NULL for none. ``content_hash`` is the SHA-256 of the bytes that
    were imported; ``is_minor`` an editor's word that an original says what it said before.
    """

    __table_args__ = (
        UniqueConstraint("translation_id", "number"),
        CheckConstraint("number >= 1", name="number"),
        STRICT,
    )

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    translation_id: int = Field(
        sa_type=RowId, sa_column_args=[ForeignKey("translation.id", ondelete="CASCADE")]
    )
    number: int = Field(sa_type=Count)
    origin: str = Field(
        default="unknown", sa_type=Identifier, sa_column_kwargs={"server_default": text("'unknown'")}
    )
    origins: str | None = Field(default=None, sa_type=Prose)
    headline: str = Field(sa_type=Prose)
    lead: str | None = Field(default=None, sa_type=Prose)
    byline: str | None = Field(default=None, sa_type=Prose)
    dateline: str | None = Field(default=None, sa_type=Prose)
    translates_id: int | None = Field(
        default=None,
        sa_type=RowId,
        sa_column_args=[ForeignKey("revision.id", ondelete="SET NULL")],
        index=True,
    )
    outstanding: str | None = Field(default=None, sa_type=Prose)
    content_hash: str = Field(sa_type=Identifier)
    is_minor: bool = Field(default=False, sa_type=Flag, sa_column_kwargs={"server_default": text("0")})
    created_at: datetime = Field(sa_type=Instant)
