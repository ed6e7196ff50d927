"""Whether the mention of a place stands for its country; which ones do not is told by reindex."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0025"
down_revision: str | None = "0024"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

INDEX = "ix_mention_place_id"
DROPS = (INDEX,)
"""To be made with one column more."""

COLUMNS = ["place_id", "revision_id"]


def upgrade() -> None:
    flag = sa.Column(
        "stands_for_country",
        sa.Integer(),
        sa.CheckConstraint("stands_for_country IN (0, 1)", name=op.f("ck_mention_stands_for_country")),
        server_default="1",
        nullable=False,
    )
    op.add_column("mention", flag)
    op.drop_index(INDEX, "mention")
    op.create_index(INDEX, "mention", [*COLUMNS, "stands_for_country"])


def downgrade() -> None:
    op.drop_index(INDEX, "mention")
    with op.batch_alter_table("mention") as mention:
        mention.drop_constraint(op.f("ck_mention_stands_for_country"), type_="check")
        mention.drop_column("stands_for_country")
    op.create_index(INDEX, "mention", COLUMNS)
