"""What the exports have in common: article by article out of the database, into a file or a pipe."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from app.cli.choosing_encoder import choose_encoder
from app.cli.progress import progress_bar
from app.commands.align_article import align_article
from app.database.engine import Database
from app.database.migrations import open_database
from app.database.session import ReadSession
from app.errors import Refusal
from app.parallel.encoder import Encoder
from app.queries.alignments import AlignmentMissing
from app.queries.articles import ArticleFilter
from app.queries.selected_articles import (
    list_selected,
    list_source_languages,
    require_articles,
)
from app.settings import load_settings

Found = TypeVar("Found")


class Export:
    def __init__(
        self, database: Database, encoder: Encoder | None, ids: Sequence[str], filter_: ArticleFilter
    ) -> None:
        self._database = database
        self._encoder = encoder
        self._selected = ids, filter_

    def source_languages(self) -> list[str]:
        with self._database.read() as session:
            return list_source_languages(session, *self._selected)

    def each(self, find: Callable[[ReadSession, str], Found]) -> Iterator[Found]:
        """Reads an article at a time: what is asked for is never in memory together."""
        with self._database.read() as session:
            ids = list(list_selected(session, *self._selected))
        with progress_bar() as progress:
            task = progress.add_task("exporting", total=len(ids))
            for article_id in ids:
                yield self._find(find, article_id)
                progress.advance(task)

    def _find(self, find: Callable[[ReadSession, str], Found], article_id: str) -> Found:
        """What is not aligned yet is aligned first: an export that leaves out what it did not see is none."""
        try:
            return self._read(find, article_id)
        except AlignmentMissing:
            align_article(self._database, article_id, self._encoder)
        try:
            return self._read(find, article_id)
        except AlignmentMissing as error:
            raise Refusal("changed", f"{article_id} is being changed; try again") from error

    def _read(self, find: Callable[[ReadSession, str], Found], article_id: str) -> Found:
        with self._database.read() as session:
            return find(session, article_id)


@contextmanager
def exporting(ids: Sequence[str], filter_: ArticleFilter) -> Iterator[Export]:
    """No ``ids``: all articles that the filter lets through. Raises Refusal for one that is not there."""
    settings = load_settings()
    database = open_database(settings)
    try:
        with database.read() as session:
            require_articles(session, ids)
        yield Export(database, choose_encoder(settings), ids, filter_)
    finally:
        database.close()
