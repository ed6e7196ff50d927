"""The surnames that people are asked for by."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0016"
down_revision: str | None = "0015"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

IDENTIFIER = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.add_column("term", sa.Column("surname", IDENTIFIER, nullable=True))
    op.create_index(op.f("ix_term_surname"), "term", ["surname"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_term_surname"), table_name="term")
    op.drop_column("term", "surname")
