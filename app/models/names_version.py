from sqlalchemy import CheckConstraint
from sqlmodel import Field

from app.models.table import STRICT, Identifier, RowId, Table


class NamesVersion(Table, table=True):
    """One row: ``version`` is another after each transaction that changed what anybody is called.

    ``openings`` says which program made the openings of all terms (``app.commands.openings``),
    NULL one before it was noted.
    """

    __tablename__ = "names_version"
    __table_args__ = (CheckConstraint("id = 1", name="one"), STRICT)

    id: int = Field(default=1, primary_key=True, sa_type=RowId)
    version: str = Field(sa_type=Identifier)
    openings: str | None = Field(default=None, sa_type=Identifier)
