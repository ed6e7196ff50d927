from datetime import datetime

from sqlmodel import Field

from app.models.table import STRICT, Identifier, Instant, Table


class Person(Table, table=True):
    __table_args__ = (STRICT,)

    id: str = Field(primary_key=True, sa_type=Identifier)
    updated_at: datetime = Field(sa_type=Instant)
