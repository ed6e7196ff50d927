"""Makes anew what is derived from articles, people and places, where it is missing or out of date."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.commands.align_article import align_rest, forget_alignments
from app.commands.index_article import index_article, index_rest
from app.commands.link_mentions import relink_some
from app.commands.openings import fill_openings
from app.commands.propose_names import propose_names
from app.commands.render_article import render_article, render_rest
from app.database.engine import Database
from app.parallel.encoder import Encoder
from app.queries.names import Names

RELINK_BATCH = 100


@dataclass(frozen=True, slots=True)
class RelinkReport:
    """Language versions whose mentions were found anew, because the names had changed."""

    translations: int


@dataclass(frozen=True, slots=True)
class RenderReport:
    """Language versions that were rendered, because what they show or the program had changed."""

    translations: int


@dataclass(frozen=True, slots=True)
class AlignReport:
    """Language versions that were aligned, because a text, its names or the program had changed."""

    translations: int


@dataclass(frozen=True, slots=True)
class IndexReport:
    """Language versions that were put into the full-text index, because of the same."""

    translations: int


Reindexed = RelinkReport | RenderReport | IndexReport | AlignReport


def reindex(database: Database, encoder: Encoder | None = None) -> Iterator[Reindexed]:
    """Each report stands for what is stored by then; stopped at any moment, it goes on from there."""
    yield from _relink(database)
    for translations in render_rest(database):
        yield RenderReport(translations)
    for translations in index_rest(database):
        yield IndexReport(translations)
    for translations in align_rest(database, encoder):
        yield AlignReport(translations)


def _relink(database: Database) -> Iterator[RelinkReport]:
    """With the names of each transaction: another import may bring new ones meanwhile."""
    fill_openings(database)
    names = Names()
    while True:
        with database.write() as session:
            relinked = relink_some(session, names, RELINK_BATCH)
            for article_id in dict.fromkeys(article_id for article_id, changed in relinked if changed):
                propose_names(session, article_id)
                render_article(session, article_id)
                index_article(session, article_id)
                forget_alignments(session, article_id)
        if relinked:
            yield RelinkReport(len(relinked))
        if len(relinked) < RELINK_BATCH:
            return
