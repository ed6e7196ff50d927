from sqlalchemy import ForeignKey, LargeBinary, UniqueConstraint
from sqlmodel import Field

from app.models.table import STRICT, Count, Identifier, Prose, RowId, Table

CODINGS = ("identity", "zstd", "br", "gzip")
"""Never to be put in another order: rows have their ids by it."""
_FIRST = {coding: place << 48 for place, coding in enumerate(CODINGS)}


def first_on_shelf(coding: str) -> int:
    """The least id of a row in a content coding; that of a translation comes by adding the translation's id.

    So the rows of a coding share pages: most readers take one coding, and what they read stays in memory
    though all codings together would not. And a row is found without an index of its own.
    """
    return _FIRST[coding]


class Representation(Table, table=True):
    """A language version's JSON document in one content coding, as it is sent.

    It is made in the transaction that changes what it shows, and is gone where it has to be made anew.
    ``renderer`` is the digest of the program that made it. ``languages`` are all that the article has, by
    tag, the original's first; ``served_from`` is in seconds since 1970; ``fields`` are the lines of its
    header that depend on nothing else.
    """

    __table_args__ = (UniqueConstraint("translation_id", "coding"), STRICT)

    id: int = Field(primary_key=True, sa_type=RowId, sa_column_kwargs={"autoincrement": False})
    translation_id: int = Field(
        sa_type=RowId, sa_column_args=[ForeignKey("translation.id", ondelete="CASCADE")]
    )
    renderer: str = Field(sa_type=Identifier)
    coding: str = Field(sa_type=Identifier)
    languages: str = Field(sa_type=Prose)
    served_from: int = Field(sa_type=Count)
    etag: str = Field(sa_type=Identifier)
    fields: bytes = Field(sa_type=LargeBinary)
    body: bytes = Field(sa_type=LargeBinary)
