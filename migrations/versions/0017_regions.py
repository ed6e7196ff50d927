"""The region that a place is or lies in, and who said where it is."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0017"
down_revision: str | None = "0016"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

IDENTIFIER = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")

WHO_DESCRIBED_IT = """
    UPDATE place SET positioned_by = (SELECT key FROM provenance WHERE provenance.id = place.provenance_id)
    WHERE latitude IS NOT NULL
"""


def upgrade() -> None:
    op.add_column("place", sa.Column("region", IDENTIFIER, nullable=True))
    op.add_column("place", sa.Column("positioned_by", IDENTIFIER, nullable=True))
    op.create_index("ix_place_region", "place", ["region"])
    op.execute(WHO_DESCRIBED_IT)


def downgrade() -> None:
    op.drop_index("ix_place_region", "place")
    op.drop_column("place", "positioned_by")
    op.drop_column("place", "region")
