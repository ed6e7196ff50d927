"""Whether a column has one of some values."""

from collections.abc import Collection
from typing import Any, cast

from sqlalchemy import ARRAY, BigInteger, ColumnElement, Text, any_, bindparam
from sqlalchemy.orm import Mapped
from sqlmodel import Session


def is_one_of(
    session: Session, column: Mapped[Any] | ColumnElement[Any], values: Collection[Any]
) -> ColumnElement[bool]:
    """Texts or whole numbers. They are one array for PostgreSQL: however many there are, the statement reads
    the same and stays prepared, and its driver has not to write a thousand parameters into it.
    """
    if session.get_bind().dialect.name == "sqlite":
        return column.in_(values)
    of_text = isinstance(cast("ColumnElement[Any]", column).type, Text)
    array_type = ARRAY(Text() if of_text else BigInteger())
    return column == any_(bindparam(None, list(values), array_type, unique=True))
