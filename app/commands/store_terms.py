"""The one place where terms are written."""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import delete, insert
from sqlmodel import col

from app.database.session import WriteSession
from app.gazetteer.keys import opening, surname
from app.models import Term
from app.queries.terms import Owner, StoredTerm, TermName

_AT_ONCE = 10_000
"""Rows of one DELETE; SQLite takes 32,766 values in a statement."""


def store_terms(
    session: WriteSession,
    owner: Owner,
    stored: Mapping[str, Collection[StoredTerm]],
    wanted: Mapping[str, Mapping[TermName, str]],
    provenance_ids: Mapping[str, int],
) -> set[str]:
    """Makes the terms of each id in ``wanted`` exactly those, with their sources; whose were changed."""
    gone: list[int] = []
    new: list[dict[str, Any]] = []
    changed = set()
    for id_, names in wanted.items():
        missing = dict(names)
        before = len(gone)
        for term in stored.get(id_, ()):
            if missing.get(term.name) == term.source:
                del missing[term.name]
            else:
                gone.append(term.id)
        new += [_row(owner, id_, name, provenance_ids[source]) for name, source in sorted(missing.items())]
        if missing or len(gone) > before:
            changed.add(id_)
    for start in range(0, len(gone), _AT_ONCE):
        session.execute(delete(Term).where(col(Term.id).in_(gone[start : start + _AT_ONCE])))
    if new:
        session.connection().execute(insert(Term.__table__), new)  # type: ignore[attr-defined]  # SQLModel does not declare it
    return changed


def _row(owner: Owner, id_: str, name: TermName, provenance: int) -> dict[str, Any]:
    return {
        owner: id_,
        "language": name.language,
        "kind": name.kind,
        "text": name.text,
        "provenance_id": provenance,
        "opening": None if name.kind == "description" else opening(name.text),
        "surname": surname(name.text) if owner == "person_id" and name.kind != "description" else None,
    }
