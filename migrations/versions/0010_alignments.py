"""Alignments of language versions, and findings that an editor has dismissed."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0010"
down_revision: str | None = "0009"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

IDENTIFIER = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
INTEGER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.TIMESTAMP(timezone=True).with_variant(sa.Text(), "sqlite")


def upgrade() -> None:
    aligned_with = sa.Column("aligned_with", IDENTIFIER, server_default=sa.text("''"), nullable=False)
    op.add_column("translation", aligned_with)
    op.create_index(op.f("ix_translation_aligned_with"), "translation", ["aligned_with"], unique=False)
    op.create_table(
        "alignment",
        sa.Column("id", INTEGER, nullable=False),
        sa.Column("source_revision_id", INTEGER, nullable=False),
        sa.Column("target_revision_id", INTEGER, nullable=False),
        sa.Column("pairs", sa.Text(), nullable=False),
        sa.Column("findings", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["source_revision_id"],
            ["revision.id"],
            name=op.f("fk_alignment_source_revision_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["target_revision_id"],
            ["revision.id"],
            name=op.f("fk_alignment_target_revision_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alignment")),
        sa.UniqueConstraint(
            "source_revision_id",
            "target_revision_id",
            name=op.f("uq_alignment_source_revision_id_target_revision_id"),
        ),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_alignment_target_revision_id"), "alignment", ["target_revision_id"], unique=False
    )
    op.create_table(
        "dismissal",
        sa.Column("id", INTEGER, nullable=False),
        sa.Column("article_id", IDENTIFIER, nullable=False),
        sa.Column("finding", IDENTIFIER, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("dismissed_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_dismissal_article_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dismissal")),
        sa.UniqueConstraint("article_id", "finding", name=op.f("uq_dismissal_article_id_finding")),
        sqlite_strict=True,
    )


def downgrade() -> None:
    op.drop_table("dismissal")
    op.drop_table("alignment")
    op.drop_index(op.f("ix_translation_aligned_with"), table_name="translation")
    op.drop_column("translation", "aligned_with")
