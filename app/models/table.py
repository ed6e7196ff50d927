"""What all tables share: their metadata and their column types.

SQLite's tables are STRICT, so their columns have one of SQLite's own types; PostgreSQL compares
identifiers by code point (collation "C") as SQLite does, so that both list them in one order.
"""

from datetime import UTC, datetime
from typing import Any, ClassVar

from sqlalchemy import (
    REAL,
    TIMESTAMP,
    BigInteger,
    CheckConstraint,
    Dialect,
    Double,
    Integer,
    MetaData,
    Text,
    TypeDecorator,
)
from sqlalchemy.types import TypeEngine
from sqlmodel import SQLModel

NAMING_CONVENTION = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

STRICT = {"sqlite_strict": True}

# Rows take their id from the database: it is there after the first flush.
RowId = BigInteger().with_variant(Integer, "sqlite")
Count = BigInteger().with_variant(Integer, "sqlite")
Prose = Text()
Identifier = Text().with_variant(Text(collation="C"), "postgresql")
Real: TypeEngine[float] = Double().with_variant(REAL(), "sqlite")
Degrees = Real


class Flag(TypeDecorator[bool]):
    """0 or 1 on both databases: SQLite's STRICT tables have no truth values."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, _dialect: Dialect) -> Any:
        return None if value is None else int(value)

    def process_result_value(self, value: Any, _dialect: Dialect) -> bool | None:
        return None if value is None else bool(value)


def flag(column: str) -> CheckConstraint:
    return CheckConstraint(f"{column} IN (0, 1)", name=column)


class Instant(TypeDecorator[datetime]):
    """A moment in UTC, to the microsecond: text of fixed width on SQLite, so that it sorts as time does."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "postgresql":
            return dialect.type_descriptor(TIMESTAMP(timezone=True))
        return dialect.type_descriptor(Text())

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None or dialect.name == "postgresql":
            return value
        return value.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if dialect.name == "postgresql":
            moment: datetime = value.astimezone(UTC)
            return moment
        return datetime.fromisoformat(value)


class Table(SQLModel):
    metadata: ClassVar[MetaData] = MetaData(naming_convention=NAMING_CONVENTION)
