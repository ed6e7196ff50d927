"""What has changed in the original since a language version was made."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0012"
down_revision: str | None = "0011"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

INTEGER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

OUTDATED = """
    INSERT INTO staleness (translation_id, changes)
    SELECT version.id, '[]'
    FROM translation AS version
    JOIN article ON article.id = version.article_id
    JOIN revision AS current ON current.translation_id = version.id AND current.number = version.revision
    JOIN revision AS translated ON translated.id = current.translates_id
    JOIN translation AS original
      ON original.id = translated.translation_id AND original.language = article.source_language
    WHERE translated.number < original.revision
"""


def upgrade() -> None:
    """Which segments have changed is found out when the version is aligned anew."""
    op.create_table(
        "staleness",
        sa.Column("translation_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("changes", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["translation_id"],
            ["translation.id"],
            name=op.f("fk_staleness_translation_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("translation_id", name=op.f("pk_staleness")),
        sqlite_strict=True,
    )
    op.execute(OUTDATED)
    op.execute("UPDATE translation SET aligned_with = '' WHERE id IN (SELECT translation_id FROM staleness)")


def downgrade() -> None:
    op.drop_table("staleness")
