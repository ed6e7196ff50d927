"""By which keys names are looked up, so that those of an older program are made anew."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0009"
down_revision: str | None = "0008"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

IDENTIFIER = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.add_column("names_version", sa.Column("openings", IDENTIFIER, nullable=True))


def downgrade() -> None:
    op.drop_column("names_version", "openings")
