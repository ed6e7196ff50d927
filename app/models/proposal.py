from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from app.models.table import STRICT, Identifier, Instant, RowId, Table

PROPOSED = "proposed"
ACCEPTED = "accepted"
REJECTED = "rejected"


class Proposal(Table, table=True):
    """A name that nobody knows yet, and what an editor made of it. No reader sees it.

    ``key`` is the name as most languages write it, romanised. ``kind`` is a guess. Where it stands is told by
    its sightings, while it is neither accepted nor rejected.
    """

    __table_args__ = (
        CheckConstraint("kind IN ('person', 'place', 'unknown')", name="kind"),
        CheckConstraint("status IN ('proposed', 'accepted', 'rejected')", name="status"),
        STRICT,
    )

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    key: str = Field(sa_type=Identifier, unique=True)
    kind: str = Field(sa_type=Identifier)
    status: str = Field(default=PROPOSED, sa_type=Identifier, index=True)
    updated_at: datetime = Field(sa_type=Instant)
