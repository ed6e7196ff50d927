from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlmodel import Field

from app.models.table import STRICT, Identifier, RowId, Table


class FormerExternalId(Table, table=True):
    """What another register calls somebody or somewhere that was merged into one.

    So that a refresh does not make again what was merged away, and a split gives it back.
    """

    __tablename__ = "former_external_id"
    __table_args__ = (
        CheckConstraint("(person_id IS NULL) <> (place_id IS NULL)", name="subject"),
        Index("ix_former_external_id_scheme_value", "scheme", "value"),
        STRICT,
    )

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
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
    scheme: str = Field(sa_type=Identifier)
    value: str = Field(sa_type=Identifier)
