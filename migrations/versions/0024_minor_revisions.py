"""Which revisions of an original an editor has called minor; of earlier ones that is not known."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0024"
down_revision: str | None = "0023"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    is_minor = sa.Column("is_minor", sa.Integer(), server_default=sa.text("0"), nullable=False)
    op.add_column("revision", is_minor)


def downgrade() -> None:
    op.drop_column("revision", "is_minor")
