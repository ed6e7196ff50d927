from sqlalchemy import ForeignKey, LargeBinary
from sqlmodel import Field

from app.models.table import STRICT, Identifier, RowId, Table


class Meaning(Table, table=True):
    """What a language version's passages mean, to an encoder: see ``app.search.passages``.

    ``bits`` has one of them after the other; none in a language that the encoder does not cover. ``program``
    is a digest of what made it, ``revision_id`` the text it was made of. What is stored later has a higher
    ``id``, also if the highest is gone meanwhile.
    """

    __table_args__ = ({**STRICT, "sqlite_autoincrement": True},)

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    translation_id: int = Field(
        sa_type=RowId, sa_column_args=[ForeignKey("translation.id", ondelete="CASCADE")], unique=True
    )
    revision_id: int = Field(
        sa_type=RowId, sa_column_args=[ForeignKey("revision.id", ondelete="CASCADE")], index=True
    )
    program: str = Field(sa_type=Identifier)
    bits: bytes = Field(sa_type=LargeBinary)
