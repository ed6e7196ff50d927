"""Which forms of a word its counterpart goes with: others may have the same stem and be another word."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0022"
down_revision: str | None = "0021"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

COLUMNS = ("forms", "other_forms")


def upgrade() -> None:
    for name in COLUMNS:
        op.add_column("counterpart", sa.Column(name, sa.Text(), server_default=sa.text("''"), nullable=False))


def downgrade() -> None:
    for name in reversed(COLUMNS):
        op.drop_column("counterpart", name)
