"""The full-text index, and the words of all texts."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0015"
down_revision: str | None = "0012"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

IDENTIFIER = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
INTEGER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
FIELDS = ("headline", "lead", "captions", "body", "keywords")
TERMS = f"array_to_tsvector(array_remove(string_to_array({' || '.join(FIELDS)}, ' '), ''))"


def upgrade() -> None:
    indexed_with = sa.Column("indexed_with", IDENTIFIER, server_default=sa.text("''"), nullable=False)
    op.add_column("translation", indexed_with)
    op.create_index(op.f("ix_translation_indexed_with"), "translation", ["indexed_with"], unique=False)
    op.create_table(
        "indexed_text",
        sa.Column("id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("translation_id", INTEGER, nullable=False),
        sa.Column("language", IDENTIFIER, nullable=False),
        *(sa.Column(field, sa.Text(), nullable=False) for field in FIELDS),
        sa.ForeignKeyConstraint(
            ["translation_id"],
            ["translation.id"],
            name=op.f("fk_indexed_text_translation_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indexed_text")),
        sa.UniqueConstraint("translation_id", name=op.f("uq_indexed_text_translation_id")),
        sqlite_strict=True,
    )
    op.create_table(
        "word",
        sa.Column("term", IDENTIFIER, nullable=False),
        sa.Column("word", IDENTIFIER, nullable=False),
        sa.Column("key", IDENTIFIER, nullable=False),
        sa.Column("documents", INTEGER, nullable=False),
        sa.PrimaryKeyConstraint("term", "word", name=op.f("pk_word")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_word_key", "word", ["key"], unique=False)
    if op.get_context().dialect.name == "sqlite":
        op.execute(
            f"CREATE VIRTUAL TABLE full_text USING fts5 ({', '.join(FIELDS)}, content = 'indexed_text', "
            "content_rowid = 'id', columnsize = 0, tokenize = \"ascii tokenchars ':@=/-._'\")"
        )
    else:
        # Long texts out of the rows' way: a common word's rows are then a tenth of the pages to read.
        op.execute("ALTER TABLE indexed_text SET (toast_tuple_target = 128)")
        op.execute(f"CREATE INDEX ix_indexed_text_terms ON indexed_text USING gin (({TERMS}))")


def downgrade() -> None:
    if op.get_context().dialect.name == "sqlite":
        op.execute("DROP TABLE full_text")
    op.drop_table("word")
    op.drop_table("indexed_text")
    op.drop_index(op.f("ix_translation_indexed_with"), table_name="translation")
    op.drop_column("translation", "indexed_with")
