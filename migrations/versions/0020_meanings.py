"""What passages of texts mean, as an encoder has it."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0020"
down_revision: str | None = "0019"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

IDENTIFIER = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
INTEGER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "meaning",
        sa.Column("id", INTEGER, nullable=False),
        sa.Column("translation_id", INTEGER, nullable=False),
        sa.Column("revision_id", INTEGER, nullable=False),
        sa.Column("program", IDENTIFIER, nullable=False),
        sa.Column("bits", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["translation_id"],
            ["translation.id"],
            name=op.f("fk_meaning_translation_id_translation"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["revision_id"],
            ["revision.id"],
            name=op.f("fk_meaning_revision_id_revision"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meaning")),
        sa.UniqueConstraint("translation_id", name=op.f("uq_meaning_translation_id")),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_meaning_revision_id"), "meaning", ["revision_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_meaning_revision_id"), table_name="meaning")
    op.drop_table("meaning")
