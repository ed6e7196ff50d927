"""What other registers call those that were merged away."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0011"
down_revision: str | None = "0010"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

IDENTIFIER = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
INTEGER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INDEXED = (("person_id",), ("place_id",), ("scheme", "value"))


def upgrade() -> None:
    op.create_table(
        "former_external_id",
        sa.Column("id", INTEGER, nullable=False),
        sa.Column("person_id", IDENTIFIER, nullable=True),
        sa.Column("place_id", IDENTIFIER, nullable=True),
        sa.Column("scheme", IDENTIFIER, nullable=False),
        sa.Column("value", IDENTIFIER, nullable=False),
        sa.CheckConstraint(
            "(person_id IS NULL) <> (place_id IS NULL)", name=op.f("ck_former_external_id_subject")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_former_external_id_person_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["place_id"], ["place.id"], name=op.f("fk_former_external_id_place_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_former_external_id")),
        sqlite_strict=True,
    )
    for columns in INDEXED:
        op.create_index(f"ix_former_external_id_{'_'.join(columns)}", "former_external_id", columns)


def downgrade() -> None:
    op.drop_table("former_external_id")
