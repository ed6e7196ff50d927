"""Terms that go together in aligned texts, and what they were learnt from."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0018"
down_revision: str | None = "0017"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

IDENTIFIER = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
INTEGER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
REAL: sa.types.TypeEngine[float] = sa.Double().with_variant(sa.REAL(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "counterpart",
        sa.Column("term", IDENTIFIER, nullable=False),
        sa.Column("counterpart", IDENTIFIER, nullable=False),
        sa.Column("strength", REAL, nullable=False),
        sa.PrimaryKeyConstraint("term", "counterpart", name=op.f("pk_counterpart")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "learning",
        sa.Column("id", INTEGER, nullable=False),
        sa.Column("program", IDENTIFIER, nullable=False),
        sa.Column("last_alignment", INTEGER, nullable=False),
        sa.Column("alignments", INTEGER, nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_learning_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_learning")),
        sqlite_strict=True,
    )


def downgrade() -> None:
    op.drop_table("learning")
    op.drop_table("counterpart")
