from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlmodel import Field

from app.models.table import STRICT, Count, Identifier, Prose, RowId, Table


class Sighting(Table, table=True):
    """Where a proposed name stands in a revision's text: the evidence for it.

    ``block``, ``start``, ``end`` and ``surface`` are as a mention's. ``role`` is the word for an office in
    front of the name, if there is one. ``reason`` is ``agreement`` where the whole name stands as other
    languages have it, ``part`` where a part of it stands for it.
    """

    __table_args__ = (
        CheckConstraint('start >= 0 AND "end" > start', name="offsets"),
        CheckConstraint("reason IN ('agreement', 'part')", name="reason"),
        UniqueConstraint("revision_id", "block", "start"),
        STRICT,
    )

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    proposal_id: int = Field(
        sa_type=RowId, sa_column_args=[ForeignKey("proposal.id", ondelete="CASCADE")], index=True
    )
    revision_id: int = Field(sa_type=RowId, sa_column_args=[ForeignKey("revision.id", ondelete="CASCADE")])
    block: str = Field(sa_type=Identifier)
    start: int = Field(sa_type=Count)
    end: int = Field(sa_type=Count)
    surface: str = Field(sa_type=Prose)
    role: str | None = Field(default=None, sa_type=Prose)
    reason: str = Field(sa_type=Identifier)
