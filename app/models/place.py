from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlmodel import Field

from app.models.table import STRICT, Count, Degrees, Flag, Identifier, Instant, RowId, Table, flag


class Place(Table, table=True):
    """``country`` is the ISO 3166-1 alpha-2 code of the country it is, or lies in; degrees are WGS 84.
    ``region`` is the ISO 3166-2 code of the region it is, or lies in, where that is known.

    A ``territory`` has an ISO code but is no state, a ``region`` is a part of a country. ``population`` is
    NULL where it is not known. ``provenance_id`` is who described the place: what an editor wrote, no
    gazetteer overwrites. ``positioned_by`` is the key of the provenance that said where it is.
    """

    __table_args__ = (
        CheckConstraint("kind IN ('country', 'territory', 'region', 'city')", name="kind"),
        CheckConstraint("(latitude IS NULL) = (longitude IS NULL)", name="coordinates"),
        CheckConstraint("latitude BETWEEN -90 AND 90", name="latitude"),
        CheckConstraint("longitude BETWEEN -180 AND 180", name="longitude"),
        CheckConstraint("population >= 0", name="population"),
        flag("is_capital"),
        Index("ix_place_country_kind", "country", "kind"),
        STRICT,
    )

    id: str = Field(primary_key=True, sa_type=Identifier)
    kind: str = Field(sa_type=Identifier)
    country: str | None = Field(default=None, sa_type=Identifier)
    region: str | None = Field(default=None, sa_type=Identifier, index=True)
    latitude: float | None = Field(default=None, sa_type=Degrees)
    longitude: float | None = Field(default=None, sa_type=Degrees)
    positioned_by: str | None = Field(default=None, sa_type=Identifier)
    population: int | None = Field(default=None, sa_type=Count)
    is_capital: bool = Field(default=False, sa_type=Flag, sa_column_kwargs={"server_default": "0"})
    provenance_id: int = Field(sa_type=RowId, sa_column_args=[ForeignKey("provenance.id")], index=True)
    updated_at: datetime = Field(sa_type=Instant)
