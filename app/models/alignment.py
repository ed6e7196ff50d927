from sqlalchemy import ForeignKey, UniqueConstraint
from sqlmodel import Field

from app.models.table import STRICT, Prose, RowId, Table


class Alignment(Table, table=True):
    """Which segments of two revisions translate each other, and what is noticed where they do not.

    ``pairs`` and ``findings`` are JSON, see ``app.queries.alignments``: they are read whole, and name
    places in texts that stand in other tables.
    """

    __table_args__ = (UniqueConstraint("source_revision_id", "target_revision_id"), STRICT)

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    source_revision_id: int = Field(
        sa_type=RowId, sa_column_args=[ForeignKey("revision.id", ondelete="CASCADE")]
    )
    target_revision_id: int = Field(
        sa_type=RowId, sa_column_args=[ForeignKey("revision.id", ondelete="CASCADE")], index=True
    )
    pairs: str = Field(sa_type=Prose)
    findings: str = Field(sa_type=Prose)
