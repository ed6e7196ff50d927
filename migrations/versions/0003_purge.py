"""Changes that caches have not been told, and an index to find the languages of labels by."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0003"
down_revision: str | None = "0002"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

IDENTIFIER = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
INTEGER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.Text().with_variant(sa.TIMESTAMP(timezone=True), "postgresql")


def upgrade() -> None:
    op.create_table(
        "purge",
        sa.Column("id", INTEGER, nullable=False),
        sa.Column("tag", IDENTIFIER, nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_purge")),
        sqlite_strict=True,
    )
    op.create_index("ix_term_kind_language", "term", ["kind", "language"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_term_kind_language", table_name="term")
    op.drop_table("purge")
