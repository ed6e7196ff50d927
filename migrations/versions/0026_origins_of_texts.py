"""Whose single texts of a revision are, where not its author's; of earlier ones that is not known."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0026"
down_revision: str | None = "0025"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.add_column("revision", sa.Column("origins", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("revision", "origins")
