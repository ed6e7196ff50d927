from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint, text
from sqlmodel import Field

from app.models.table import STRICT, Count, Identifier, RowId, Table

UNCOUNTED = "uncounted"
"""What a version is indexed with whose words are to be counted anew: it stays so until they are."""


class Translation(Table, table=True):
    """One language version of an article, the original included.

    ``language`` is a canonical BCP 47 tag; ``revision`` the number of the current revision, whose
    mentions were found with the names of digest ``linked_with``. ``aligned_with`` is the digest of the
    program that aligned that revision with the one it is laid beside, empty where that is still to be done;
    ``indexed_with`` likewise of the program that put it into the full-text index, or ``UNCOUNTED``.
    """

    __table_args__ = (
        UniqueConstraint("article_id", "language"),
        UniqueConstraint("language", "slug"),
        CheckConstraint("direction IN ('ltr', 'rtl')", name="direction"),
        CheckConstraint("origin IN ('human', 'machine', 'unknown')", name="origin"),
        CheckConstraint("revision >= 1", name="revision"),
        STRICT,
    )

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    article_id: str = Field(sa_type=Identifier, sa_column_args=[ForeignKey("article.id", ondelete="CASCADE")])
    language: str = Field(sa_type=Identifier)
    direction: str = Field(sa_type=Identifier)
    slug: str = Field(sa_type=Identifier)
    origin: str = Field(default="unknown", sa_type=Identifier)
    revision: int = Field(default=1, sa_type=Count)
    linked_with: str = Field(default="", sa_type=Identifier, index=True)
    aligned_with: str = Field(
        default="", sa_type=Identifier, index=True, sa_column_kwargs={"server_default": text("''")}
    )
    indexed_with: str = Field(
        default="", sa_type=Identifier, index=True, sa_column_kwargs={"server_default": text("''")}
    )

    def forget_indexed(self) -> None:
        """It says something else now."""
        if self.indexed_with != UNCOUNTED:
            self.indexed_with = ""
