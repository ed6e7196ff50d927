from sqlalchemy import text
from sqlmodel import Field

from app.models.table import STRICT, Identifier, Prose, Real, Table


class Counterpart(Table, table=True):
    """A word, and one of another language that goes with it in aligned texts.

    Each is the terms that the full-text index has of it (``app.search.whole_words``).
    ``strength``: from 0 to 1, see ``app.search.counterparts``. ``forms`` and ``other_forms`` are those of the
    counterpart, in small letters with spaces between, that go with the word, and that are some other word's;
    none of either where it has forms of one word only.
    """

    __table_args__ = ({**STRICT, "sqlite_with_rowid": False},)

    term: str = Field(primary_key=True, sa_type=Identifier)
    counterpart: str = Field(primary_key=True, sa_type=Identifier)
    strength: float = Field(sa_type=Real)
    forms: str = Field(default="", sa_type=Prose, sa_column_kwargs={"server_default": text("''")})
    other_forms: str = Field(default="", sa_type=Prose, sa_column_kwargs={"server_default": text("''")})
