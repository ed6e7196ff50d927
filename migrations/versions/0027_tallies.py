"""What the counts of all words come to, and what was learnt: where anything else is there is seen then."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0027"
down_revision: str | None = "0026"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

INTEGER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
IDENTIFIER = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "word_tally",
        sa.Column("id", INTEGER, nullable=False),
        sa.Column("documents", INTEGER, nullable=False),
        sa.Column("is_anew", sa.Integer(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_word_tally_one")),
        sa.CheckConstraint("is_anew IN (0, 1)", name=op.f("ck_word_tally_is_anew")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_word_tally")),
        sqlite_strict=True,
    )
    op.execute(
        "INSERT INTO word_tally (id, documents, is_anew) SELECT 1, coalesce(sum(documents), 0), 0 FROM word"
    )
    op.add_column("learning", sa.Column("digest", IDENTIFIER, nullable=True))


def downgrade() -> None:
    op.drop_column("learning", "digest")
    op.drop_table("word_tally")
    op.execute("UPDATE word SET documents = 0 WHERE documents < 0")
