from typing import Annotated

import typer

from app.cli.choosing_encoder import choose_encoder
from app.cli.progress import progress_bar
from app.cli.telling import Telling
from app.commands.index_article import rebuild_index
from app.commands.learn_counterparts import count_to_learn_from
from app.commands.reindex import LearnReport
from app.commands.reindex import reindex as reindex_database
from app.database.engine import Database
from app.database.migrations import open_database
from app.parallel.aligner import aligner
from app.queries.alignments import count_aligned_otherwise
from app.queries.indexed_texts import count_indexed_otherwise
from app.queries.meanings import count_unencoded
from app.queries.names import count_linked_otherwise
from app.queries.representations import count_unrendered
from app.representations.renderer import renderer
from app.search.program import passage_encoder, program
from app.settings import load_settings


def reindex(
    rebuild: Annotated[
        bool,
        typer.Option("--rebuild", help="Make the full-text index and its words anew; writers wait at first."),
    ] = False,
) -> None:
    """Link, render, index and align what an import was stopped before, or what an older program did.

    Learn from aligned texts which words go together, and encode what texts mean, with the extra for that.

    It can be stopped and run again. Readers are served meanwhile.
    """
    database = open_database(load_settings())
    try:
        if rebuild:
            rebuild_index(database)
        reindex_with_progress(database)
    finally:
        database.close()


def reindex_with_progress(database: Database) -> None:
    done = 0
    encoder = choose_encoder(load_settings())
    try:
        with database.read() as session:
            waiting = (
                count_linked_otherwise(session)
                + count_unrendered(session, renderer())
                + count_indexed_otherwise(session, program())
                + count_aligned_otherwise(session, aligner(encoder))
                + count_to_learn_from(session)
                + (count_unencoded(session, passage_encoder(encoder)) if encoder else 0)
            )
        with progress_bar() as progress:
            task = progress.add_task("reindexing", total=waiting)
            telling = Telling(database)
            for report in reindex_database(database, encoder):
                if isinstance(report, LearnReport):
                    progress.advance(task, report.articles)
                    continue
                done += report.translations
                progress.advance(task, report.translations)
                telling.once_in_a_while()
        typer.echo(f"language versions linked, rendered, indexed, aligned or encoded anew: {done}")
        telling.to_the_end()
    except KeyboardInterrupt:
        typer.echo(
            f"dragoman: interrupted after {done} language versions; dragoman reindex goes on", err=True
        )
        raise
