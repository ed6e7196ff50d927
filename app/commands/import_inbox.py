"""Imports what an inbox holds, an article a transaction; each report stands for what is stored by then."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from app.commands.import_article import Outcome, import_article
from app.commands.import_entities import import_people, import_places
from app.commands.link_mentions import relink_some
from app.database.engine import Database
from app.errors import Refusal
from app.intake import entity_file
from app.intake.article_folder import Inbox, Submission, read_submission
from app.intake.entity_file import EntityEntry, PeopleFile, PlacesFile
from app.intake.finding import FileFinding, refused
from app.intake.toml_file import read_toml
from app.queries.names import Names, load_names

RELINK_BATCH = 100


@dataclass(frozen=True, slots=True)
class ArticleReport:
    """``status`` is created, updated, unchanged or refused; so is that of each language, or revised."""

    id: str
    path: Path
    status: str
    languages: Mapping[str, str]
    findings: Sequence[FileFinding]


@dataclass(frozen=True, slots=True)
class EntityReport:
    """People or places of one file by id, each created, updated or unchanged; none: it was refused."""

    path: Path
    entities: Mapping[str, str] = field(default_factory=dict)
    findings: Sequence[FileFinding] = ()


@dataclass(frozen=True, slots=True)
class RelinkReport:
    """Language versions whose mentions were found anew, because the names had changed."""

    translations: int


Report = ArticleReport | EntityReport | RelinkReport


def import_inbox(
    database: Database, inbox: Inbox, *, default_language: str, dry_run: bool = False
) -> Iterator[Report]:
    known: dict[tuple[str, str], tuple[Path, EntityEntry]] = {}
    for path in inbox.entity_files:
        yield _import_entity_file(database, path, known, dry_run)
    with database.read() as session:
        names = load_names(session)
    for folder in inbox.article_folders:
        yield _import_folder(database, read_submission(folder, default_language), names, dry_run)
    if not dry_run:
        yield from _relink(database)


def _import_entity_file(
    database: Database, path: Path, known: dict[tuple[str, str], tuple[Path, EntityEntry]], dry_run: bool
) -> EntityReport:
    """``known`` has each person and place of the files before, with the file and what it says."""
    now = datetime.now(UTC)
    try:
        if path.name == entity_file.PEOPLE:
            people = read_toml(path, PeopleFile)
            _refuse_contradiction(path, people.root, known)
            with database.write(rehearsal=dry_run) as session:
                return EntityReport(path, import_people(session, people, now))
        places = read_toml(path, PlacesFile)
        _refuse_contradiction(path, places.root, known)
        with database.write(rehearsal=dry_run) as session:
            return EntityReport(path, import_places(session, places, now))
    except Refusal as refusal:
        return EntityReport(path, findings=[refused(path, refusal)])


def _refuse_contradiction(
    path: Path,
    entries: Mapping[str, EntityEntry],
    known: dict[tuple[str, str], tuple[Path, EntityEntry]],
) -> None:
    for id_, entry in entries.items():
        earlier, said = known.setdefault((path.name, id_), (path, entry))
        if said != entry:
            raise Refusal("duplicate-entity", f"{earlier} says otherwise who or where {id_!r} is")


def _import_folder(database: Database, submission: Submission, names: Names, dry_run: bool) -> ArticleReport:
    if not submission.versions:
        return ArticleReport(submission.id, submission.path, "refused", {}, submission.findings)
    with database.write(rehearsal=dry_run) as session:
        outcome: Outcome = import_article(session, submission, names, datetime.now(UTC))
    findings = [*submission.findings, *_noticed_while_storing(submission, outcome)]
    return ArticleReport(submission.id, submission.path, outcome.status, outcome.languages, findings)


def _noticed_while_storing(submission: Submission, outcome: Outcome) -> Iterator[FileFinding]:
    if submission.assumed_source and outcome.status == "created":
        yield submission.assumed_source.finding
    if not outcome.has_original:
        message = "there is no text in the language that is said to be the original's"
        yield FileFinding(submission.path, 0, 0, "warning", "source-language-missing", message)


def _relink(database: Database) -> Iterator[RelinkReport]:
    """With the names of its own transaction: another import may have brought new ones meanwhile."""
    while True:
        with database.write() as session:
            relinked = relink_some(session, load_names(session), RELINK_BATCH)
        if relinked:
            yield RelinkReport(relinked)
        if relinked < RELINK_BATCH:
            return
