"""Names that nobody knows yet: proposals, where they were seen, which articles were searched for them."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0008"
down_revision: str | None = "0007"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

IDENTIFIER = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
INTEGER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.Text().with_variant(sa.TIMESTAMP(timezone=True), "postgresql")


def upgrade() -> None:
    op.create_table(
        "proposal",
        sa.Column("id", INTEGER, nullable=False),
        sa.Column("key", IDENTIFIER, nullable=False),
        sa.Column("kind", IDENTIFIER, nullable=False),
        sa.Column("status", IDENTIFIER, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.CheckConstraint("kind IN ('person', 'place', 'unknown')", name=op.f("ck_proposal_kind")),
        sa.CheckConstraint("status IN ('proposed', 'accepted', 'rejected')", name=op.f("ck_proposal_status")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposal")),
        sa.UniqueConstraint("key", name=op.f("uq_proposal_key")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_proposal_status"), "proposal", ["status"], unique=False)
    op.create_table(
        "sighting",
        sa.Column("id", INTEGER, nullable=False),
        sa.Column("proposal_id", INTEGER, nullable=False),
        sa.Column("revision_id", INTEGER, nullable=False),
        sa.Column("block", IDENTIFIER, nullable=False),
        sa.Column("start", INTEGER, nullable=False),
        sa.Column("end", INTEGER, nullable=False),
        sa.Column("surface", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("reason", IDENTIFIER, nullable=False),
        sa.CheckConstraint('start >= 0 AND "end" > start', name=op.f("ck_sighting_offsets")),
        sa.CheckConstraint("reason IN ('agreement', 'part')", name=op.f("ck_sighting_reason")),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.id"], name=op.f("fk_sighting_proposal_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["revision.id"], name=op.f("fk_sighting_revision_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sighting")),
        sa.UniqueConstraint(
            "revision_id", "block", "start", name=op.f("uq_sighting_revision_id_block_start")
        ),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_sighting_proposal_id"), "sighting", ["proposal_id"], unique=False)
    op.create_table(
        "scan",
        sa.Column("article_id", IDENTIFIER, nullable=False),
        sa.Column("program", IDENTIFIER, nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_scan_article_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("article_id", name=op.f("pk_scan")),
        sqlite_strict=True,
    )


def downgrade() -> None:
    op.drop_table("scan")
    op.drop_index(op.f("ix_sighting_proposal_id"), table_name="sighting")
    op.drop_table("sighting")
    op.drop_index(op.f("ix_proposal_status"), table_name="proposal")
    op.drop_table("proposal")
