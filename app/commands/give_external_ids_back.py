"""What other registers call somebody or somewhere goes back when a merge is undone."""

from collections.abc import Mapping

from sqlalchemy import delete, insert
from sqlmodel import col

from app.database.session import WriteSession
from app.models import ExternalId, FormerExternalId
from app.queries.terms import Owner


def give_external_ids_back(
    session: WriteSession, owner: Owner, entity_id: str, new_id: str, ids: Mapping[str, str]
) -> None:
    """``ids`` are values by scheme; ``entity_id`` has them no more, and no refresh finds it by them."""
    for scheme, value in ids.items():
        for table in (ExternalId, FormerExternalId):
            owned = col(getattr(table, owner)) == entity_id
            same = (col(table.scheme) == scheme, col(table.value) == value)
            session.execute(delete(table).where(owned, *same))
        session.execute(insert(ExternalId), [{owner: new_id, "scheme": scheme, "value": value}])
