"""An index of where places are, ids that were merged away, and mentions found without their rows.

On SQLite the index is an R*Tree kept by triggers, which a later migration that rebuilds ``place`` has to
make again; on PostgreSQL it is an index like any other.
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0007"
down_revision: str | None = "0006"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

IDENTIFIER = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
INTEGER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

DROPS = ("ix_mention_person_id", "ix_mention_place_id")
"""And makes anew, with another column."""

FORGET_OLD = (
    "DELETE FROM place_position WHERE place_id = old.id "
    "AND west <= old.longitude AND east >= old.longitude AND south <= old.latitude AND north >= old.latitude;"
)
"""By where it was: the tree has no index of ids."""
NOTE_NEW = (
    "INSERT INTO place_position (west, east, south, north, place_id) "
    "SELECT new.longitude, new.longitude, new.latitude, new.latitude, new.id WHERE new.latitude IS NOT NULL;"
)
TRIGGERS = {
    "place_positioned": f"AFTER INSERT ON place BEGIN {NOTE_NEW} END",
    "place_moved": f"AFTER UPDATE OF id, latitude, longitude ON place BEGIN {FORGET_OLD} {NOTE_NEW} END",
    "place_gone": f"AFTER DELETE ON place BEGIN {FORGET_OLD} END",
}


def upgrade() -> None:
    if op.get_context().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE place_position USING rtree (id, west, east, south, north, +place_id)"
        )
        op.execute(
            "INSERT INTO place_position (west, east, south, north, place_id) "
            "SELECT longitude, longitude, latitude, latitude, id FROM place WHERE latitude IS NOT NULL"
        )
        for name, body in TRIGGERS.items():
            op.execute(f"CREATE TRIGGER {name} {body}")
    else:
        op.execute("CREATE INDEX ix_place_position ON place USING gist (point(longitude, latitude))")
    for owner in ("person", "place"):
        op.drop_index(f"ix_mention_{owner}_id", table_name="mention")
        op.create_index(f"ix_mention_{owner}_id", "mention", [f"{owner}_id", "revision_id"], unique=False)
    op.create_table(
        "former_id",
        sa.Column("id", INTEGER, nullable=False),
        sa.Column("kind", IDENTIFIER, nullable=False),
        sa.Column("former", IDENTIFIER, nullable=False),
        sa.Column("person_id", IDENTIFIER, nullable=True),
        sa.Column("place_id", IDENTIFIER, nullable=True),
        sa.CheckConstraint("kind IN ('person', 'place')", name=op.f("ck_former_id_kind")),
        sa.CheckConstraint("(kind = 'person') = (person_id IS NOT NULL)", name=op.f("ck_former_id_person")),
        sa.CheckConstraint("(kind = 'place') = (place_id IS NOT NULL)", name=op.f("ck_former_id_place")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_former_id_person_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["place_id"], ["place.id"], name=op.f("fk_former_id_place_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_former_id")),
        sa.UniqueConstraint("kind", "former", name=op.f("uq_former_id_kind_former")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_former_id_person_id"), "former_id", ["person_id"], unique=False)
    op.create_index(op.f("ix_former_id_place_id"), "former_id", ["place_id"], unique=False)


def downgrade() -> None:
    op.drop_table("former_id")
    for owner in ("person", "place"):
        op.drop_index(f"ix_mention_{owner}_id", table_name="mention")
        op.create_index(f"ix_mention_{owner}_id", "mention", [f"{owner}_id"], unique=False)
    if op.get_context().dialect.name == "sqlite":
        for name in TRIGGERS:
            op.execute(f"DROP TRIGGER {name}")
        op.execute("DROP TABLE place_position")
    else:
        op.drop_index("ix_place_position", table_name="place")
