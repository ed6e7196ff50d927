"""Stores what a gazetteer says of people and places; run again, it stores only what has changed.

A batch is a transaction: each report stands for what is stored by then, and a load that was stopped is simply
run again. What an editor wrote is never overwritten, and of two gazetteers the one that counts first is
heeded (``merge_terms.PRECEDENCE``), in whichever order they are loaded.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlmodel import col

from app.commands.entity_id import FreeIds
from app.commands.merge_terms import Claim, merge_terms, rank
from app.commands.move_entity import Entities
from app.commands.names_version import change_names_version, names_changed
from app.commands.provenance import note_provenance
from app.commands.purge import note_names
from app.commands.render_article import forget_articles_naming
from app.commands.store_terms import store_terms
from app.database.engine import Database
from app.database.session import WriteSession
from app.intake.finding import FileFinding
from app.intake.gazetteers.gazetteer import Gazetteer, GazetteerEntry
from app.models import ExternalId, Mention, Person, Place, Term
from app.queries.external_ids import (
    find_by_external_ids,
    find_by_former_external_ids,
    list_survivors,
    load_country_codes,
    load_external_ids,
)
from app.queries.provenance import list_described_places, load_provenance_ids
from app.queries.terms import Owner, TermName, load_suppressed_names, load_terms

BATCH = 500

_SCHEMES = ("wikidata", "geonames", "iso3166-1", "iso3166-2")
"""By which an entry is known to be one that is stored; the first that agrees decides."""

_POSITION = ("latitude", "longitude")
_COLUMNS = ("kind", "country", "region", *_POSITION, "population", "is_capital")
_NO_POSITION = ("kind", "country", "region", "population", "is_capital")
_SILENT_ON: Mapping[str, Collection[str]] = {
    "cldr": (*_POSITION, "population", "is_capital"),
    "cldr-subdivisions": (*_POSITION, "population", "is_capital"),
    "dragoman": _COLUMNS,
    "dragoman-names": _COLUMNS,
    "geonames-regions": _NO_POSITION,
    "natural-earth": _NO_POSITION,
    "wikidata": ("kind",),
}
"""What a source has nothing to say about, so that another one's word stands. Wikidata's kinds are guesses."""


@dataclass(slots=True)
class LoadReport:
    """``unknown``: entries that say something of a place that is not stored. ``ids``: all that were met.

    ``awaited``: Wikidata ids of countries that are not stored, by the id of the place that lies in each.
    """

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    unknown: int = 0
    removed: int = 0
    findings: list[FileFinding] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    awaited: dict[str, str] = field(default_factory=dict)


def load_gazetteer(
    database: Database,
    gazetteer: Gazetteer,
    entries: Iterable[GazetteerEntry | FileFinding],
    *,
    complete: Collection[str] = (),
) -> Iterator[LoadReport]:
    """``complete``: kinds of places of which the entries are all that the gazetteer has; the rest leaves."""
    met: set[str] = set()
    awaited: dict[str, str] = {}
    for batch in _batches(entries):
        report = LoadReport(findings=[each for each in batch if isinstance(each, FileFinding)])
        of_batch = [each for each in batch if isinstance(each, GazetteerEntry)]
        people = [entry for entry in of_batch if entry.kind == "person"]
        places = [entry for entry in of_batch if entry.kind != "person"]
        with database.write() as session:
            load = _Load(session, gazetteer, report)
            load.store(Person, "person_id", people)
            load.store(Place, "place_id", places)
        if complete:
            met |= report.ids
        awaited |= report.awaited
        yield report
    _tell_countries(database, awaited)
    if complete:
        yield from _remove_rest(database, gazetteer, complete, met)


def _batches(
    entries: Iterable[GazetteerEntry | FileFinding],
) -> Iterator[Sequence[GazetteerEntry | FileFinding]]:
    batch = []
    for entry in entries:
        batch.append(entry)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


class _Load:
    """One batch in its transaction."""

    def __init__(self, session: WriteSession, gazetteer: Gazetteer, report: LoadReport) -> None:
        self._session = session
        self._source = gazetteer.key
        self._report = report
        self._now = datetime.now(UTC)
        self._provenance = note_provenance(
            session,
            gazetteer.key,
            self._now,
            name=gazetteer.name,
            version=gazetteer.version,
            license=gazetteer.license,
            url=gazetteer.url,
        )
        self._provenance_ids = load_provenance_ids(session)
        self._keys = {id_: key for key, id_ in self._provenance_ids.items()}

    def store(self, table: Entities, owner: Owner, entries: Sequence[GazetteerEntry]) -> None:
        known, new, merged = self._identify(owner, entries)
        free = FreeIds(self._session, table, new)
        created = {free.take(entry): entry for entry in new}
        countries = self._countries(entries)
        self._create(table, created, countries)
        changed = self._update(table, known, countries)
        by_id = {**known, **created}
        changed |= self._add_external_ids(owner, by_id)
        renamed = self._store_terms(owner, by_id, merged)
        changed = (changed | renamed) - created.keys()
        if changed:
            self._session.execute(
                update(table).where(col(table.id).in_(changed)).values(updated_at=self._now)
            )
            forget_articles_naming(self._session, owner, changed)
        if created or renamed:
            change_names_version(self._session)
        if created or changed:
            note_names(self._session)
        self._report.awaited |= {
            id_: entry.country_wikidata
            for id_, entry in by_id.items()
            if entry.country_wikidata and entry.country_wikidata not in countries
        }
        self._report.created += len(created)
        self._report.updated += len(changed)
        self._report.unchanged += len((known.keys() | merged.keys()) - changed)
        self._report.ids |= by_id.keys() | merged.keys()

    def _identify(
        self, owner: Owner, entries: Sequence[GazetteerEntry]
    ) -> tuple[dict[str, GazetteerEntry], list[GazetteerEntry], Mapping[str, Sequence[GazetteerEntry]]]:
        """Those that are stored by their id, those that are new, and those that were merged into one."""
        pairs = {pair for entry in entries for pair in entry.external_ids.items()}
        found = find_by_external_ids(self._session, owner, pairs)
        stored = load_external_ids(self._session, owner, set(found.values()))
        gone = find_by_former_external_ids(self._session, owner, pairs)
        known: dict[str, GazetteerEntry] = {}
        new: dict[tuple[str, str], GazetteerEntry] = {}
        merged: dict[str, list[GazetteerEntry]] = defaultdict(list)
        for entry in entries:
            match = _same(entry, found, stored)
            if match is not None and (match not in known or _agree(entry, known[match])):
                known[match] = entry
            elif into := next((gone[pair] for pair in entry.external_ids.items() if pair in gone), None):
                merged[into].append(entry)
            elif any(term.kind == "label" for term in entry.terms):
                new[_strongest(entry)] = entry
            else:
                self._report.unknown += 1
        return known, list(new.values()), merged

    def _countries(self, entries: Iterable[GazetteerEntry]) -> Mapping[str, str]:
        """ISO codes by Wikidata id, of the countries that the entries lie in."""
        wanted = {entry.country_wikidata for entry in entries if entry.country_wikidata}
        codes = load_country_codes(self._session, wanted)
        for entry in entries:
            if entry.country and "wikidata" in entry.external_ids:
                codes[entry.external_ids["wikidata"]] = entry.country
        return codes

    def _create(
        self, table: Entities, created: Mapping[str, GazetteerEntry], countries: Mapping[str, str]
    ) -> None:
        rows = [
            {
                "id": id_,
                "provenance_id": self._provenance,
                "updated_at": self._now,
                **(
                    {
                        **_columns(entry, countries),
                        "is_capital": bool(entry.is_capital),
                        "positioned_by": None if entry.latitude is None else self._source,
                    }
                    if table is Place
                    else {}
                ),
            }
            for id_, entry in created.items()
        ]
        if rows:
            self._session.execute(insert(table), rows)

    def _update(
        self, table: Entities, known: Mapping[str, GazetteerEntry], countries: Mapping[str, str]
    ) -> set[str]:
        changed = set()
        rows = self._session.execute(select(table).where(col(table.id).in_(known))).scalars()
        for row in rows:
            described_by = self._keys[row.provenance_id]
            said = {}
            if isinstance(row, Place):
                said = _columns(known[row.id], countries)
                changed |= {row.id} if self._complete(row, said, described_by) else set()
            counts_more = rank(self._source) < rank(described_by)
            if counts_more and (table is Person or _describes(said)):
                row.provenance_id = self._provenance
                changed.add(row.id)
        self._session.flush()
        return changed

    def _complete(self, place: Place, said: Mapping[str, Any], described_by: str) -> bool:
        """Whether anything that the source says was heeded, and new."""
        new = {}
        for column in said.keys() - _SILENT_ON.get(self._source, ()):
            describer = (place.positioned_by if column in _POSITION else None) or described_by
            heeded = rank(self._source) <= rank(describer) or column in _SILENT_ON.get(describer, ())
            stored = getattr(place, column)
            if said[column] is not None and stored != said[column] and (heeded or _is_blank(stored)):
                new[column] = said[column]
        for column, value in new.items():
            setattr(place, column, value)
        if new.keys() & set(_POSITION):
            place.positioned_by = self._source
        return bool(new)

    def _add_external_ids(self, owner: Owner, by_id: Mapping[str, GazetteerEntry]) -> set[str]:
        """Those that neither it has already, nor somebody else."""
        pairs = {pair for entry in by_id.values() for pair in entry.external_ids.items()}
        taken = set(find_by_external_ids(self._session, owner, pairs))
        stored = load_external_ids(self._session, owner, by_id.keys())
        rows = []
        for id_, entry in by_id.items():
            for scheme, value in entry.external_ids.items():
                if scheme not in stored.get(id_, {}) and (scheme, value) not in taken:
                    taken.add((scheme, value))
                    rows.append({owner: id_, "scheme": scheme, "value": value})
        if rows:
            self._session.execute(insert(ExternalId), rows)
        return {row[owner] for row in rows}

    def _store_terms(
        self,
        owner: Owner,
        by_id: Mapping[str, GazetteerEntry],
        merged: Mapping[str, Sequence[GazetteerEntry]],
    ) -> set[str]:
        """What came with a merge stays: the source says it of another, in this batch or elsewhere."""
        ids = by_id.keys() | merged.keys()
        stored = load_terms(self._session, owner, ids)
        suppressed = load_suppressed_names(self._session, owner, ids)
        survivors = list_survivors(self._session, owner, ids)
        wanted = {}
        for id_ in ids:
            claims = [
                Claim(term.source, term.name) for term in stored.get(id_, ()) if term.source != self._source
            ]
            said = [TermName(*term) for term in by_id[id_].terms] if id_ in by_id else []
            if id_ in survivors:
                said += _beside(
                    said, [term.name for term in stored.get(id_, ()) if term.source == self._source]
                )
            for entry in merged.get(id_, ()):
                said += _beside(said, [TermName(*term) for term in entry.terms])
            claims += [Claim(self._source, name) for name in said]
            wanted[id_] = merge_terms(claims, suppressed.get(id_, ()))
        return store_terms(self._session, owner, stored, wanted, self._provenance_ids)


def _beside(own: Iterable[TermName], others: Iterable[TermName]) -> list[TermName]:
    """Names of one who was merged: in a language that has a label they are aliases."""
    taken = {(name.kind, name.language) for name in own}
    return [
        name._replace(kind="alias") if name.kind == "label" and ("label", name.language) in taken else name
        for name in others
        if name.kind != "description" or ("description", name.language) not in taken
    ]


def _same(
    entry: GazetteerEntry,
    found: Mapping[tuple[str, str], str],
    stored: Mapping[str, Mapping[str, str]],
) -> str | None:
    """The first that shares an id with the entry and no stronger one speaks against."""
    for number, scheme in enumerate(_SCHEMES):
        match = found.get((scheme, entry.external_ids.get(scheme, "")))
        if match is not None and _agree_in(_SCHEMES[:number], entry.external_ids, stored.get(match, {})):
            return match
    return None


def _agree(one: GazetteerEntry, other: GazetteerEntry) -> bool:
    return _agree_in(_SCHEMES, one.external_ids, other.external_ids)


def _agree_in(schemes: Iterable[str], one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    return all(one[scheme] == other[scheme] for scheme in schemes if scheme in one and scheme in other)


def _strongest(entry: GazetteerEntry) -> tuple[str, str]:
    return next((scheme, entry.external_ids[scheme]) for scheme in _SCHEMES if scheme in entry.external_ids)


def _columns(entry: GazetteerEntry, countries: Mapping[str, str]) -> dict[str, Any]:
    columns = {column: getattr(entry, column) for column in _COLUMNS}
    columns["country"] = entry.country or countries.get(entry.country_wikidata or "")
    return columns


def _is_blank(value: object) -> bool:
    """Nobody says of a place that it is no capital; nought is a number of inhabitants, and a degree."""
    return value is None or value is False


def _describes(columns: Mapping[str, Any]) -> bool:
    return any(value is not None for column, value in columns.items() if column != "kind")


def _tell_countries(database: Database, awaited: Mapping[str, str]) -> None:
    """A dump may have a country behind its cities."""
    ids = sorted(awaited)
    for start in range(0, len(ids), BATCH):
        batch = ids[start : start + BATCH]
        with database.write() as session:
            codes = load_country_codes(session, {awaited[id_] for id_ in batch})
            for place in session.execute(select(Place).where(col(Place.id).in_(batch))).scalars():
                place.country = place.country or codes.get(awaited[place.id])


def _remove_rest(
    database: Database, gazetteer: Gazetteer, kinds: Collection[str], met: Collection[str]
) -> Iterator[LoadReport]:
    with database.read() as session:
        rest = sorted(set(list_described_places(session, gazetteer.key, kinds)) - set(met))
    for start in range(0, len(rest), BATCH):
        with database.write() as session:
            report = LoadReport(removed=_remove(session, gazetteer.key, rest[start : start + BATCH]))
        yield report


def _remove(session: WriteSession, source: str, ids: Collection[str]) -> int:
    """What no other source describes and no article names is deleted; of the rest, what the source said."""
    ids_of = load_provenance_ids(session)
    stored = load_terms(session, "place_id", ids)
    mentioned = set(
        session.execute(select(col(Mention.place_id)).where(col(Mention.place_id).in_(ids))).scalars()
    )
    wanted, deleted = {}, []
    for id_ in ids:
        others = [Claim(term.source, term.name) for term in stored.get(id_, ()) if term.source != source]
        if others:
            wanted[id_] = merge_terms(others)
        elif id_ not in mentioned:
            deleted.append(id_)
    for place in session.execute(select(Place).where(col(Place.id).in_(wanted))).scalars():
        if place.provenance_id == ids_of[source]:
            place.provenance_id = ids_of[min(set(wanted[place.id].values()), key=rank)]
    changed = store_terms(session, "place_id", stored, wanted, ids_of)
    session.execute(delete(Term).where(col(Term.place_id).in_(deleted)))
    session.execute(delete(Place).where(col(Place.id).in_(deleted)))
    forget_articles_naming(session, "place_id", changed)
    if changed or deleted:
        names_changed(session)
    return len(changed) + len(deleted)
