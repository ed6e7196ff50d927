"""Where names come from, misspellings and demonyms, what recognising places needs, scores of mentions."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from alembic.operations import BatchOperations

revision: str = "0004"
down_revision: str | None = "0003"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

IDENTIFIER = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
INTEGER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.Text().with_variant(sa.TIMESTAMP(timezone=True), "postgresql")
REAL: sa.types.TypeEngine[float] = sa.Double().with_variant(sa.REAL(), "sqlite")

DROPS = (
    "ck_term_kind", "ck_place_kind", "ck_mention_evidence",
    "uq_term_person", "uq_term_person_alias", "uq_term_place", "uq_term_place_alias",
)  # fmt: skip
"""And makes anew, with more kinds."""

DESCRIBED = ("person", "place", "term")
EDITOR = "(SELECT id FROM provenance WHERE key = 'editor')"
"""All that there is was written by editors."""


def upgrade() -> None:
    op.create_table(
        "provenance",
        sa.Column("id", INTEGER, nullable=False),
        sa.Column("key", IDENTIFIER, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("license", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("loaded_at", INSTANT, nullable=False),
        sa.CheckConstraint("key <> ''", name=op.f("ck_provenance_key")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_provenance")),
        sa.UniqueConstraint("key", name=op.f("uq_provenance_key")),
        sqlite_strict=True,
    )
    op.create_table(
        "names_version",
        sa.Column("id", INTEGER, nullable=False),
        sa.Column("version", IDENTIFIER, nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_names_version_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_names_version")),
        sqlite_strict=True,
    )
    op.execute(
        "INSERT INTO provenance (key, name, version, license, url, loaded_at) "
        "SELECT 'editor', '', '', '', '', min(updated_at) FROM "
        "(SELECT updated_at FROM person UNION ALL SELECT updated_at FROM place) AS known "
        "HAVING count(*) > 0"
    )
    for table in DESCRIBED:
        op.add_column(table, sa.Column("provenance_id", INTEGER, nullable=True))
        op.execute(f"UPDATE {table} SET provenance_id = {EDITOR}")  # noqa: S608  # names of this file alone
    _upgrade_terms()
    with op.batch_alter_table("person") as batch:
        _require_provenance(batch, "person")
        batch.add_column(sa.Column("by_surname", sa.Integer(), server_default="1", nullable=False))
        batch.create_check_constraint(op.f("ck_person_by_surname"), "by_surname IN (0, 1)")
    with op.batch_alter_table("place") as batch:
        _require_provenance(batch, "place")
        batch.add_column(sa.Column("population", INTEGER, nullable=True))
        batch.add_column(sa.Column("is_capital", sa.Integer(), server_default="0", nullable=False))
        batch.create_check_constraint(op.f("ck_place_population"), "population >= 0")
        batch.create_check_constraint(op.f("ck_place_is_capital"), "is_capital IN (0, 1)")
        batch.drop_constraint(op.f("ck_place_kind"), type_="check")
        batch.create_check_constraint(
            op.f("ck_place_kind"), "kind IN ('country', 'territory', 'region', 'city')"
        )
    op.create_index("ix_place_country_kind", "place", ["country", "kind"], unique=False)
    with op.batch_alter_table("mention") as batch:
        batch.add_column(sa.Column("score", REAL, server_default="1", nullable=False))
        batch.create_check_constraint(op.f("ck_mention_score"), "score BETWEEN 0 AND 1")
        batch.drop_constraint(op.f("ck_mention_evidence"), type_="check")
        batch.create_check_constraint(
            op.f("ck_mention_evidence"),
            "evidence IN ('label', 'alias', 'misspelling', 'demonym', 'surname')",
        )


def downgrade() -> None:
    with op.batch_alter_table("mention") as batch:
        batch.drop_constraint(op.f("ck_mention_evidence"), type_="check")
        batch.drop_constraint(op.f("ck_mention_score"), type_="check")
        batch.drop_column("score")
    op.execute("DELETE FROM mention WHERE evidence IN ('demonym', 'surname')")
    op.execute("UPDATE mention SET evidence = 'alias' WHERE evidence = 'misspelling'")
    with op.batch_alter_table("mention") as batch:
        batch.create_check_constraint(op.f("ck_mention_evidence"), "evidence IN ('label', 'alias')")
    op.drop_index("ix_place_country_kind", table_name="place")
    with op.batch_alter_table("place") as batch:
        batch.drop_constraint(op.f("ck_place_kind"), type_="check")
        batch.drop_constraint(op.f("ck_place_is_capital"), type_="check")
        batch.drop_constraint(op.f("ck_place_population"), type_="check")
        batch.drop_column("is_capital")
        batch.drop_column("population")
    op.execute("UPDATE place SET kind = 'country' WHERE kind = 'territory'")
    op.execute("UPDATE place SET kind = 'city' WHERE kind = 'region'")
    with op.batch_alter_table("place") as batch:
        batch.create_check_constraint(op.f("ck_place_kind"), "kind IN ('country', 'city')")
    with op.batch_alter_table("person") as batch:
        batch.drop_constraint(op.f("ck_person_by_surname"), type_="check")
        batch.drop_column("by_surname")
    _downgrade_terms()
    for table in DESCRIBED:
        op.drop_index(op.f(f"ix_{table}_provenance_id"), table_name=table)
        with op.batch_alter_table(table) as batch:
            batch.drop_constraint(op.f(f"fk_{table}_provenance_id"), type_="foreignkey")
            batch.drop_column("provenance_id")
    op.drop_table("names_version")
    op.drop_table("provenance")


def _require_provenance(batch: BatchOperations, table: str) -> None:
    batch.alter_column("provenance_id", existing_type=INTEGER, nullable=False)
    batch.create_foreign_key(op.f(f"fk_{table}_provenance_id"), "provenance", ["provenance_id"], ["id"])
    batch.create_index(op.f(f"ix_{table}_provenance_id"), ["provenance_id"])


def _upgrade_terms() -> None:
    _drop_unique_indexes()
    with op.batch_alter_table("term") as batch:
        _require_provenance(batch, "term")
        batch.add_column(sa.Column("opening", IDENTIFIER, nullable=True))
        batch.drop_constraint(op.f("ck_term_kind"), type_="check")
        batch.create_check_constraint(
            op.f("ck_term_kind"), "kind IN ('label', 'alias', 'misspelling', 'demonym', 'description')"
        )
        batch.create_check_constraint(op.f("ck_term_demonym"), "kind <> 'demonym' OR place_id IS NOT NULL")
    op.create_index(op.f("ix_term_opening"), "term", ["opening"], unique=False)
    _create_unique_indexes("kind IN ('label', 'description')", "kind NOT IN ('label', 'description')")


def _downgrade_terms() -> None:
    _drop_unique_indexes()
    op.drop_index(op.f("ix_term_opening"), table_name="term")
    with op.batch_alter_table("term") as batch:
        batch.drop_constraint(op.f("ck_term_demonym"), type_="check")
        batch.drop_constraint(op.f("ck_term_kind"), type_="check")
        batch.drop_column("opening")
    op.execute("DELETE FROM term WHERE kind = 'demonym'")
    op.execute(
        "DELETE FROM term WHERE kind = 'misspelling' AND EXISTS (SELECT 1 FROM term AS other "
        "WHERE other.kind = 'alias' AND other.language = term.language AND other.text = term.text "
        "AND (other.person_id = term.person_id OR other.place_id = term.place_id))"
    )
    op.execute("UPDATE term SET kind = 'alias' WHERE kind = 'misspelling'")
    with op.batch_alter_table("term") as batch:
        batch.create_check_constraint(op.f("ck_term_kind"), "kind IN ('label', 'alias', 'description')")
    _create_unique_indexes("kind <> 'alias'", "kind = 'alias'")


def _drop_unique_indexes() -> None:
    for owner in ("person", "place"):
        op.drop_index(f"uq_term_{owner}", table_name="term")
        op.drop_index(f"uq_term_{owner}_alias", table_name="term")


def _create_unique_indexes(one: str, many: str) -> None:
    for owner in ("person", "place"):
        _create_unique_index(f"uq_term_{owner}", [f"{owner}_id"], one)
        _create_unique_index(f"uq_term_{owner}_alias", [f"{owner}_id", "text"], many)


def _create_unique_index(name: str, columns: list[str], where: str) -> None:
    op.create_index(
        name,
        "term",
        [*columns, "language", "kind"],
        unique=True,
        sqlite_where=sa.text(where),
        postgresql_where=sa.text(where),
    )
