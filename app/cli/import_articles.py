import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from app.cli.choosing_encoder import choose_encoder
from app.cli.import_report import JsonReport, LineReport
from app.cli.progress import progress_bar
from app.cli.telling import Telling
from app.commands.import_inbox import ArticleReport, EntityReport, import_inbox
from app.commands.import_xliff import Origin, TranslationReport
from app.database.engine import Database
from app.database.migrations import open_database, require_head, upgrade
from app.intake.article_folder import find_inbox
from app.settings import Settings, load_settings


def import_articles(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH", help="Folders of articles, people.toml, places.toml, XLIFF files."),
    ],
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object a line, the summary last.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be done, and store nothing.")
    ] = False,
    minor: Annotated[
        bool,
        typer.Option("--minor", help="Changed originals say the same as before: they outdate nothing."),
    ] = False,
    origin: Annotated[
        Origin | None,
        typer.Option("--origin", help="Who wrote what is in XLIFF files, where those do not say."),
    ] = None,
) -> None:
    """Import folders of plain text: one folder an article, one file a language, at any depth; or XLIFF files
    that dragoman export wrote and translators filled in.

    Run again, it stores only what has changed. Exit code 1: something was refused, the rest is stored.
    """
    settings = load_settings()
    if dry_run:
        settings = settings.model_copy(update={"purge_urls": ""})
    inbox = find_inbox(paths)
    report = JsonReport(dry_run) if as_json else LineReport(dry_run)
    with _database(settings, dry_run) as database, progress_bar() as progress:
        report.findings(inbox.findings)
        telling = Telling(database)
        task = progress.add_task(
            "importing", total=sum(map(len, (inbox.article_folders, inbox.entity_files, inbox.xliff_files)))
        )
        try:
            for step in import_inbox(
                database,
                inbox,
                default_language=settings.default_language,
                dry_run=dry_run,
                encoder=choose_encoder(settings),
                minor=minor,
                origin=origin,
            ):
                report.add(step)
                if isinstance(step, ArticleReport | EntityReport | TranslationReport):
                    progress.advance(task)
                telling.once_in_a_while()
        except KeyboardInterrupt:
            typer.echo("dragoman: interrupted; what was reported is stored, run it again to go on", err=True)
            raise
        report.finish()
        telling.to_the_end()
    if report.refused:
        raise typer.Exit(1)


@contextmanager
def _database(settings: Settings, dry_run: bool) -> Iterator[Database]:
    """A dry run neither makes nor migrates a database; where there is no file, it works on an empty one."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(settings)
        try:
            if not dry_run:
                database.close()
                database = open_database(settings)
            elif not database.is_there():
                database = Database(
                    settings.model_copy(update={"database_url": f"sqlite:///{folder}/empty.db"})
                )
                upgrade(database)
            else:
                require_head(database)
            yield database
        finally:
            database.close()
