from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from app.models.table import STRICT, Degrees, Identifier, Instant, Table


class Place(Table, table=True):
    """``country`` is the ISO 3166-1 alpha-2 code of the country it is, or lies in; degrees are WGS 84."""

    __table_args__ = (
        CheckConstraint("kind IN ('country', 'city')", name="kind"),
        CheckConstraint("(latitude IS NULL) = (longitude IS NULL)", name="coordinates"),
        CheckConstraint("latitude BETWEEN -90 AND 90", name="latitude"),
        CheckConstraint("longitude BETWEEN -180 AND 180", name="longitude"),
        STRICT,
    )

    id: str = Field(primary_key=True, sa_type=Identifier)
    kind: str = Field(sa_type=Identifier)
    country: str | None = Field(default=None, sa_type=Identifier)
    latitude: float | None = Field(default=None, sa_type=Degrees)
    longitude: float | None = Field(default=None, sa_type=Degrees)
    updated_at: datetime = Field(sa_type=Instant)
