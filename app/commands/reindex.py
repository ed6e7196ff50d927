"""Makes anew what is derived from articles, people and places, where it is missing or out of date."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from app.commands.align_article import align_rest, forget_alignments
from app.commands.derive_article import derive_article
from app.commands.encode_passages import encode_rest
from app.commands.index_article import index_rest
from app.commands.learn_counterparts import learn_counterparts
from app.commands.link_mentions import Linking, link_some, store_linkings
from app.commands.openings import fill_openings
from app.commands.render_article import render_rest
from app.commands.turns import in_turns
from app.database.engine import Database
from app.database.session import WriteSession
from app.parallel.encoder import Encoder
from app.queries.names import Names, names_digest

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


@dataclass(frozen=True, slots=True)
class LearnReport:
    """Articles in which it was read which words of their languages go together."""

    articles: int


@dataclass(frozen=True, slots=True)
class EncodeReport:
    """Language versions of which is stored what they mean, because a text or the program had changed."""

    translations: int


Reindexed = RelinkReport | RenderReport | IndexReport | AlignReport | LearnReport | EncodeReport


def reindex(
    database: Database, encoder: Encoder | None = None, *, new_share: float = 0.0
) -> Iterator[Reindexed]:
    """Each report stands for what is stored by then; stopped at any moment, it goes on from there.

    ``new_share``: of alignments, for which it is learnt anew which words go together.
    """
    yield from relink(database)
    for translations in render_rest(database):
        yield RenderReport(translations)
    for translations in index_rest(database):
        yield IndexReport(translations)
    for translations in align_rest(database, encoder):
        yield AlignReport(translations)
    for articles in learn_counterparts(database, new_share=new_share):
        yield LearnReport(articles)
    for translations in encode_rest(database, encoder):
        yield EncodeReport(translations)


def relink(database: Database) -> Iterator[RelinkReport]:
    """Texts are read and searched outside of any transaction, so that no other writer waits for it."""
    fill_openings(database)
    names = Names()
    while True:
        with database.read() as session:
            linkings = link_some(session, names, RELINK_BATCH)
        if not linkings:
            return
        store = partial(_store, digest=names.digest)
        for translations in in_turns(database, _by_article(linkings), store):
            yield RelinkReport(translations)


def _by_article(linkings: Sequence[Linking]) -> Iterator[Sequence[Linking]]:
    """All of an article that changes belongs together; first come all others, which are soon stored."""
    changed = dict.fromkeys(linking.article_id for linking in linkings if linking.is_changed)
    as_before = [linking for linking in linkings if linking.article_id not in changed]
    if as_before:
        yield as_before
    for article_id in changed:
        yield [linking for linking in linkings if linking.article_id == article_id]


def _store(session: WriteSession, linkings: Sequence[Linking], digest: str) -> int:
    """Nothing where the names have changed since: the texts are searched for the new ones next."""
    if names_digest(session) != digest:
        return 0
    for article_id in store_linkings(session, linkings, digest):
        derive_article(session, article_id)
        forget_alignments(session, article_id)
    return len(linkings)
