from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlmodel import Field

from app.models.table import STRICT, Identifier, Prose, RowId, Table


class SuppressedName(Table, table=True):
    """What an editor does not want somebody or somewhere to be called, whatever a gazetteer says.

    ``language`` is a canonical tag, ``und``, or ``mul`` for every language.
    """

    __tablename__ = "suppressed_name"
    __table_args__ = (
        CheckConstraint("(person_id IS NULL) <> (place_id IS NULL)", name="subject"),
        Index("uq_suppressed_name_person", "person_id", "language", "text", unique=True),
        Index("uq_suppressed_name_place", "place_id", "language", "text", unique=True),
        STRICT,
    )

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    person_id: str | None = Field(
        default=None,
        sa_type=Identifier,
        sa_column_args=[ForeignKey("person.id", ondelete="CASCADE")],
    )
    place_id: str | None = Field(
        default=None,
        sa_type=Identifier,
        sa_column_args=[ForeignKey("place.id", ondelete="CASCADE")],
    )
    language: str = Field(sa_type=Identifier)
    text: str = Field(sa_type=Prose)
