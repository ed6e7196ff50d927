"""How many counterparts were learnt: where there are others is seen then."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0021"
down_revision: str | None = "0020"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

INTEGER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("learning", sa.Column("counterparts", INTEGER, nullable=True))


def downgrade() -> None:
    op.drop_column("learning", "counterparts")
