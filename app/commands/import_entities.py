"""Stores the people and places of an editor's file.

What the file says of one replaces what an editor said before. Of what gazetteers say, all stays that the file
does not contradict.
"""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import delete, insert
from sqlmodel import col

from app.commands.merge_terms import Claim, merge_terms
from app.commands.move_entity import Entities
from app.commands.names_version import names_changed
from app.commands.provenance import note_editor
from app.commands.store_terms import store_terms
from app.commands.take_over import take_over
from app.database.session import WriteSession
from app.errors import Refusal
from app.intake.entity_file import PeopleFile, PersonEntry, PlaceEntry, PlacesFile
from app.models import ExternalId, Person, Place, SuppressedName
from app.models.provenance import EDITOR
from app.queries.external_ids import load_external_ids
from app.queries.naming import find_current_id
from app.queries.provenance import load_provenance_ids
from app.queries.terms import Owner, TermName, load_suppressed_names, load_terms

EntityStatus = Literal["created", "updated", "unchanged"]


def import_people(session: WriteSession, file: PeopleFile, now: datetime) -> dict[str, EntityStatus]:
    return _import_all(session, Person, "person_id", file.root, now)


def import_places(session: WriteSession, file: PlacesFile, now: datetime) -> dict[str, EntityStatus]:
    return _import_all(session, Place, "place_id", file.root, now)


def _import_all(
    session: WriteSession,
    table: Entities,
    owner: Owner,
    entries: Mapping[str, PersonEntry] | Mapping[str, PlaceEntry],
    now: datetime,
) -> dict[str, EntityStatus]:
    editor = note_editor(session, now)
    statuses = {
        id_: _import(session, table, owner, id_, entry, editor, now) for id_, entry in entries.items()
    }
    if any(status != "unchanged" for status in statuses.values()):
        names_changed(session)
    return statuses


def _import(
    session: WriteSession,
    table: Entities,
    owner: Owner,
    id_: str,
    entry: PersonEntry | PlaceEntry,
    editor: int,
    now: datetime,
) -> EntityStatus:
    changed = take_over(session, table, owner, id_, entry)
    row = session.get(table, id_)
    created = row is None
    if row is None:
        _refuse_former(session, table, id_)
        row = table(id=id_, updated_at=now, provenance_id=editor, **_columns(entry))
        session.add(row)
        session.flush()
    stored = load_terms(session, owner, [id_])
    from_gazetteers = [term for term in stored.get(id_, ()) if term.source != EDITOR]
    for name, value in {**_columns(entry), "provenance_id": editor}.items():
        stays = value is None and from_gazetteers
        if getattr(row, name) != value and not stays:
            setattr(row, name, value)
            changed = True
    claims = [
        *(Claim(term.source, term.name) for term in from_gazetteers),
        *(Claim(EDITOR, TermName(*term)) for term in entry.terms()),
    ]
    wanted = {id_: merge_terms(claims, entry.suppressed_names())}
    changed |= bool(store_terms(session, owner, stored, wanted, load_provenance_ids(session)))
    changed |= _replace_suppressed_names(session, owner, id_, entry.suppressed_names())
    changed |= _replace_external_ids(session, owner, id_, entry.external_ids, keep=bool(from_gazetteers))
    if changed:
        row.updated_at = now
    return "created" if created else "updated" if changed else "unchanged"


def _refuse_former(session: WriteSession, table: type[Person] | type[Place], id_: str) -> None:
    current = find_current_id(session, table, id_)
    if current is not None:
        raise Refusal("former-id", f"{id_!r} was merged into {current!r}: write it under that id")


def _columns(entry: PersonEntry | PlaceEntry) -> dict[str, Any]:
    if isinstance(entry, PersonEntry):
        return entry.model_dump(include={"by_surname"})
    columns = entry.model_dump(include={"kind", "country", "latitude", "longitude", "population"})
    positioned_by = None if entry.latitude is None else EDITOR
    region = entry.region or (entry.external_ids.get("iso3166-2") if entry.kind == "region" else None)
    return {**columns, "region": region, "positioned_by": positioned_by}


def _replace_suppressed_names(
    session: WriteSession, owner: Owner, id_: str, names: Collection[tuple[str, str]]
) -> bool:
    if load_suppressed_names(session, owner, [id_]).get(id_, set()) == names:
        return False
    session.execute(delete(SuppressedName).where(col(getattr(SuppressedName, owner)) == id_))
    if names:
        session.execute(
            insert(SuppressedName),
            [{owner: id_, "language": language, "text": text} for language, text in sorted(names)],
        )
    return True


def _replace_external_ids(
    session: WriteSession, owner: Owner, id_: str, given: Mapping[Any, str], *, keep: bool
) -> bool:
    """``keep``: gazetteers describe it, too, and know it by other ids."""
    stored = load_external_ids(session, owner, [id_]).get(id_, {})
    wanted = {**stored, **given} if keep else dict(given)
    if stored == wanted:
        return False
    session.execute(delete(ExternalId).where(col(getattr(ExternalId, owner)) == id_))
    if wanted:
        session.execute(
            insert(ExternalId),
            [{owner: id_, "scheme": scheme, "value": value} for scheme, value in wanted.items()],
        )
    return True
