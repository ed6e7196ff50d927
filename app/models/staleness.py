from sqlalchemy import ForeignKey
from sqlmodel import Field

from app.models.table import STRICT, Prose, RowId, Table


class Staleness(Table, table=True):
    """What has changed in the original since a language version was made; none where that is current.

    ``changes`` is JSON, see ``app.queries.staleness``. It is made in the transaction that changes one of the
    texts or what the version is said to translate.
    """

    __table_args__ = (STRICT,)

    translation_id: int = Field(
        primary_key=True,
        sa_type=RowId,
        sa_column_args=[ForeignKey("translation.id", ondelete="CASCADE")],
        sa_column_kwargs={"autoincrement": False},
    )
    changes: str = Field(sa_type=Prose)
