from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlmodel import Field

from app.models.table import STRICT, Identifier, RowId, Table


class FormerId(Table, table=True):
    """An id of a person or a place that was merged into another; it is still answered for.

    It never names somebody who has it as a former id only: ``person_id`` and ``place_id`` are of today.
    """

    __tablename__ = "former_id"
    __table_args__ = (
        CheckConstraint("kind IN ('person', 'place')", name="kind"),
        CheckConstraint("(kind = 'person') = (person_id IS NOT NULL)", name="person"),
        CheckConstraint("(kind = 'place') = (place_id IS NOT NULL)", name="place"),
        UniqueConstraint("kind", "former"),
        STRICT,
    )

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    kind: str = Field(sa_type=Identifier)
    former: str = Field(sa_type=Identifier)
    person_id: str | None = Field(
        default=None,
        sa_type=Identifier,
        sa_column_args=[ForeignKey("person.id", ondelete="CASCADE")],
        index=True,
    )
    place_id: str | None = Field(
        default=None,
        sa_type=Identifier,
        sa_column_args=[ForeignKey("place.id", ondelete="CASCADE")],
        index=True,
    )
