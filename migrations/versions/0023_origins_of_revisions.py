"""Who wrote each revision.

Of earlier ones no more is known than who has written the version, and that a human may have edited what
a machine wrote first.
"""

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
    op.execute("UPDATE revision SET origin = 'unknown' WHERE origin = 'machine' AND number > 1")


def downgrade() -> None:
    op.drop_column("revision", "origin")
