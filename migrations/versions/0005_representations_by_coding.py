"""Representations stand by coding, and are found by the translation they are of.

What is stored is dropped: the program that this migration comes with makes all of it anew.
"""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

revision: str = "0005"
down_revision: str | None = "0004"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

IDENTIFIER = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
INTEGER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _recreate(
        sa.Column("id", INTEGER, nullable=False, autoincrement=False),
        sa.Column("translation_id", INTEGER, nullable=False),
        *_columns(),
        sa.Column("fields", sa.LargeBinary(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["translation_id"],
            ["translation.id"],
            name=op.f("fk_representation_translation_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_representation")),
        sa.UniqueConstraint("translation_id", "coding", name=op.f("uq_representation_translation_id_coding")),
    )


def downgrade() -> None:
    _recreate(
        sa.Column("id", INTEGER, nullable=False),
        sa.Column("article_id", IDENTIFIER, nullable=False),
        sa.Column("language", IDENTIFIER, nullable=False),
        *_columns(
            sa.Column("location", sa.Text(), nullable=False), sa.Column("links", sa.Text(), nullable=False)
        ),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id", "language"],
            ["translation.article_id", "translation.language"],
            name=op.f("fk_representation_article_id_language"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_representation")),
        sa.UniqueConstraint(
            "article_id",
            "language",
            "renderer",
            "coding",
            name=op.f("uq_representation_article_id_language_renderer_coding"),
        ),
    )


def _columns(*own: sa.Column[Any]) -> list[sa.Column[Any]]:
    return [
        sa.Column("renderer", IDENTIFIER, nullable=False),
        sa.Column("coding", IDENTIFIER, nullable=False),
        sa.Column("languages", sa.Text(), nullable=False),
        sa.Column("served_from", INTEGER, nullable=False),
        *own,
        sa.Column("etag", IDENTIFIER, nullable=False),
    ]


def _recreate(*parts: sa.schema.SchemaItem) -> None:
    op.drop_table("representation")
    op.create_table("representation", *parts, sqlite_strict=True)
    if op.get_bind().dialect.name == "postgresql":
        # A body is read whole: not compressed once more, and in the row where it fits a page.
        op.execute("ALTER TABLE representation ALTER COLUMN body SET STORAGE EXTERNAL")
        op.execute("ALTER TABLE representation SET (toast_tuple_target = 8160)")
