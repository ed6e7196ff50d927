from sqlmodel import Field

from app.models.table import STRICT, Identifier, Real, Table


class Counterpart(Table, table=True):
    """A word, and one of another language that goes with it in aligned texts.

    Each is the terms that the full-text index has of it (``app.search.whole_words``).
    ``strength``: from 0 to 1, see ``app.search.counterparts``.
    """

    __table_args__ = ({**STRICT, "sqlite_with_rowid": False},)

    term: str = Field(primary_key=True, sa_type=Identifier)
    counterpart: str = Field(primary_key=True, sa_type=Identifier)
    strength: float = Field(sa_type=Real)
