"""An editor's file takes over the people and places that gazetteers brought, and the ids it wants."""

from sqlmodel import col, select

from app.commands.entity_id import free_id
from app.commands.merge_entities import answer_for
from app.commands.move_entity import Entities, absorb_entity, rename_entity
from app.database.session import WriteSession
from app.intake.entity_file import PersonEntry, PlaceEntry
from app.models import Person, Place, Provenance
from app.models.provenance import EDITOR
from app.queries.external_ids import find_by_external_ids, load_external_ids
from app.queries.terms import Owner


def take_over(
    session: WriteSession, table: Entities, owner: Owner, id_: str, entry: PersonEntry | PlaceEntry
) -> bool:
    """Whether anything was moved.

    A gazetteer's entity that has the id, but is another, gives way; one that has another id, but is the
    same by an id elsewhere, comes to this one, which answers for its id from then on. What an editor
    described keeps its id.
    """
    moved = False
    row = _get(session, table, id_)
    if row is not None and not _is_editors(session, row) and _is_another(session, owner, row, entry):
        rename_entity(session, table, owner, id_, free_id(session, table, id_, getattr(row, "country", None)))
        row, moved = None, True
    found = find_by_external_ids(session, owner, entry.external_ids.items())
    for other in sorted(set(found.values()) - {id_}):
        brought = _get(session, table, other)
        if brought is None or _is_editors(session, brought):
            continue
        if row is None:
            rename_entity(session, table, owner, other, id_)
            row = _get(session, table, id_)
        else:
            absorb_entity(session, table, owner, other, id_)
        answer_for(session, table, other, id_)
        moved = True
    return moved


def _get(session: WriteSession, table: Entities, id_: str) -> Person | Place | None:
    return session.get(Person, id_) if table is Person else session.get(Place, id_)


def _is_editors(session: WriteSession, row: Person | Place) -> bool:
    query = select(Provenance.key).where(col(Provenance.id) == row.provenance_id)
    return session.exec(query).one() == EDITOR


def _is_another(
    session: WriteSession, owner: Owner, row: Person | Place, entry: PersonEntry | PlaceEntry
) -> bool:
    stored = load_external_ids(session, owner, [row.id]).get(row.id, {})
    if any(stored.get(scheme, value) != value for scheme, value in entry.external_ids.items()):
        return True
    if isinstance(row, Place) and isinstance(entry, PlaceEntry):
        is_elsewhere = row.country and entry.country and row.country != entry.country
        return bool(is_elsewhere) or _is_state(row.kind) != _is_state(entry.kind)
    return False


def _is_state(kind: str) -> bool:
    return kind in ("country", "territory")
