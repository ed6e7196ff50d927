"""Imports what an inbox holds, an article a transaction; each report stands for what is stored by then."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from app.commands.align_article import forget_alignments, store_alignments
from app.commands.align_submission import align_submission, is_of_current_texts
from app.commands.derive_article import derive_article
from app.commands.import_article import Outcome, import_article
from app.commands.import_entities import EntityStatus, import_people, import_places
from app.commands.import_xliff import Origin, TranslationReport, import_xliff
from app.commands.learn_counterparts import NEW_SHARE
from app.commands.machine_text import refuse_machine_text
from app.commands.mark_outdated import mark_outdated
from app.commands.openings import fill_openings
from app.commands.reindex import Reindexed, reindex
from app.commands.render_article import forget_articles_naming
from app.database.engine import Database
from app.errors import Refusal
from app.intake import article_file, entity_file
from app.intake.article_folder import Inbox, Submission, read_submission
from app.intake.entity_file import EntityEntry, PeopleFile, PlacesFile
from app.intake.finding import FileFinding, all_refused
from app.intake.toml_file import read_toml
from app.parallel.encoder import Encoder
from app.queries.names import Names
from app.queries.staleness import list_outdated_segments


@dataclass(frozen=True, slots=True)
class ArticleReport:
    """``status`` is created, updated, unchanged or refused; so is that of each language, or revised.

    ``outdated`` are the languages that were current before. ``of_pairs``: how many findings by severity there
    are where versions were laid side by side.
    """

    id: str
    path: Path
    status: str
    languages: Mapping[str, str]
    findings: Sequence[FileFinding]
    outdated: Sequence[str] = ()
    of_pairs: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EntityReport:
    """People or places of one file by id, each created, updated or unchanged; none: it was refused."""

    path: Path
    entities: Mapping[str, str] = field(default_factory=dict)
    findings: Sequence[FileFinding] = ()


Report = ArticleReport | EntityReport | TranslationReport | FileFinding | Reindexed


def import_inbox(
    database: Database,
    inbox: Inbox,
    *,
    default_language: str,
    dry_run: bool = False,
    encoder: Encoder | None = None,
    minor: bool = False,
    origin: Origin | None = None,
) -> Iterator[Report]:
    """``minor``: as ``import_article`` has it, of all folders.

    ``origin``: who wrote the translations in XLIFF files, as far as those do not say so.
    """
    known: dict[tuple[str, str], tuple[Path, EntityEntry]] = {}
    for path in inbox.entity_files:
        yield _import_entity_file(database, path, known, dry_run)
    if not dry_run:
        fill_openings(database)
    names = Names()
    for folder in inbox.article_folders:
        submission = read_submission(folder, default_language)
        yield _import_folder(database, submission, names, encoder, dry_run, minor)
    for path in inbox.xliff_files:
        yield from import_xliff(database, path, names, origin=origin, encoder=encoder, dry_run=dry_run)
    if not dry_run:
        yield from reindex(database, encoder, new_share=NEW_SHARE)


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
                statuses = import_people(session, people, now)
                forget_articles_naming(session, "person_id", _changed(statuses))
                return EntityReport(path, statuses)
        places = read_toml(path, PlacesFile)
        _refuse_contradiction(path, places.root, known)
        with database.write(rehearsal=dry_run) as session:
            statuses = import_places(session, places, now)
            forget_articles_naming(session, "place_id", _changed(statuses))
            return EntityReport(path, statuses)
    except Refusal as refusal:
        return EntityReport(path, findings=all_refused(path, refusal))


def _changed(statuses: Mapping[str, EntityStatus]) -> list[str]:
    return [id_ for id_, status in statuses.items() if status != "unchanged"]


def _refuse_contradiction(
    path: Path,
    entries: Mapping[str, EntityEntry],
    known: dict[tuple[str, str], tuple[Path, EntityEntry]],
) -> None:
    for id_, entry in entries.items():
        earlier, said = known.setdefault((path.name, id_), (path, entry))
        if said != entry:
            raise Refusal("duplicate-entity", f"{earlier} says otherwise who or where {id_!r} is")


def _import_folder(
    database: Database,
    submission: Submission,
    names: Names,
    encoder: Encoder | None,
    dry_run: bool,
    minor: bool,
) -> ArticleReport:
    submission = refuse_machine_text(database, submission)
    if not submission.versions:
        return ArticleReport(submission.id, submission.path, "refused", {}, submission.findings)
    aligned = align_submission(database, submission, names, encoder)
    with database.write(rehearsal=dry_run) as session:
        if aligned and not is_of_current_texts(session, submission.id, aligned):
            aligned = None
        now = datetime.now(UTC)
        outcome: Outcome = import_article(session, submission, names, aligned, now, minor=minor)
        if aligned:
            store_alignments(session, submission.id, aligned.stored(), encoder)
        elif "revised" in outcome.languages.values():
            forget_alignments(session, submission.id)
        outdated = []
        if outcome.status != "unchanged":
            marked = mark_outdated(session, submission.id)
            outdated = sorted(marked & list_outdated_segments(session, submission.id).keys())
            derive_article(session, submission.id)
    findings = [*submission.findings, *_noticed_while_storing(submission, outcome)]
    of_pairs = aligned.count_findings() if aligned else {}
    return ArticleReport(
        submission.id,
        submission.path,
        outcome.status,
        outcome.languages,
        findings,
        outdated,
        of_pairs,
    )


def _noticed_while_storing(submission: Submission, outcome: Outcome) -> Iterator[FileFinding]:
    if submission.assumed_source and outcome.status == "created":
        yield submission.assumed_source.finding
    if not outcome.has_original:
        message = "there is no text in the language that is said to be the original's"
        yield FileFinding(submission.path, 0, 0, "warning", "source-language-missing", message)
    for language in outcome.untied:
        message = f"{language} is said to translate a text of the original that is not stored"
        path = submission.path / article_file.NAME
        yield FileFinding(path, 0, 0, "warning", "unknown-source-text", message)
