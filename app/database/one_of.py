"""Whether a column has one of some values."""

from collections.abc import Collection, Iterator
from typing import Any, cast

from sqlalchemy import ARRAY, BigInteger, ColumnElement, Text, any_, bindparam
from sqlalchemy.orm import Mapped
from sqlmodel import Session

from app.database.dialect import is_sqlite

_AT_ONCE = 500
"""Values in one statement: SQLite once took no more than 999 parameters."""


def are_some_of(
    session: Session, column: Mapped[Any] | ColumnElement[Any], values: Collection[Any]
) -> Iterator[ColumnElement[bool]]:
    """``is_one_of``, a statement each, until all values are asked for, in their order; none for no value."""
    every = sorted(set(values))
    for start in range(0, len(every), _AT_ONCE):
        yield is_one_of(session, column, every[start : start + _AT_ONCE])


def is_one_of(
    session: Session, column: Mapped[Any] | ColumnElement[Any], values: Collection[Any]
) -> ColumnElement[bool]:
    """Texts or whole numbers. They are one array for PostgreSQL: however many there are, the statement reads
    the same and stays prepared, and its driver has not to write a thousand parameters into it. For SQLite
    they are one parameter of ours, which SQLAlchemy does not look at one by one.
    """
    if is_sqlite(session):
        return column.in_(bindparam(None, list(values), expanding=True, unique=True))
    return column == any_(bindparam(None, list(values), _array_of(column), unique=True))


def is_one_of_parameter(
    column: Mapped[Any] | ColumnElement[Any], name: str, *, on_sqlite: bool
) -> ColumnElement[bool]:
    """``is_one_of`` for a statement that is built once: its values, a list, are the parameter ``name``."""
    if on_sqlite:
        return column.in_(bindparam(name, expanding=True))
    return column == any_(bindparam(name, type_=_array_of(column)))


def _array_of(column: Mapped[Any] | ColumnElement[Any]) -> ARRAY[Any]:
    of_text = isinstance(cast("ColumnElement[Any]", column).type, Text)
    return ARRAY(Text() if of_text else BigInteger())
