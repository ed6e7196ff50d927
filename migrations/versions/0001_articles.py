"""Articles, their translations and revisions, people, places and mentions."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0001"
down_revision: str | None = None
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

IDENTIFIER = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
INTEGER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.Text().with_variant(sa.TIMESTAMP(timezone=True), "postgresql")
DEGREES: sa.types.TypeEngine[float] = sa.Double().with_variant(sa.REAL(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "person",
        sa.Column("id", IDENTIFIER, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sqlite_strict=True,
    )
    op.create_table(
        "place",
        sa.Column("id", IDENTIFIER, nullable=False),
        sa.Column("kind", IDENTIFIER, nullable=False),
        sa.Column("country", IDENTIFIER, nullable=True),
        sa.Column("latitude", DEGREES, nullable=True),
        sa.Column("longitude", DEGREES, nullable=True),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.CheckConstraint("kind IN ('country', 'city')", name=op.f("ck_place_kind")),
        sa.CheckConstraint("(latitude IS NULL) = (longitude IS NULL)", name=op.f("ck_place_coordinates")),
        sa.CheckConstraint("latitude BETWEEN -90 AND 90", name=op.f("ck_place_latitude")),
        sa.CheckConstraint("longitude BETWEEN -180 AND 180", name=op.f("ck_place_longitude")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place")),
        sqlite_strict=True,
    )
    op.create_table(
        "source",
        sa.Column("id", INTEGER, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("license", sa.Text(), nullable=False),
        sa.Column("publisher", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source")),
        sa.UniqueConstraint(
            "name", "url", "license", "publisher", name=op.f("uq_source_name_url_license_publisher")
        ),
        sqlite_strict=True,
    )
    op.create_table(
        "article",
        sa.Column("id", IDENTIFIER, nullable=False),
        sa.Column("source_language", IDENTIFIER, nullable=False),
        sa.Column("status", IDENTIFIER, nullable=False),
        sa.Column("published_at", sa.Text(), nullable=True),
        sa.Column("listed_at", INSTANT, nullable=False),
        sa.Column("source_id", INTEGER, nullable=True),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.CheckConstraint("status IN ('usable', 'withheld', 'canceled')", name=op.f("ck_article_status")),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_article_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article")),
        sqlite_strict=True,
    )
    op.create_index("ix_article_listing", "article", ["listed_at", "id"], unique=False)
    op.create_index(op.f("ix_article_source_id"), "article", ["source_id"], unique=False)
    op.create_index("ix_article_updated_at", "article", ["updated_at"], unique=False)

    op.create_table(
        "external_id",
        sa.Column("id", INTEGER, nullable=False),
        sa.Column("person_id", IDENTIFIER, nullable=True),
        sa.Column("place_id", IDENTIFIER, nullable=True),
        sa.Column("scheme", IDENTIFIER, nullable=False),
        sa.Column("value", IDENTIFIER, nullable=False),
        sa.CheckConstraint("(person_id IS NULL) <> (place_id IS NULL)", name=op.f("ck_external_id_subject")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_external_id_person_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["place_id"], ["place.id"], name=op.f("fk_external_id_place_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_external_id")),
        sa.UniqueConstraint("person_id", "scheme", name=op.f("uq_external_id_person_id_scheme")),
        sa.UniqueConstraint("place_id", "scheme", name=op.f("uq_external_id_place_id_scheme")),
        sqlite_strict=True,
    )
    op.create_table(
        "term",
        sa.Column("id", INTEGER, nullable=False),
        sa.Column("person_id", IDENTIFIER, nullable=True),
        sa.Column("place_id", IDENTIFIER, nullable=True),
        sa.Column("language", IDENTIFIER, nullable=False),
        sa.Column("kind", IDENTIFIER, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.CheckConstraint("kind IN ('label', 'alias', 'description')", name=op.f("ck_term_kind")),
        sa.CheckConstraint("(person_id IS NULL) <> (place_id IS NULL)", name=op.f("ck_term_subject")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_term_person_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["place_id"], ["place.id"], name=op.f("fk_term_place_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_term")),
        sqlite_strict=True,
    )
    op.create_index(
        "uq_term_person",
        "term",
        ["person_id", "language", "kind"],
        unique=True,
        sqlite_where=sa.text("kind <> 'alias'"),
        postgresql_where=sa.text("kind <> 'alias'"),
    )
    op.create_index(
        "uq_term_person_alias",
        "term",
        ["person_id", "text", "language", "kind"],
        unique=True,
        sqlite_where=sa.text("kind = 'alias'"),
        postgresql_where=sa.text("kind = 'alias'"),
    )
    op.create_index(
        "uq_term_place",
        "term",
        ["place_id", "language", "kind"],
        unique=True,
        sqlite_where=sa.text("kind <> 'alias'"),
        postgresql_where=sa.text("kind <> 'alias'"),
    )
    op.create_index(
        "uq_term_place_alias",
        "term",
        ["place_id", "text", "language", "kind"],
        unique=True,
        sqlite_where=sa.text("kind = 'alias'"),
        postgresql_where=sa.text("kind = 'alias'"),
    )

    op.create_table(
        "picture",
        sa.Column("id", INTEGER, nullable=False),
        sa.Column("article_id", IDENTIFIER, nullable=False),
        sa.Column("key", IDENTIFIER, nullable=False),
        sa.Column("license", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_picture_article_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_picture")),
        sa.UniqueConstraint("article_id", "key", name=op.f("uq_picture_article_id_key")),
        sqlite_strict=True,
    )
    op.create_table(
        "translation",
        sa.Column("id", INTEGER, nullable=False),
        sa.Column("article_id", IDENTIFIER, nullable=False),
        sa.Column("language", IDENTIFIER, nullable=False),
        sa.Column("direction", IDENTIFIER, nullable=False),
        sa.Column("slug", IDENTIFIER, nullable=False),
        sa.Column("origin", IDENTIFIER, nullable=False),
        sa.Column("revision", INTEGER, nullable=False),
        sa.Column("linked_with", IDENTIFIER, nullable=False),
        sa.CheckConstraint("direction IN ('ltr', 'rtl')", name=op.f("ck_translation_direction")),
        sa.CheckConstraint("origin IN ('human', 'machine', 'unknown')", name=op.f("ck_translation_origin")),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_translation_revision")),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_translation_article_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_translation")),
        sa.UniqueConstraint("article_id", "language", name=op.f("uq_translation_article_id_language")),
        sa.UniqueConstraint("language", "slug", name=op.f("uq_translation_language_slug")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_translation_linked_with"), "translation", ["linked_with"], unique=False)
    op.create_table(
        "revision",
        sa.Column("id", INTEGER, nullable=False),
        sa.Column("translation_id", INTEGER, nullable=False),
        sa.Column("number", INTEGER, nullable=False),
        sa.Column("headline", sa.Text(), nullable=False),
        sa.Column("lead", sa.Text(), nullable=True),
        sa.Column("byline", sa.Text(), nullable=True),
        sa.Column("dateline", sa.Text(), nullable=True),
        sa.Column("translates_id", INTEGER, nullable=True),
        sa.Column("content_hash", IDENTIFIER, nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.CheckConstraint("number >= 1", name=op.f("ck_revision_number")),
        sa.ForeignKeyConstraint(
            ["translates_id"], ["revision.id"], name=op.f("fk_revision_translates_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["translation_id"],
            ["translation.id"],
            name=op.f("fk_revision_translation_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_revision")),
        sa.UniqueConstraint("translation_id", "number", name=op.f("uq_revision_translation_id_number")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_revision_translates_id"), "revision", ["translates_id"], unique=False)

    op.create_table(
        "block",
        sa.Column("id", INTEGER, nullable=False),
        sa.Column("revision_id", INTEGER, nullable=False),
        sa.Column("position", INTEGER, nullable=False),
        sa.Column("key", IDENTIFIER, nullable=False),
        sa.Column("type", IDENTIFIER, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("speaker", sa.Text(), nullable=True),
        sa.Column("picture_id", INTEGER, nullable=True),
        sa.CheckConstraint("(type = 'figure') = (picture_id IS NOT NULL)", name=op.f("ck_block_picture")),
        sa.CheckConstraint("(type = 'figure') = (text = '')", name=op.f("ck_block_text")),
        sa.CheckConstraint(
            "type IN ('heading', 'paragraph', 'quote', 'list', 'figure')", name=op.f("ck_block_type")
        ),
        sa.ForeignKeyConstraint(
            ["picture_id"], ["picture.id"], name=op.f("fk_block_picture_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["revision.id"], name=op.f("fk_block_revision_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_block")),
        sa.UniqueConstraint("revision_id", "key", name=op.f("uq_block_revision_id_key")),
        sa.UniqueConstraint("revision_id", "position", name=op.f("uq_block_revision_id_position")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_block_picture_id"), "block", ["picture_id"], unique=False)

    op.create_table(
        "caption",
        sa.Column("id", INTEGER, nullable=False),
        sa.Column("revision_id", INTEGER, nullable=False),
        sa.Column("picture_id", INTEGER, nullable=False),
        sa.Column("position", INTEGER, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("printed", sa.Text(), nullable=False),
        sa.Column("credit", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["picture_id"], ["picture.id"], name=op.f("fk_caption_picture_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["revision.id"], name=op.f("fk_caption_revision_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_caption")),
        sa.UniqueConstraint("revision_id", "position", name=op.f("uq_caption_revision_id_position")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_caption_picture_id"), "caption", ["picture_id"], unique=False)

    op.create_table(
        "mention",
        sa.Column("id", INTEGER, nullable=False),
        sa.Column("revision_id", INTEGER, nullable=False),
        sa.Column("person_id", IDENTIFIER, nullable=True),
        sa.Column("place_id", IDENTIFIER, nullable=True),
        sa.Column("block", IDENTIFIER, nullable=False),
        sa.Column("start", INTEGER, nullable=False),
        sa.Column("end", INTEGER, nullable=False),
        sa.Column("surface", sa.Text(), nullable=False),
        sa.Column("evidence", IDENTIFIER, nullable=False),
        sa.CheckConstraint("evidence IN ('label', 'alias')", name=op.f("ck_mention_evidence")),
        sa.CheckConstraint("(person_id IS NULL) <> (place_id IS NULL)", name=op.f("ck_mention_subject")),
        sa.CheckConstraint('start >= 0 AND "end" > start', name=op.f("ck_mention_offsets")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_mention_person_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["place_id"], ["place.id"], name=op.f("fk_mention_place_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["revision.id"], name=op.f("fk_mention_revision_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mention")),
        sa.UniqueConstraint("revision_id", "block", "start", name=op.f("uq_mention_revision_id_block_start")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_mention_person_id"), "mention", ["person_id"], unique=False)
    op.create_index(op.f("ix_mention_place_id"), "mention", ["place_id"], unique=False)


def downgrade() -> None:

    op.drop_table("mention")

    op.drop_table("caption")

    op.drop_table("block")

    op.drop_table("revision")
    op.drop_table("translation")
    op.drop_table("picture")

    op.drop_table("term")
    op.drop_table("external_id")

    op.drop_table("article")
    op.drop_table("source")
    op.drop_table("place")
    op.drop_table("person")
