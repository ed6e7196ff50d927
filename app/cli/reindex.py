from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated

import typer
from rich.progress import TaskID

from app.cli.choosing_encoder import choose_encoder
from app.cli.progress import progress_bar
from app.cli.telling import Telling
from app.commands.index_article import rebuild_index
from app.commands.learn_counterparts import count_to_learn_from
from app.commands.reindex import (
    AlignReport,
    EncodeReport,
    IndexReport,
    LearnReport,
    Reindexed,
    RelinkReport,
    RenderReport,
)
from app.commands.reindex import reindex as reindex_database
from app.database.engine import Database
from app.database.index_tables import find_lost_tables
from app.database.migrations import open_database
from app.database.session import ReadSession
from app.errors import SchemaError
from app.parallel.aligner import aligner
from app.parallel.encoder import Encoder
from app.queries.alignments import count_aligned_otherwise
from app.queries.indexed_texts import count_indexed_otherwise
from app.queries.meanings import count_unencoded
from app.queries.names import count_linked_otherwise
from app.queries.representations import count_unrendered
from app.representations.renderer import renderer
from app.search.program import program
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
        else:
            _refuse_lost_tables(database)
        reindex_with_progress(database)
    finally:
        database.close()


def _refuse_lost_tables(database: Database) -> None:
    with database.read() as session:
        lost = find_lost_tables(session)
    if lost:
        raise SchemaError(f"the database has no table {', '.join(lost)}; run: dragoman reindex --rebuild")


@dataclass(frozen=True, slots=True)
class _Step:
    """``waiting`` counts the language versions, or articles, that are still to be done."""

    doing: str
    done: str
    waiting: Callable[[ReadSession, Encoder | None], int]


_STEPS: Mapping[type[Reindexed], _Step] = {
    RelinkReport: _Step("linking", "linked", lambda session, _: count_linked_otherwise(session)),
    RenderReport: _Step("rendering", "rendered", lambda session, _: count_unrendered(session, renderer())),
    IndexReport: _Step("indexing", "indexed", lambda session, _: count_indexed_otherwise(session, program())),
    AlignReport: _Step(
        "aligning", "aligned", lambda session, encoder: count_aligned_otherwise(session, aligner(encoder))
    ),
    LearnReport: _Step("learning", "learnt from", lambda session, _: count_to_learn_from(session)),
    EncodeReport: _Step("encoding", "encoded", count_unencoded),
}
"""In their order."""


def reindex_with_progress(database: Database) -> None:
    done: Counter[type[Reindexed]] = Counter()
    encoder = choose_encoder(load_settings())
    try:
        with progress_bar(is_logged=True) as progress:
            tasks: dict[type[Reindexed], TaskID] = {}
            telling = Telling(database)
            for report in reindex_database(database, encoder):
                kind, number = type(report), _number(report)
                if kind not in tasks:
                    total = _waiting(database, report, encoder)
                    tasks[kind] = progress.add_task(_STEPS[kind].doing, total=total)
                done[kind] += number
                progress.advance(tasks[kind], number)
                telling.once_in_a_while()
        typer.echo(_said(done))
        telling.to_the_end()
    except KeyboardInterrupt:
        typer.echo(f"dragoman: interrupted; {_said(done)}; dragoman reindex goes on", err=True)
        raise


def _number(report: Reindexed) -> int:
    return report.articles if isinstance(report, LearnReport) else report.translations


def _waiting(database: Database, first: Reindexed, encoder: Encoder | None) -> int:
    """With the first, which is stored by now; what is learnt is stored at the end."""
    with database.read() as session:
        waiting = _STEPS[type(first)].waiting(session, encoder)
    return waiting if isinstance(first, LearnReport) else waiting + _number(first)


def _said(done: Counter[type[Reindexed]]) -> str:
    """Each step by itself: the same version may have been in several."""
    steps = (f"{step.done}: {done[kind]}" for kind, step in _STEPS.items() if kind is not LearnReport)
    return f"language versions {', '.join(steps)}"
