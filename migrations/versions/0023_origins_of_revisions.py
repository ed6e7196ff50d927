"""Who wrote each revision: of earlier ones, who wrote the version is all that is known."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0023"
down_revision: str | None = "0022"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

IDENTIFIER = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.add_column(
        "revision", sa.Column("origin", IDENTIFIER, server_default=sa.text("'unknown'"), nullable=False)
    )
    op.execute(
        "UPDATE revision SET origin = "
        "(SELECT translation.origin FROM translation WHERE translation.id = revision.translation_id)"
    )


def downgrade() -> None:
    op.drop_column("revision", "origin")
