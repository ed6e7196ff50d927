"""Stores the people and places of an editor's file; what the file says of one replaces what was known."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import delete, insert
from sqlmodel import col, select

from app.commands.names_version import change_names_version
from app.commands.provenance import note_editor
from app.commands.purge import note_names
from app.database.session import WriteSession
from app.intake.entity_file import EntityEntry, PeopleFile, PersonEntry, PlaceEntry, PlacesFile
from app.models import ExternalId, Person, Place, Term

EntityStatus = Literal["created", "updated", "unchanged"]


def import_people(session: WriteSession, file: PeopleFile, now: datetime) -> dict[str, EntityStatus]:
    return _import_all(session, Person, "person_id", file.root, now)


def import_places(session: WriteSession, file: PlacesFile, now: datetime) -> dict[str, EntityStatus]:
    return _import_all(session, Place, "place_id", file.root, now)


def _import_all(
    session: WriteSession,
    table: type[Person] | type[Place],
    owner: str,
    entries: Mapping[str, PersonEntry] | Mapping[str, PlaceEntry],
    now: datetime,
) -> dict[str, EntityStatus]:
    editor = note_editor(session, now)
    statuses = {
        id_: _import(session, table, owner, id_, entry, editor, now) for id_, entry in entries.items()
    }
    if any(status != "unchanged" for status in statuses.values()):
        change_names_version(session)
        note_names(session)
    return statuses


def _import(
    session: WriteSession,
    table: type[Person] | type[Place],
    owner: str,
    id_: str,
    entry: PersonEntry | PlaceEntry,
    editor: int,
    now: datetime,
) -> EntityStatus:
    columns = {**_columns(entry), "provenance_id": editor}
    row = session.get(table, id_)
    created = row is None
    if row is None:
        row = table(id=id_, updated_at=now, **columns)
        session.add(row)
        session.flush()
    changed = created
    for name, value in columns.items():
        if getattr(row, name) != value:
            setattr(row, name, value)
            changed = True
    changed |= _replace_terms(session, owner, id_, entry, editor)
    changed |= _replace_external_ids(session, owner, id_, entry.external_ids)
    if changed:
        row.updated_at = now
    return "created" if created else "updated" if changed else "unchanged"


def _columns(entry: PersonEntry | PlaceEntry) -> dict[str, Any]:
    if isinstance(entry, PersonEntry):
        return {}
    return entry.model_dump(include={"kind", "country", "latitude", "longitude"})


def _replace_terms(session: WriteSession, owner: str, id_: str, entry: EntityEntry, editor: int) -> bool:
    owned = getattr(Term, owner) == id_
    stored = {(term.kind, term.language, term.text) for term in session.exec(select(Term).where(owned))}
    wanted = set(entry.terms())
    if stored == wanted:
        return False
    session.execute(delete(Term).where(owned))
    session.execute(
        insert(Term),
        [
            {owner: id_, "kind": kind, "language": language, "text": text, "provenance_id": editor}
            for kind, language, text in sorted(wanted)
        ],
    )
    return True


def _replace_external_ids(
    session: WriteSession, owner: str, id_: str, external_ids: Mapping[Any, str]
) -> bool:
    owned = getattr(ExternalId, owner) == id_
    query = select(ExternalId).where(owned).order_by(col(ExternalId.scheme))
    if {stored.scheme: stored.value for stored in session.exec(query)} == external_ids:
        return False
    session.execute(delete(ExternalId).where(owned))
    if external_ids:
        session.execute(
            insert(ExternalId),
            [{owner: id_, "scheme": scheme, "value": value} for scheme, value in external_ids.items()],
        )
    return True
