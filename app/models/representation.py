from sqlalchemy import ForeignKeyConstraint, LargeBinary, UniqueConstraint
from sqlmodel import Field

from app.models.table import STRICT, Count, Identifier, Prose, RowId, Table


class Representation(Table, table=True):
    """A language version's JSON document in one content coding, as it is sent.

    It is made in the transaction that changes what it shows, and is gone where it has to be made anew.
    ``renderer`` is the digest of the program that made it. ``languages`` are all that the article has, by
    tag, the original's first; ``served_from`` is in seconds since 1970; ``links`` is the Link header.
    """

    __table_args__ = (
        UniqueConstraint("article_id", "language", "renderer", "coding"),
        ForeignKeyConstraint(
            ["article_id", "language"], ["translation.article_id", "translation.language"], ondelete="CASCADE"
        ),
        STRICT,
    )

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    article_id: str = Field(sa_type=Identifier)
    language: str = Field(sa_type=Identifier)
    renderer: str = Field(sa_type=Identifier)
    coding: str = Field(sa_type=Identifier)
    languages: str = Field(sa_type=Prose)
    served_from: int = Field(sa_type=Count)
    location: str = Field(sa_type=Prose)
    links: str = Field(sa_type=Prose)
    etag: str = Field(sa_type=Identifier)
    body: bytes = Field(sa_type=LargeBinary)
