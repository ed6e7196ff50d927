"""Names that an editor does not want; finding people and places by other ids, and terms by whose they are."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0006"
down_revision: str | None = "0005"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

IDENTIFIER = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
INTEGER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

INDEXES = (
    ("ix_external_id_scheme_value", "external_id", ["scheme", "value"]),
    ("ix_term_person_id", "term", ["person_id"]),
    ("ix_term_place_id", "term", ["place_id"]),
)


def upgrade() -> None:
    op.create_table(
        "suppressed_name",
        sa.Column("id", INTEGER, nullable=False),
        sa.Column("person_id", IDENTIFIER, nullable=True),
        sa.Column("place_id", IDENTIFIER, nullable=True),
        sa.Column("language", IDENTIFIER, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "(person_id IS NULL) <> (place_id IS NULL)", name=op.f("ck_suppressed_name_subject")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_suppressed_name_person_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["place_id"], ["place.id"], name=op.f("fk_suppressed_name_place_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_suppressed_name")),
        sqlite_strict=True,
    )
    for owner in ("person", "place"):
        op.create_index(
            f"uq_suppressed_name_{owner}", "suppressed_name", [f"{owner}_id", "language", "text"], unique=True
        )
    for name, table, columns in INDEXES:
        op.create_index(name, table, columns, unique=False)


def downgrade() -> None:
    for name, table, _columns in reversed(INDEXES):
        op.drop_index(name, table_name=table)
    op.drop_table("suppressed_name")
