from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlmodel import Field

from app.models.table import STRICT, Identifier, RowId, Table


class ExternalId(Table, table=True):
    """What another register calls a person or a place.

    ``scheme`` is ``geonames``, ``iso3166-1``, ``iso3166-2``, ``wikidata``, or one of libraries: ``viaf``,
    ``isni``, ``gnd``, ``lcnaf``.
    """

    __tablename__ = "external_id"
    __table_args__ = (
        CheckConstraint("(person_id IS NULL) <> (place_id IS NULL)", name="subject"),
        UniqueConstraint("person_id", "scheme"),
        UniqueConstraint("place_id", "scheme"),
        Index("ix_external_id_scheme_value", "scheme", "value"),
        STRICT,
    )

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    person_id: str | None = Field(
        default=None,
        sa_type=Identifier,
        sa_column_args=[ForeignKey("person.id", ondelete="CASCADE")],
    )
    place_id: str | None = Field(
        default=None,
        sa_type=Identifier,
        sa_column_args=[ForeignKey("place.id", ondelete="CASCADE")],
    )
    scheme: str = Field(sa_type=Identifier)
    value: str = Field(sa_type=Identifier)
