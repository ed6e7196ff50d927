"""PostgreSQL finds the newest rows of a language by an index, with what they say in the rows themselves.

Rows that are there already are stored so when they are written next.
"""

from collections.abc import Sequence

from alembic import op

revision: str = "0028"
down_revision: str | None = "0027"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

LANGUAGE = "split_part(language, '-', 1)"


def upgrade() -> None:
    if op.get_context().dialect.name == "postgresql":
        op.execute("ALTER TABLE indexed_text SET (toast_tuple_target = 8160)")
        op.execute(f"CREATE INDEX ix_indexed_text_language ON indexed_text ({LANGUAGE}, id)")


def downgrade() -> None:
    if op.get_context().dialect.name == "postgresql":
        op.execute("DROP INDEX ix_indexed_text_language")
        op.execute("ALTER TABLE indexed_text SET (toast_tuple_target = 128)")
